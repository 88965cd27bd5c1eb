"""Words of the page on the loss (N1–N5)."""

from lib.text.language import Text

IN_MENU = Text("Cross-entropy", "交叉熵")
ON_THE_WAY = Text(
    "how wrong is the output, and ∂L/∂yₒᵤₜ in all its forms.",
    "输出错了多少，以及 ∂L/∂yₒᵤₜ 的各种形式。",
)
TITLE = Text("Cross-entropy: how wrong is the output?", "交叉熵：输出错了多少？")
INTRO = Text(
    "The label is $yy$; the output $y_{out}$ is set on this page and does not follow the sidebar. Move "
    "either and see the loss, its tangent, and every form in which the notes write the derivative.",
    "标签是 $yy$；输出 $y_{out}$ 在本页设定，不随侧边栏变化。移动任意一个，观察损失、切线，以及笔记中导数的每一种写法。",
)
OUTPUT = Text("An output to try", "试用的输出")
LABEL = Text("The label", "标签")
USE_NETWORK = Text("Copy the network's $y_{out}$", "复制网络的 $y_{out}$")
USE_NETWORK_HELP = Text(
    "Takes the $y_{out}$ that the network has now, once; held between 0.001 and 0.999 for this curve.",
    "取网络当前的 $y_{out}$，只取一次；为画出曲线，限制在 0.001 到 0.999 之间。",
)
CURVE = Text(
    "The loss against yₒᵤₜ, the point where you are, and the tangent whose slope is ∂L/∂yₒᵤₜ.",
    "损失 L 随 yₒᵤₜ 的曲线、当前所在的点，以及斜率为 ∂L/∂yₒᵤₜ 的切线。",
)
AXIS_LOSS = Text("L (nats)", "L（奈特）")
LOSS = Text("Loss L", "损失 L")
SLOPE = Text(r"$\partial L/\partial y_{out}$", r"$\partial L/\partial y_{out}$")
CONFIDENT = Text("$y_{out} - yy$", "$y_{out} - yy$")
THE_LOSS = Text("The loss", "损失函数")
THE_SLOPE = Text("Its derivative, in all its forms", "导数的各种形式")
SAME = Text(
    "All three are the same number: the last puts both fractions over one denominator, and "
    "$-yy(1 - y_{out}) + (1 - yy)y_{out}$ is $y_{out} - yy$.",
    "三者是同一个数：最后一式将两个分式通分，而 $-yy(1 - y_{out}) + (1 - yy)y_{out}$ 正是 $y_{out} - yy$。",
)
BASE = Text("Which log? Base e against base 2", "用哪种对数？以 e 为底与以 2 为底")
BASE_NOTE = Text(
    "The notes' log is the natural one, so L is in nats. In base 2 it would be in bits: every loss "
    r"and every derivative grows by the same factor $1/\ln 2 \approx 1.4427$, and nothing else changes. "
    "Gradient descent would take the same path with a learning rate smaller by that factor.",
    r"笔记中的对数以 e 为底，因此 L 的单位是奈特（nat）。若以 2 为底，单位就是比特（bit）：每个损失和每个导数都乘以同一个因子 $1/\ln 2 \approx 1.4427$，其余不变。把学习率除以该因子，梯度下降的路径完全相同。",
)
NATS = Text("base e (nats)", "以 e 为底（奈特）")
BITS = Text("base 2 (bits)", "以 2 为底（比特）")
QUANTITY = Text("Quantity", "量")
