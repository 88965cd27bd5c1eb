"""Words of practice: what a mistake is, and what is said of an answer."""

from lib.text.language import Text

MISTAKES = {
    "sign": Text("the sign is the other one", "符号反了"),
    "log_base_2": Text("the log has base 2: divided by ln 2", "对数以 2 为底：多除了 ln 2"),
    "log_base_10": Text("the log has base 10: divided by ln 10", "对数以 10 为底：多除了 ln 10"),
    "no_label": Text("the label yy is missing in $y_{out} - yy$", "$y_{out} - yy$ 中漏掉了标签 yy"),
    "first_class_only": Text(
        r"of $\partial L/\partial y_{out}$ only the term with yy is there",
        r"$\partial L/\partial y_{out}$ 只取了含 yy 的一项",
    ),
    "second_class_only": Text(
        r"of $\partial L/\partial y_{out}$ only the term with 1 − yy is there",
        r"$\partial L/\partial y_{out}$ 只取了含 1 − yy 的一项",
    ),
    "no_inner_minus": Text(
        r"$\log(1 - y_{out})$ was differentiated without its inner minus",
        r"对 $\log(1 - y_{out})$ 求导时漏掉了内层的负号",
    ),
    "error_for_loss_slope": Text(
        r"$y_{out} - yy$ stands for $\partial L/\partial y_{out}$: the denominator $y_{out} (1 - y_{out})$ is missing",
        r"把 $y_{out} - yy$ 当作 $\partial L/\partial y_{out}$：漏掉了分母 $y_{out} (1 - y_{out})$",
    ),
    "squared_error": Text(
        r"$2 (y_{out} - yy)$, the slope of the squared error, stands for $\partial L/\partial y_{out}$",
        r"把平方误差的斜率 $2 (y_{out} - yy)$ 当作 $\partial L/\partial y_{out}$",
    ),
    "loss_for_slope": Text(
        r"the loss L itself stands for $\partial L/\partial y_{out}$",
        r"把损失 L 本身当作 $\partial L/\partial y_{out}$",
    ),
    "no_loss_slope": Text(
        r"the factor $\partial L/\partial y_{out}$ is missing",
        r"漏掉了因子 $\partial L/\partial y_{out}$",
    ),
    "no_output_slope": Text(
        r"the factor $\partial y_{out}/\partial\alpha$ is missing",
        r"漏掉了因子 $\partial y_{out}/\partial\alpha$",
    ),
    "output_slope_twice": Text(
        "σ′(α) is there twice: $y_{out} - yy$ holds it already",
        "σ′(α) 乘了两次：$y_{out} - yy$ 中已经包含它",
    ),
    "sigmoid_for_output_slope": Text(
        "$y_{out} = σ(α)$ stands for σ′(α)", "把 $y_{out} = σ(α)$ 当作 σ′(α)"
    ),
    "complement_for_output_slope": Text(
        "$1 - y_{out}$ stands for σ′(α)", "把 $1 - y_{out}$ 当作 σ′(α)"
    ),
    "output_slope_at_output": Text(
        "σ′ of the output was taken at $y_{out}$, not at α",
        "输出的 σ′ 取在 $y_{out}$ 处，而不是 α 处",
    ),
    "alpha_in_output_slope": Text(
        "α·(1 − α) stands for $y_{out} (1 - y_{out})$", "把 α·(1 − α) 当作 $y_{out} (1 - y_{out})$"
    ),
    "alpha_for_output": Text(
        "α stands for $y_{out}$: the last sigmoid was left out",
        "把 α 当作 $y_{out}$：漏掉了最后的 sigmoid",
    ),
    "no_sigmoid_slope": Text("the factor σ′(s) is missing", "漏掉了因子 σ′(s)"),
    "sigmoid_for_slope": Text("σ(s) stands for σ′(s)", "把 σ(s) 当作 σ′(s)"),
    "complement_for_slope": Text(
        "1 − σ(s) stands for σ′(s): the factor σ(s), or a square below, is missing",
        "把 1 − σ(s) 当作 σ′(s)：漏掉了因子 σ(s)，或分母漏掉了平方",
    ),
    "s_for_o": Text(
        "s·(1 − s) stands for σ′(s): it is o·(1 − o)", "把 s·(1 − s) 当作 σ′(s)：应为 o·(1 − o)"
    ),
    "slope_at_o": Text("σ′ was taken at o, not at s", "σ′ 取在 o 处，而不是 s 处"),
    "output_slope_for_slope": Text(
        "$y_{out} (1 - y_{out})$ stands for σ′(s): that is the slope of the other sigmoid",
        "把 $y_{out} (1 - y_{out})$ 当作 σ′(s)：那是另一个 sigmoid 的斜率",
    ),
    "slope_twice": Text("σ′(s) is there twice", "σ′(s) 乘了两次"),
    "plus_in_slope": Text("o·(1 + o) stands for o·(1 − o)", "把 o·(1 + o) 当作 o·(1 − o)"),
    "first_slope_everywhere": Text(
        "every window has the σ′(s) of the first one", "每个窗口都用了第一个窗口的 σ′(s)"
    ),
    "slope_too_far": Text(
        "σ′(s) is in it: that is ∂L/∂s, one step further", "多乘了 σ′(s)：那是再往前一步的 ∂L/∂s"
    ),
    "no_dense_weight": Text("the dense weight is missing", "漏掉了全连接权重"),
    "dense_swapped": Text(
        "the dense weights are read down the columns of the map, not along its rows",
        "全连接权重按列而不是按行读取特征图",
    ),
    "next_dense_weight": Text(
        "the dense weight is that of the next window", "全连接权重用成了下一个窗口的"
    ),
    "no_cell": Text("the factor o is missing", "漏掉了因子 o"),
    "s_for_cell": Text("s stands for o: the sigmoid was left out", "把 s 当作 o：漏掉了 sigmoid"),
    "slope_for_cell": Text("σ′(s) stands for o", "把 σ′(s) 当作 o"),
    "next_cell": Text("o is that of the next window", "o 用成了下一个窗口的"),
    "cell_times_weight": Text(
        "w·o was kept whole, not differentiated", "保留了整个 w·o，没有对它求导"
    ),
    "one_window": Text("only window {window} is in the sum", "和式中只有窗口 {window}"),
    "window_left_out": Text("window {window} is missing in the sum", "和式中漏掉了窗口 {window}"),
    "averaged": Text("the windows were averaged: they are added", "对各窗口取了平均：应当相加"),
    "reversed_map": Text(
        "the windows' dense weights and σ′(s) are taken in reversed order",
        "各窗口的全连接权重与 σ′(s) 的次序颠倒了",
    ),
    "no_pixel": Text("the pixel is missing", "漏掉了像素"),
    "no_kernel_weight": Text("the kernel weight is missing", "漏掉了卷积核权重"),
    "wrong_pixel": Text("the pixels are one row or column off", "像素错开了一行或一列"),
    "wrong_kernel_weight": Text(
        "the kernel weights are one row or column off", "卷积核权重错开了一行或一列"
    ),
    "transposed_image": Text("rows and columns of the image are exchanged", "图像的行与列互换了"),
    "transposed_kernel": Text(
        "rows and columns of the kernel are exchanged", "卷积核的行与列互换了"
    ),
    "transposed_index": Text(
        "this is the kernel weight with its two indices exchanged",
        "这是两个下标互换的那个卷积核权重的值",
    ),
    "flipped_kernel": Text("the kernel is turned by 180°", "卷积核旋转了 180°"),
    "reversed_kernel_gradient": Text(
        "the kernel's gradient is turned by 180°: this is the entry across",
        "卷积核的梯度旋转了 180°：这是中心对称位置的值",
    ),
    "not_shifted": Text(
        "every window meets what the first one meets: the window's shift is missing",
        "每个窗口都用了第一个窗口所对应的数：漏掉了窗口的平移",
    ),
    "own_value": Text(
        "it was multiplied by itself, not by its partner in the product",
        "乘上了它自己，而不是乘积中的另一个因子",
    ),
    "no_label_at_alpha": Text("the label yy is missing in α − yy", "α − yy 中漏掉了标签 yy"),
    "no_factor_2": Text(
        "the factor 2 of the squared error is missing", "漏掉了平方误差求导所得的因子 2"
    ),
    "slope_after_softmax": Text(
        "y·(1 − y) was multiplied on: $y - yy$ holds the slope of softmax already",
        "多乘了 y·(1 − y)：$y - yy$ 中已经包含 softmax 的斜率",
    ),
    "slope_one": Text(
        "the slope of the activation is missing, as if it were 1 everywhere",
        "漏掉了激活函数的斜率，好像它处处为 1",
    ),
    "cell_for_slope": Text(
        "o, the activation itself, stands for its slope", "把激活值 o 本身当作斜率"
    ),
    "sigmoid_slope_for_another": Text(
        "σ′(s) stands for the slope: the activation is no sigmoid here",
        "把 σ′(s) 当作斜率：这里的激活函数不是 sigmoid",
    ),
    "no_square": Text("1 − o stands for 1 − o²", "把 1 − o 当作 1 − o²"),
    "cell_spread": Text(
        "o·(1 − o) stands for 1 − o²: that is the sigmoid's rule",
        "把 o·(1 − o) 当作 1 − o²：那是 sigmoid 的法则",
    ),
    "tanh_slope_at_o": Text("tanh′ was taken at o, not at s", "tanh′ 取在 o 处，而不是 s 处"),
    "no_leak": Text(
        "where s is not positive the slope was taken as 0, not 1/100",
        "s 不为正处把斜率当作 0，而不是 1/100",
    ),
    "activation_left_out": Text(
        "s stands for o: the activation was left out", "把 s 当作 o：漏掉了激活函数"
    ),
    "no_map_cell": Text(
        "the cell that the dense weight is multiplied by is missing", "漏掉了全连接权重所乘的格子"
    ),
    "next_map_cell": Text("the cell is the next one of the map", "格子用成了图中的下一个"),
    "no_given": Text("the given gradient is missing", "漏掉了给定的梯度"),
    "no_share": Text(
        "average pool: the factor one over the number of cells is missing",
        "平均池化：漏掉了因子（格子数的倒数）",
    ),
    "max_to_all": Text(
        "max pool: every cell passes the gradient on, not the largest alone",
        "最大池化：让每个格子都传递梯度，而不是只让最大的传递",
    ),
    "max_shared": Text(
        "max pool: the gradient was shared out among the cells, as by an average",
        "最大池化：像平均池化那样把梯度分给了各个格子",
    ),
    "max_first": Text(
        "max pool: the first cell was taken, not the largest",
        "最大池化：取了第一个格子，而不是最大的格子",
    ),
    "one_kernel": Text("only kernel {kernel} is in the sum", "和式中只有卷积核 {kernel}"),
    "one_output": Text(
        "only the way through output {output} is in the sum", "和式中只有经过输出 {output} 的路径"
    ),
    "kernel_bias_forgotten": Text(
        "the kernel's bias was left out of s", "计算 s 时漏掉了卷积核偏置"
    ),
    "dense_bias_forgotten": Text("the dense bias was left out of α", "计算 α 时漏掉了全连接偏置"),
    "stride_ignored": Text(
        "the windows were taken one step apart: the stride is missing",
        "窗口按步幅 1 移动：漏掉了步幅",
    ),
    "padding_ignored": Text(
        "the windows begin at the first pixel: the padding is missing",
        "窗口从第一个像素开始：漏掉了填充",
    ),
    "next_channel": Text("it was multiplied by the next channel's", "乘成了下一个通道的数"),
}
"""Each kind of mistake by its id: what is wrong, as the end of "this would explain it: …"."""

RIGHT = Text("Right, to {digits} significant digits.", "正确，{digits} 位有效数字无误。")
RIGHT_PLAIN = Text("Right.", "正确。")
CHECK = Text(
    "But exactly this number would also come out if {mistake}.",
    "不过，下面的错误也会得到同一个数：{mistake}。",
)
ROUNDED = Text(
    "The method is right, but something was rounded too early. Work with five significant digits, answer with four.",
    "方法正确，但中间过早舍入了。计算时保留五位有效数字，答案写四位有效数字。",
)
NAMED = Text("Not right. This would explain it: {mistake}.", "不正确。这可以解释它：{mistake}。")
PERHAPS = Text(
    "Not right. Perhaps this explains it: {mistake}.", "不正确。也许是这个原因：{mistake}。"
)
ONE_OF = Text(
    "Not right. One of these would explain it: {mistakes}.",
    "不正确。以下之一可以解释它：{mistakes}。",
)
QUESTION = Text(
    r"To tell: what do you get for $\partial L/\partial {symbol}$?",
    r"请再回答：$\partial L/\partial {symbol}$ 你得到多少？",
)
MORE_DIGITS = Text(
    "Not right. Several mistakes fit so few significant digits: please give four.",
    "不正确。有效数字太少，有好几种错误都符合：请写四位。",
)
UNKNOWN = Text(
    "Not right, and not a mistake known here: please give the line before.",
    "不正确，也不是这里已知的错误：请写出前一行。",
)
UNREADABLE = Text("This was not read as a number.", "未能把它读作一个数。")
UNJUDGED = Text(
    "This could not be judged. That says nothing about your answer.",
    "无法判断。这不说明你的答案是对是错。",
)
BETWEEN = Text(";", "；")
