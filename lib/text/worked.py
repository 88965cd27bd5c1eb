"""Words of the worked examples that others have published."""

from lib.text.language import Text

TITLE = Text("A worked example: {source}", "已发表的例题：{source}")
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
}
DERIVATIVE = Text("Derivative", "导数")
PUBLISHED = Text("Published", "发表的值")
HERE = Text("Here", "本页")
SLIPS = Text("Wrong answers that learners brought there:", "提问者得到的错误答案：")
SLIP_NAMES = {
    "last_window": Text("the last window only", "只算最后一个窗口"),
    "mean_of_windows": Text(
        "the mean of the windows instead of their sum", "取各窗口的平均而不是总和"
    ),
    "kernel_turned": Text("the kernel turned by mistake", "误把卷积核旋转"),
    "minus_lost": Text("the minus of the second logarithm lost", "漏掉第二个对数的负号"),
}
