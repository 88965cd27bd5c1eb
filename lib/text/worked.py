"""Words of the worked examples that others have published."""

from lib.text.language import Text

TITLE = Text("A worked example: {source}", "已发表的例题：{source}")
NAMES = {
    "shared_weight": Text("A shared weight", "共享的权重"),
    "lost_minus": Text("A lost minus", "丢失的负号"),
    "cross_correlation": Text("A 2×2 kernel", "2×2 卷积核"),
    "both_gradients": Text("Both gradients", "两个梯度"),
    "padded": Text("Padding", "填充"),
    "stride_and_padding": Text("Stride and padding", "步幅与填充"),
    "channels": Text("Channels and kernels", "通道与卷积核"),
    "three_channels": Text("Three channels, backward", "三通道的反向传播"),
    "vertical_edges": Text("Vertical edges", "竖直边缘"),
    "signal": Text("A signal", "信号"),
    "max_pool": Text("Max pool", "最大池化"),
    "average_pool": Text("Average pool", "平均池化"),
    "line_detector": Text("Line, ReLU, pool", "直线、ReLU、池化"),
    "neuron": Text("One neuron", "一个神经元"),
    "softmax": Text("Softmax", "Softmax"),
    "softmax_gradient": Text("Gradient of softmax", "Softmax 的梯度"),
    "hidden_layer": Text("A hidden layer", "隐藏层"),
}
STORY = {
    "shared_weight": Text(
        "One row of an image under one row of a kernel: the same two weights are in two windows, so "
        "the derivative of each is a sum of two terms.",
        "图像的一行对卷积核的一行：同样的两个权重出现在两个窗口中，因此每个导数都是两项之和。",
    ),
    "lost_minus": Text(
        "The derivative of the loss at $y_{out} = 0.7$ with a soft label, $yy = 0.3$. With the label 1 the "
        "slip below gives the right number, which is why it goes unseen: move $yy$ and compare.",
        "在 $y_{out} = 0.7$、软标签 $yy = 0.3$ 处的损失导数。标签为 1 时，下面的错误也会得到正确的数，因此不易察觉：移动 $yy$ 比较一下。",
    ),
    "cross_correlation": Text(
        "The first convolution of the book: four windows of nine pixels, with a kernel that is not flipped.",
        "书中的第一个卷积：九个像素上的四个窗口，卷积核不翻转。",
    ),
    "both_gradients": Text(
        "The test that TensorFlow holds its own gradients to. The gradient of the sums is given: 1 and 2.",
        "TensorFlow 用来检验自己梯度的测试。各和的梯度是给定的：1 和 2。",
    ),
    "padded": Text(
        "The same image with a ring of zeros: as many windows as there are places for the kernel.",
        "同一图像，外加一圈零：卷积核有多少位置，就有多少窗口。",
    ),
    "stride_and_padding": Text(
        "The test that students' own convolution has to pass: three channels, three kernels, biases, stride 2, "
        "padding 1. The values are those before the pool.",
        "学生自己写的卷积必须通过的测试：三个通道、三个卷积核、偏置、步幅 2、填充 1。给出的是池化之前的值。",
    ),
    "channels": Text(
        "Two channels, three kernels: each kernel has a matrix for each channel, and adds up over both.",
        "两个通道、三个卷积核：每个卷积核对每个通道各有一个矩阵，再把两者相加。",
    ),
    "three_channels": Text(
        "Forward and backward through three channels and three kernels, as TensorFlow tests it.",
        "三个通道、三个卷积核的前向与反向，与 TensorFlow 的测试一致。",
    ),
    "vertical_edges": Text(
        "The course's first kernel, on an image of digits.",
        "课程中的第一个卷积核，作用于一幅数字图像。",
    ),
    "signal": Text(
        "One row: the kernel slides along it. It finds where the signal is 1.",
        "只有一行：卷积核沿它滑动，找出信号为 1 的位置。",
    ),
    "max_pool": Text(
        "The kernel is a single 1, so the pool works on the image itself.",
        "卷积核只是一个 1，因此池化直接作用于图像。",
    ),
    "average_pool": Text(
        "The kernel is a single 1, so the pool works on the image itself.",
        "卷积核只是一个 1，因此池化直接作用于图像。",
    ),
    "line_detector": Text(
        "A line two pixels wide under its own detector, ReLU, then the mean of each 2×2.",
        "两像素宽的直线对上它的检测器，经 ReLU，再取每个 2×2 的平均。",
    ),
    "neuron": Text(
        "σ(w₀x₀ + w₁x₁ + w₂) as a signal of two pixels under a kernel of two, w₂ its bias. The source "
        "gives two digits.",
        "把 σ(w₀x₀ + w₁x₁ + w₂) 看作两个像素的信号与两格的卷积核，w₂ 为偏置。来源给出两位小数。",
    ),
    "softmax": Text(
        "Three scores of four pixels. The source rounded the exponentials before it divided, which is where "
        "its last digit comes from. An early edition took the logarithm to base 10 and got 0.452.",
        "四个像素的三个得分。来源在相除之前先对指数取了舍入，末位的差异由此而来。早期版本误用以 10 为底的对数，得到 0.452。",
    ),
    "softmax_gradient": Text(
        "The logits are the pixels, passed on by dense weights of 0 and 1. The source computes in 32 bits: about "
        "seven digits are right.",
        "logit 就是像素，由取值 0 与 1 的全连接权重原样传递。来源用 32 位计算：只有约七个有效数字正确。",
    ),
    "hidden_layer": Text(
        "A kernel as wide as the image is a neuron: two of them are the hidden layer of this well-known example. "
        "The source has ½·(y − yy)², so half of our loss and of our derivatives is shown.",
        "与图像同宽的卷积核就是一个神经元：两个卷积核就是这个著名例题的隐藏层。来源用 ½·(y − yy)²，因此此处显示我们的损失与导数的一半。",
    ),
}
QUANTITY = Text("Quantity", "量")
PUBLISHED = Text("Published", "发表的值")
HERE = Text("Here, rounded likewise", "本页（同样舍入）")
DIFFERENCE = Text("Difference", "差")
NEEDS = Text("It needs: {network}", "所需网络：{network}")
LINK = Text("A link to it", "本例题的链接")
SLIPS = Text("Wrong answers that learners brought there:", "提问者得到的错误答案：")
SLIP_NAMES = {
    "last_window": Text("the last window only", "只算最后一个窗口"),
    "mean_of_windows": Text(
        "the mean of the windows instead of their sum", "取各窗口的平均而不是总和"
    ),
    "kernel_turned": Text("the kernel turned by mistake", "误把卷积核旋转"),
    "minus_lost": Text("the minus of the second logarithm lost", "漏掉第二个对数的负号"),
}
