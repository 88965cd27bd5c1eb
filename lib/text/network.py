"""Words of the first page: what the network is, and the way through the lessons."""

from lib.text.language import Text

IN_MENU = Text("The network", "网络")
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
COLOURS = Text("Blue is positive, orange is negative.", "蓝色为正，橙色为负。")
OPEN = Text("Open {partial} on Backward", "在“反向传播”页展开 {partial}")
EQUATIONS = Text("From one window to the loss, written out", "从一个窗口到损失，逐式写出")
WAY = Text("The way through", "学习路线")
WITH_EQUATIONS = Text("({labels}) {told}", "（{labels}）{told}")
