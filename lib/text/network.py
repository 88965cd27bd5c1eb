"""Words of the first page: what the network is, and the way through the lessons."""

from lib.text.language import Text

TITLE = Text("The network", "网络")
INTRO = Text(
    "A 4×4 image, one 3×3 kernel that slides over four windows, a sigmoid, four dense weights, "
    "another sigmoid, and the cross-entropy loss: 13 weights in all, few enough to differentiate "
    "by hand. Every number on this page comes from the sliders of the sidebar; move one and watch it travel.",
    "一幅 4×4 图像，一个在四个窗口上滑动的 3×3 卷积核，一个 sigmoid，四个全连接权重，再一个 sigmoid，最后是交叉熵损失：一共 13 个权重，少到可以手工求导。本页的每个数都来自侧边栏的滑块，移动一个，看它如何传递。",
)
SIGNS = Text(
    "Blue is positive, orange is negative; a dashed line is a negative dense weight, and a thick "
    "line a large one.",
    "蓝色为正，橙色为负；虚线表示负的全连接权重，线越粗权重越大。",
)
OPEN = Text("Open {partial} on Backward", "在“反向传播”页展开 {partial}")
EQUATIONS = Text("From one window to the loss, written out", "从一个窗口到损失，逐式写出")
WAY = Text("The way through", "学习路线")
STEPS = {
    "cross_entropy": Text(
        "(N1–N5) how wrong is the output, and ∂L/∂yₒᵤₜ in all its forms.",
        "（N1–N5）输出错了多少，以及 ∂L/∂yₒᵤₜ 的各种形式。",
    ),
    "sigmoid": Text(
        "(N6, N7) the curve, its slope, and why both ways to write the slope agree.",
        "（N6、N7）曲线、斜率，以及斜率的两种写法为何相等。",
    ),
    "forward": Text(
        "(N8) from the pixels to the loss, every product written out.",
        "（N8）从像素到损失，写出每一个乘积。",
    ),
    "backward": Text(
        "(N9–N13) every partial derivative, line by line, and checked by a nudge.",
        "（N9–N13）每一个偏导数，逐行推导，并用数值微分验证。",
    ),
    "steps": Text(
        "one operation at a time, forward, back, and one step of descent.",
        "一次一个运算：前向、反向，再走一步梯度下降。",
    ),
    "training": Text(
        "the same 13 weights learn to tell two handwritten digits apart, live.",
        "同样的 13 个权重，实时学会区分两个手写数字。",
    ),
    "compare": Text(
        "up to 128 runs at once: learning rates, seeds and optimisers, two of them side by side.",
        "一次最多训练 128 个网络：比较学习率、种子与优化器，任选两个并排查看。",
    ),
}
