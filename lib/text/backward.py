"""Words of the page on the backward pass (N9–N13)."""

from lib.text.language import Text

IN_MENU = Text("Backward", "反向传播")
ON_THE_WAY = Text(
    "every partial derivative, line by line, and checked by a nudge.",
    "每一个偏导数，逐行推导，并用数值微分验证。",
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
VALUES_S = Text("Weighted sums s", "加权和 s")
VALUES_O = Text("Feature map o = σ(s)", "特征图 o = σ(s)")
VALUES_SLOPE = Text("Slopes σ′(s) = o·(1 − o)", "斜率 σ′(s) = o·(1 − o)")
SLOPES = Text("Slopes of the activation", "激活函数的斜率")
VALUES_END = Text("α, yₒᵤₜ, ∂yₒᵤₜ/∂α", "α，yₒᵤₜ，∂yₒᵤₜ/∂α")
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
ROUNDED = Text(
    "Every number is shown with {digits} significant digits and computed with all of them, so the "
    "shown ones multiply out only nearly.",
    "每个数显示 {digits} 位有效数字，但以完整精度计算，因此用显示的数相乘只能大致吻合。",
)
RULES = {
    "through_output": Text(
        "chain rule: {symbol} acts on L through yₒᵤₜ only",
        "链式法则：{symbol} 只通过 yₒᵤₜ 影响 L",
    ),
    "through_alpha": Text(
        "chain rule: {symbol} acts on yₒᵤₜ through α only",
        "链式法则：{symbol} 只通过 α 影响 yₒᵤₜ",
    ),
    "windows": Text(
        "α is a sum, {symbol} is in {k} windows: {k} terms, each by the chain rule through its s",
        "α 是一个和，{symbol} 在 {k} 个窗口中：共 {k} 项，每项经由该窗口的 s 用链式法则",
    ),
    "window": Text(
        "α is a sum, {symbol} is in one window: one term, by the chain rule through its s",
        "α 是一个和，{symbol} 只在一个窗口中：只有一项，经由该窗口的 s 用链式法则",
    ),
    "product": Text(
        "α is a sum: only this product depends on {symbol}",
        "α 是一个和：只有这一个乘积与 {symbol} 有关",
    ),
    "sums_written": Text(
        "N5 and N7 put in; s is a sum of products, so ∂s/∂{symbol} is what {symbol} is multiplied by",
        "代入 N5 和 N7；s 是乘积之和，因此 ∂s/∂{symbol} 就是与 {symbol} 相乘的数",
    ),
    "product_written": Text(
        "N5 and N7 put in; a product with a constant: the other factor is left",
        "代入 N5 和 N7；乘积中另一个因子是常数，求导后只剩它",
    ),
    "slope_written": Text(
        "N5 and N7 put in, N7 for α and for {symbol}; the constant factor stays",
        "代入 N5 和 N7（N7 用于 α 和 {symbol}）；常数因子保留",
    ),
    "shortcut": Text(
        "the first two factors come to yₒᵤₜ − yy; σ′ by its name again",
        "前两个因子化为 yₒᵤₜ − yy；σ′ 恢复用符号表示",
    ),
    "logarithms": Text(
        "a sum term by term; log z has the derivative 1/z, and 1 − yₒᵤₜ brings a minus",
        "逐项求导；log z 的导数是 1/z，而 1 − yₒᵤₜ 带来一个负号",
    ),
    "bracket": Text("the minus multiplied into the bracket", "把负号乘进括号"),
    "denominator": Text("both fractions over one denominator", "两个分式通分"),
    "put_in": Text("N5 and the first form of N7 put in", "代入 N5 和 N7 的第一种形式"),
    "other_form": Text(
        "σ′(α) in its other form, σ(α)·(1 − σ(α)), and σ(α) is yₒᵤₜ",
        "σ′(α) 换成另一种形式 σ(α)·(1 − σ(α))，而 σ(α) 就是 yₒᵤₜ",
    ),
    "cancelled": Text("yₒᵤₜ·(1 − yₒᵤₜ) cancels", "yₒᵤₜ·(1 − yₒᵤₜ) 相消"),
    "outputs": Text(
        "chain rule: {symbol} acts on L through what stands at the output",
        "链式法则：{symbol} 通过输出端影响 L",
    ),
    "sums": Text("chain rule: and on that through each α", "链式法则：再经由每个 α"),
    "of_sum": Text(
        "chain rule: {symbol} acts on L through each α", "链式法则：{symbol} 通过每个 α 影响 L"
    ),
    "ways": Text(
        "a sum: {k} terms, one for each way of {symbol}, each by the chain rule",
        "是一个和：{symbol} 的每条路径一项，共 {k} 项，各用链式法则",
    ),
    "one_way": Text(
        "a sum: only one of its terms depends on {symbol}", "是一个和：其中只有一项与 {symbol} 有关"
    ),
    "all_written": Text(
        "each derivative written out; in a product the other factor is left",
        "每个导数都写出；乘积求导后只剩另一个因子",
    ),
    "error_named": Text(
        "what stands before the sum comes to less; slopes by their names again",
        "和式前面的部分得到化简；斜率恢复用符号表示",
    ),
    "layer_back": Text(
        "one layer back: each s that {symbol} acts through, {k} of them, with ∂L/∂s known",
        "回退一层：{symbol} 经由的每个 s，共 {k} 个，其 ∂L/∂s 已知",
    ),
    "layer_written": Text(
        "∂s/∂{symbol} is what {symbol} is multiplied by", "∂s/∂{symbol} 就是与 {symbol} 相乘的数"
    ),
    "true_class": Text(
        "L is −log y of the true class; log z has the derivative 1/z",
        "L 是真实类别的 −log y；log z 的导数是 1/z",
    ),
    "square": Text("a square: twice the difference", "平方的导数：差的两倍"),
    "factors_put_in": Text("both derivatives written out", "写出两个导数"),
    "slope_in_output": Text("σ′(α) in its other form, y·(1 − y)", "σ′(α) 换成另一种形式 y·(1 − y)"),
    "output_cancelled": Text(
        "the y below in the first factor cancels", "第一个因子分母中的 y 相消"
    ),
    "slope_named": Text("σ′(α) by its name again", "σ′(α) 恢复用符号表示"),
}
FACTOR = {
    "group": Text("Factors of this line", "这一行的因子"),
    "hint": Text(
        "Point at a factor to see its name, its value and its other places; click it to see what it "
        "is made of.",
        "把鼠标移到一个因子上，可看到它的名称、数值和其他位置；点击可看到它由什么得到。",
    ),
    "given": Text("Given: it stands on a slider of the sidebar.", "已知量：它在侧边栏的滑块上。"),
    "back": Text("Back", "返回"),
    "close": Text("Close", "关闭"),
}
OPEN_LINES = Text("Derive {partial} line by line", "逐行推导 {partial}")
BACK_TO = Text("Back to {partial}", "回到 {partial}")
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
    "Computed as written, the formula gives {textbook} in float64: 1 − yₒᵤₜ has lost its "
    "digits. The true value is {value}, from (yₒᵤₜ − yy)·…, where nothing has to cancel. This is "
    "what a framework's “with logits” loss is for.",
    "若按原式计算，float64 得到 {textbook}：1 − yₒᵤₜ 的有效数字已经丢失。真值是 "
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
OF_ALL = Text(
    "{count} of the {all} partial derivatives; open another tile to have those around it here",
    "{all} 个偏导数中的 {count} 个；点选别的格子，这里就换成它周围的各项",
)
CORNER = Text(
    "These numbers stand on a corner of L, where it has two slopes: a central difference gives their "
    "mean, so it may differ.",
    "这些数值正处在 L 的折点上，那里有两个斜率：中心差分给出两者的平均，因此可能不同。",
)
CORNERS = {
    "zero": Text(
        "Under ReLU s is exactly 0: its slope is taken as that of the negative side.",
        "ReLU 的 s 恰为 0：其斜率取负侧的值。",
    ),
    "tie": Text(
        "Under a max pool several cells are equally large: the first in row order is taken.",
        "最大池化下有几个格子同样大：按行序取第一个。",
    ),
}
UNROLL = Text("Write all the way out", "全部写出")
FOLDED = Text(
    "All the way to L this derivation has more than {most} terms, so its last lines go one layer back: "
    "a term for each s that {symbol} acts through, with ∂L/∂s in front.",
    "一直写到 L，此推导超过 {most} 项，因此最后几行只回退一层：{symbol} 经由的每个 s 一项，前面是 ∂L/∂s。",
)
NO_NUDGE = Text("no room to nudge", "已无扰动余地")
