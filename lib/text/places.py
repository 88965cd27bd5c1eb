"""Names of a network's places, and what is said of a network that is not the notes'."""

from lib.text.language import Text

PLACES = {
    "image": Text("Image", "图像"),
    "kernel": Text("Kernel", "卷积核"),
    "kernel_bias": Text("Kernel biases", "卷积核偏置"),
    "dense": Text("Dense weights", "全连接权重"),
    "dense_bias": Text("Dense biases", "全连接偏置"),
    "s": Text("Weighted sums", "加权和"),
    "o": Text("Feature map", "特征图"),
    "pooled": Text("Pooled map", "池化图"),
    "alpha": Text("Sums α", "和 α"),
    "y_out": Text("Outputs", "输出"),
    "label": Text("Label", "标签"),
    "given": Text("Given gradient", "给定的梯度"),
}
"""By the name of the place."""
OF_SEVERAL = Text("{place} {symbol}", "{place} {symbol}")
OF_OUTPUT = Text("{place} of α{number}", "α{number} 的{place}")
SIZE = Text("{rows}×{columns}", "{rows}×{columns}")
FROM_0_TO_1 = Text("0 to 1", "0 到 1")
ONE_CLASS = Text("one class is 1", "一个类别为 1")
ANY_NUMBER = Text("any number", "任意数")

NOTES_ONLY = Text(
    "You have composed a network of your own. This page works with the notes' network and its numbers; "
    "your network stays as it is.",
    "您组建了自己的网络。本页使用笔记中的网络及其数值；您的网络保持不变。",
)
YOURS_USES = Text(
    "This lesson is about the notes' network. Your network uses {activation}, and at its end {head}.",
    "本课讲的是笔记中的网络。您的网络使用{activation}，末端是{head}。",
)
ACTIVATIONS = {
    "sigmoid": Text("the sigmoid", "sigmoid 激活函数"),
    "tanh": Text("tanh", "tanh 激活函数"),
    "relu": Text("ReLU", "ReLU 激活函数"),
    "leaky_relu": Text("leaky ReLU", "leaky ReLU 激活函数"),
    "none": Text("no activation", "恒等函数（无激活）"),
}
HEADS = {
    "cross_entropy": Text("a sigmoid with cross-entropy", "sigmoid 与交叉熵"),
    "softmax": Text("softmax with cross-entropy", "softmax 与交叉熵"),
    "squared": Text("the squared error of α", "α 的平方误差"),
    "sigmoid_squared": Text("a sigmoid with squared error", "sigmoid 与平方误差"),
    "given": Text("a given gradient", "给定的梯度"),
}
NETWORK = Text(
    "Your network: {network}. It learns {weights} numbers.",
    "您的网络：{network}。它学习 {weights} 个数。",
)
PARTS = {
    "image": Text("{rows}×{columns} image", "{rows}×{columns} 图像"),
    "volume": Text(
        "{rows}×{columns} image of {channels} channels", "{channels} 个通道的 {rows}×{columns} 图像"
    ),
    "kernel": Text("a {high}×{wide} kernel", "一个 {high}×{wide} 卷积核"),
    "kernels": Text("{kernels} kernels of {high}×{wide}", "{kernels} 个 {high}×{wide} 卷积核"),
    "stride": Text("stride {stride}", "步幅 {stride}"),
    "padding": Text("padding {padding}", "填充 {padding}"),
    "kernel_bias": Text("a bias for each kernel", "每个卷积核一个偏置"),
    "pool": Text("{side} {pool}", "{side} {pool}"),
    "outputs": Text("{outputs} outputs", "{outputs} 个输出"),
    "dense_bias": Text("dense biases", "全连接偏置"),
}
"""What a network is made of, in the order in which it is told."""
POOLS = {
    "max": Text("max pool", "最大池化"),
    "average": Text("average pool", "平均池化"),
}
