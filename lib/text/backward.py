"""Words of the page on the backward pass (N9–N13)."""

from lib.text.language import Text

IN_MENU = Text("Backward", "反向传播")
ON_THE_WAY = Text(
    "(N9–N13) every partial derivative, line by line, and checked by a nudge.",
    "（N9–N13）每一个偏导数，逐行推导，并用数值微分验证。",
)
TITLE = Text("Backward: every partial derivative", "反向传播：每一个偏导数")
INTRO = Text(
    "The chain rule walks from the loss back to any number of the network. Pick a tile to open its "
    "derivation; move a slider and every number follows.",
    "链式法则从损失一路走回网络中的任意一个数。点选一个格子即可展开它的推导；移动滑块，所有数值随之变化。",
)
IMAGE = Text("∂L/∂a, the image", "∂L/∂a，图像")
KERNEL = Text("∂L/∂w, the kernel", "∂L/∂w，卷积核")
DENSE = Text("∂L/∂w, dense", "∂L/∂w，全连接")
S = Text("∂L/∂s", "∂L/∂s")
O = Text("∂L/∂o", "∂L/∂o")  # noqa: E741 - the notes' letter
ENDS = Text("∂L/∂α, ∂L/∂yₒᵤₜ", "∂L/∂α，∂L/∂yₒᵤₜ")
CHOOSE = Text("Open the derivation of", "展开推导")
VALUE = Text("Chain rule", "链式法则")
NUDGED = Text("Central difference", "中心差分")
GAP = Text("Relative error", "相对误差")
NUDGED_HELP = Text(
    "(L(x + ε) − L(x − ε)) / 2ε with ε = 6·10⁻⁶: an answer that knows nothing of the chain rule.",
    "(L(x + ε) − L(x − ε)) / 2ε，其中 ε = 6·10⁻⁶：这个答案完全不用链式法则。",
)
LOSS = Text("Loss L", "损失 L")
DERIVATION = Text("The derivation, line by line", "逐行推导")
COLLAPSE = Text(
    r"Why do the first two factors collapse to $y_{out} - yy$? Open $\partial L/\partial\alpha$",
    r"前两个因子为何化为 $y_{out} - yy$？展开 $\partial L/\partial\alpha$",
)
COLLAPSE_NOTE = Text(
    "$y_{out} (1 - y_{out})$ stands below in the first factor and is the second factor: it cancels. "
    "Both forms of σ′ are equal, so either may be put in.",
    "$y_{out} (1 - y_{out})$ 在第一个因子中作分母，又正好是第二个因子，因此相消。σ′ 的两种形式相等，代入哪一种都可以。",
)
LOSES = Text(
    "Computed as written, the last line gives {textbook} in float64: 1 − yₒᵤₜ has lost its "
    "digits. The true value is {value}, from (yₒᵤₜ − yy)·…, where nothing has to cancel. This is "
    "what a framework's “with logits” loss is for.",
    "若按最后一行的写法计算，float64 得到 {textbook}：1 − yₒᵤₜ 的有效数字已经丢失。真值是 "
    "{value}，由 (yₒᵤₜ − yy)·… 得到，那里无需相消。深度学习框架的 “with logits” 损失正是为此而设。",
)
HELD = Text(
    "The true ∂L/∂yₒᵤₜ is larger than any float64; it is held at 1.8·10³⁰⁸.",
    "∂L/∂yₒᵤₜ 的真值超出 float64 的范围，这里以 1.8·10³⁰⁸ 表示。",
)
ALL = Text("All partial derivatives", "全部偏导数")
FORMULA = Text("Formula", "公式")
NUMBER = Text("Value", "数值")
TABLES = {
    "kernel": Text("Kernel weights (9)", "卷积核权重（9）"),
    "dense": Text("Dense weights (4)", "全连接权重（4）"),
    "image": Text("Pixels (16)", "像素（16）"),
    "between": Text("Intermediate values (10)", "中间量（10）"),
}
NO_NUDGE = Text("no room to nudge", "已无扰动余地")
