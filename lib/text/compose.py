"""Words of the page on which a learner composes another network."""

from lib.text.language import Text

IN_MENU = Text("Compose", "组建")
ON_THE_WAY = Text(
    "a network of your own exercise: its sizes, biases, activation, pool and loss; and published examples.",
    "按您自己的习题组建网络：尺寸、偏置、激活函数、池化与损失；另有已发表的例题。",
)
TITLE = Text("Compose: the network of your exercise", "组建：您习题中的网络")
INTRO = Text(
    "One convolution, one activation, a pool or none, a dense layer, a loss. Every lesson then shows "
    "this network, with its formulas. Numbers whose place stays keep their values; new ones are drawn, "
    "and all can be typed in the sidebar.",
    "一个卷积层、一个激活函数、可选的池化、一个全连接层、一个损失。随后每一课都用这个网络及其公式。位置不变的数保留原值，新的数随机生成，都可在侧边栏输入。",
)
BACK = Text("Back to the notes' network", "回到笔记中的网络")

ROWS = {
    "image": Text("Image", "图像"),
    "convolution": Text("Convolution", "卷积"),
    "activation": Text("Activation", "激活函数"),
    "pool": Text("Pool", "池化"),
    "head": Text("Output and loss", "输出与损失"),
    "dense": Text("Dense layer", "全连接层"),
}
FIELDS = {
    "channels": Text("Channels", "通道"),
    "rows": Text("Rows", "行"),
    "columns": Text("Columns", "列"),
    "kernels": Text("Kernels", "卷积核数"),
    "kernel_rows": Text("Kernel rows", "卷积核行"),
    "kernel_columns": Text("Kernel columns", "卷积核列"),
    "stride": Text("Stride", "步幅"),
    "padding": Text("Padding", "填充"),
    "kernel_bias": Text("Bias b", "偏置 b"),
    "activation": Text("Activation", "激活函数"),
    "pool": Text("Pool", "池化"),
    "pool_side": Text("Pool side", "池化边长"),
    "outputs": Text("Outputs", "输出数"),
    "dense_bias": Text("Bias c", "偏置 c"),
    "head": Text("Output and loss", "输出与损失"),
}
"""By the field of the architecture."""
ACTIVATIONS = {
    "sigmoid": Text("Sigmoid", "Sigmoid"),
    "tanh": Text("Tanh", "Tanh"),
    "relu": Text("ReLU", "ReLU"),
    "leaky_relu": Text("Leaky ReLU", "Leaky ReLU"),
    "none": Text("None", "无"),
}
POOLS = {
    "none": Text("None", "无"),
    "max": Text("Max", "最大"),
    "average": Text("Average", "平均"),
}
HEADS = {
    "cross_entropy": Text("Sigmoid, cross-entropy", "Sigmoid，交叉熵"),
    "softmax": Text("Softmax, cross-entropy", "Softmax，交叉熵"),
    "squared": Text("Squared error of α", "α 的平方误差"),
    "sigmoid_squared": Text("Sigmoid, squared error", "Sigmoid，平方误差"),
    "given": Text("A given gradient", "给定的梯度"),
}
SIGNAL = Text(
    "One row is a signal: padding and pool lie along it.", "只有一行时是信号：填充与池化只沿此行。"
)
AT_ZERO = Text(
    "At 0, where it has two slopes, the one of the left side is taken, as PyTorch does.",
    "在 0 处有两个斜率，与 PyTorch 一样取左侧的斜率。",
)
FIRST_LARGEST = Text(
    "Of equal largest cells the first in row order is taken, as PyTorch does.",
    "若有相等的最大值，与 PyTorch 一样按行序取第一个。",
)
NO_DENSE = Text(
    "There is none: the gradient of the last map is given, as in exercises that say “suppose ∂L/∂o is …”.",
    "没有全连接层：最后一个特征图的梯度是给定的，如习题中所说“设 ∂L/∂o 为……”。",
)

PIXELS = Text("Pixels:", "像素：")
MAP_ROWS = Text("Rows of the feature map:", "特征图的行：")
MAP_COLUMNS = Text("Columns of the feature map:", "特征图的列：")
POOLED_ROWS = Text("Rows of the pooled map:", "池化图的行：")
POOLED_COLUMNS = Text("Columns of the pooled map:", "池化图的列：")
WEIGHTS = Text("Weights:", "权重：")
BIASES = Text("Biases:", "偏置：")

FAULTS = {
    "kernel_too_large": Text(
        "The kernel is larger than the image with its padding: {kernel} is more than {image} + 2·{padding}.",
        "卷积核大于填充后的图像：{kernel} 大于 {image} + 2·{padding}。",
    ),
    "padding_too_large": Text(
        "A padding of {padding} is as wide as the kernel, {kernel}: a window would hold nothing but zeros.",
        "填充 {padding} 不小于卷积核的 {kernel}：会有窗口全为零。",
    ),
    "stride_remainder": Text(
        "A stride of {stride} does not come out even: {image} + 2·{padding} − {kernel} leaves {left_over} over.",
        "步幅 {stride} 除不尽：{image} + 2·{padding} − {kernel} 余 {left_over}。",
    ),
    "pool_remainder": Text(
        "A pool of {pool_side} does not fit a {map_rows}×{map_columns} map.",
        "边长 {pool_side} 的池化不适合 {map_rows}×{map_columns} 的图。",
    ),
    "too_few_classes": Text(
        "Softmax chooses one class of several: it needs at least 2 outputs, and has {outputs}.",
        "Softmax 从多个类别中选一个：至少需要 2 个输出，现有 {outputs} 个。",
    ),
    "too_many_numbers": Text(
        "That would be {numbers} numbers to set, and at most {most} can be followed.",
        "那样需要设置 {numbers} 个数，最多 {most} 个。",
    ),
    "too_many_values": Text(
        "That would be {values} partial derivatives, and at most {most} can be followed.",
        "那样会有 {values} 个偏导数，最多 {most} 个。",
    ),
}
FITS = Text("Any one of these would fit: {sizes}.", "改为以下任意一项即可：{sizes}。")
FIT = Text("{field} {numbers}", "{field} {numbers}")
OR = Text("{some} or {last}", "{some} 或 {last}")
NO_FIT = Text("No single other size would fit: change two.", "只改一个尺寸都不行：请改两个。")
STAYS = Text("Your network stays as it was.", "您的网络保持不变。")
FORGET = Text("Back to the sizes that fit", "回到合适的尺寸")

COUNTS = {
    "numbers": Text("Numbers to set, of {most}", "可设置的数，最多 {most}"),
    "weights": Text("Weights and biases, learned", "要学习的权重与偏置"),
    "values": Text("Values computed from them", "由此算出的值"),
    "partials": Text("Partial derivatives, of {most}", "偏导数，最多 {most}"),
}
OPEN = Text("Open Backward", "打开“反向传播”")
NEXT = Text(
    "The numbers are in the sidebar: click a cell and type, or paste a whole row or matrix.",
    "数值在侧边栏：点击格子输入，或粘贴整行、整个矩阵。",
)

EXAMPLES = Text("Published examples", "已发表的例题")
EXAMPLES_NOTE = Text(
    "Each sets a network and its numbers, and shows what its source gives beside what is computed here.",
    "每个例题都会设置网络及数值，并把来源给出的值与此处算出的值并列。",
)
