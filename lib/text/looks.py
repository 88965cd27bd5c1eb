"""Words of the looks into one derivation."""

from lib.text.language import Text

PRINT_PAGE = Text("To print", "打印")
LOOK = Text("Look into it", "深入分析")
LOOKS = {
    "unpack": Text("Unpacked", "逐项展开"),
    "shortcut": Text("Long path and shortcut", "长路径与捷径"),
    "factors": Text("Which factor?", "是哪个因子？"),
    "nudge": Text("Nudge it", "扰动"),
    "code": Text("Code", "代码"),
    "print": Text("Print", "打印"),
}
VIEW = Text("View", "视图")
HEATMAPS = Text("Heatmaps", "热图")
PICTURE = Text("Picture", "网络图")

# unpacked
SUM_OF = Text(
    "{partial} = {total}: the sum of {count} terms, one for each window that {symbol} acts through.",
    "{partial} = {total}：共 {count} 项之和，{symbol} 经由的每个窗口一项。",
)
SUM_OF_WAYS = Text(
    "{partial} = {total}: the sum of {count} terms, one for each way by which {symbol} acts on L.",
    "{partial} = {total}：共 {count} 项之和，{symbol} 影响 L 的每条路径一项。",
)
TERM = Text("its term", "该项")
NO_WAY = Text(
    "{symbol} has no way to L here: a max pool takes other cells. Its derivative is 0.",
    "此处 {symbol} 没有通向 L 的路径：最大池化取了别的格子。它的导数为 0。",
)
CONVOLUTION_OF_NOTES = Text(
    "The convolution behind the terms is drawn for the notes' network only.",
    "各项背后的卷积图只为笔记中的网络绘制。",
)
ONE_WAY = Text(
    "{symbol} acts through one way only: there is nothing to add up.",
    "{symbol} 只有一条路径，无需相加。",
)
NEGATIVE_MOST = Text(
    "It is negative mostly because of window {k}: its term is {term}.",
    "它为负，主要因为窗口 {k}：该项为 {term}。",
)
POSITIVE_MOST = Text(
    "It is positive mostly because of window {k}: its term is {term}.",
    "它为正，主要因为窗口 {k}：该项为 {term}。",
)
SIGNS = Text(
    "The signs of its factors make that term {sign}: {signs}. Negative factors: {count}.",
    "各因子的符号使该项为{sign}：{signs}。负因子：{count} 个。",
)
POSITIVE = Text("positive", "正")
NEGATIVE = Text("negative", "负")
ALWAYS = Text("as everywhere", "处处如此")
BARS = Text(
    "Each bar starts where the one before ends; the last is their sum.",
    "每个条形从上一个的末端开始；最后一个是总和。",
)
WINDOW = Text("window {k}", "窗口 {k}")
TOTAL = Text("total", "总和")
CONTRIBUTION = Text("part of ∂L/∂{symbol}", "对 ∂L/∂{symbol} 的贡献")
MEETS = Text("Window {k}: {symbol} multiplies {other}", "窗口 {k}：{symbol} 与 {other} 相乘")
CONVOLUTION = Text("The convolution behind it", "背后的卷积")
KERNEL_CONVOLUTION = Text(
    "All nine ∂L/∂w at once are the image seen through windows of the shape of δ = ∂L/∂s: image ⋆ δ, "
    "a cross-correlation. Slide δ over the image; where it stands, the products add up to one entry.",
    "九个 ∂L/∂w 合起来就是用 δ = ∂L/∂s 形状的窗口去看图像：image ⋆ δ，即互相关。让 δ 在图像上滑动，所在位置的乘积之和就是一个元素。",
)
IMAGE_CONVOLUTION = Text(
    "All sixteen ∂L/∂a at once are δ = ∂L/∂s convolved with the kernel: pad δ with zeros, turn the "
    "kernel by 180°, and slide it over; where it stands, the products add up to one entry.",
    "十六个 ∂L/∂a 合起来就是 δ = ∂L/∂s 与卷积核的卷积：给 δ 补零，把卷积核旋转 180°，再滑动；所在位置的乘积之和就是一个元素。",
)
IMAGE = Text("Image a", "图像 a")
DELTA = Text("δ = ∂L/∂s", "δ = ∂L/∂s")
PADDED = Text("δ, padded with zeros", "δ，补零")
FLIPPED = Text("Kernel, turned by 180°", "卷积核，旋转 180°")
RESULT = Text("∂L/∂{symbol}", "∂L/∂{symbol}")
SLIDE_BACK = Text("Previous position", "上一个位置")
SLIDE_ON = Text("Next position", "下一个位置")

# long path and shortcut
SHORTCUT_INTRO = Text(
    "The long path multiplies ∂L/∂yₒᵤₜ by σ′(α); the shortcut takes yₒᵤₜ − yy. In exact arithmetic they "
    "are equal. Push α to 40 and watch the long path fail in float64.",
    "长路径把 ∂L/∂yₒᵤₜ 乘以 σ′(α)；捷径取 yₒᵤₜ − yy。精确运算时两者相等。把 α 推到 40，看 float64 下哪一个失效。",
)
SOFTMAX_SHORTCUT = Text(
    "With softmax and cross-entropy, too, the long path collapses: each output's share less its label.",
    "softmax 与交叉熵同样相消：每个输出的份额减去它的标签。",
)
NO_SHORTCUT = {
    "squared": Text(
        "There is no shortcut here: the squared error stands on α itself, and no slope lies between.",
        "这里没有捷径：平方误差直接作用于 α，中间没有斜率。",
    ),
    "sigmoid_squared": Text(
        "There is no shortcut here: after the squared error σ′(α) does not cancel, so a saturated output "
        "learns slowly even where it is wrong.",
        "这里没有捷径：平方误差之后 σ′(α) 不会相消，因此饱和的输出即使错了也学得很慢。",
    ),
    "given": Text(
        "There is no shortcut here: this network has no output, its gradient is given.",
        "这里没有捷径：此网络没有输出，梯度是给定的。",
    ),
}
ALPHA = Text("A value of α to try", "试用的 α 值")
USE_ALPHA = Text(r"Copy the network's $\alpha$", r"复制网络的 $\alpha$")
LONG = Text("Long path, as written", "长路径，按原式计算")
SHORT = Text("Shortcut, kept stable", "捷径，数值稳定")
LOST = Text("Digits lost", "丢失的有效数字")
ALL_LOST = Text("all", "全部")
LOST_CHART = Text(
    "Relative error of the long path in float64 against α. Where there is no line, the long path "
    "gives NaN.",
    "长路径在 float64 下的相对误差随 α 的变化。没有线的地方，长路径的结果为 NaN。",
)
ERROR = Text("relative error", "相对误差")
STEPS_TITLE = Text("The cancellation, step by step", "逐步相消")
KEPT = Text(
    r"The last line is computed as $(1 - yy) \cdot \sigma(\alpha) - yy \cdot \sigma(-\alpha)$, which is "
    "the same number and never subtracts two nearly equal ones.",
    r"最后一行按 $(1 - yy) \cdot \sigma(\alpha) - yy \cdot \sigma(-\alpha)$ 计算：数值相同，且不会让两个相近的数相减。",
)
CLIPPED = Text(
    r"Libraries that take the loss from $y_{{out}}$ keep it away from 0 and 1 instead: for α = {alpha}, "
    "yy = 0 and float64 they say L = {clipped}; it is {exact}.",
    r"直接由 $y_{{out}}$ 计算损失的库会把它限制在 0 和 1 之外：α = {alpha}、yy = 0 时，它们在 float64 下给出 L = {clipped}，而实际为 {exact}。",
)
FINE = Text(
    "Here both agree: the long path has lost {digits} of its 16 digits at most.",
    "此处两者一致：长路径在 16 位有效数字中最多丢失 {digits} 位。",
)
BROKEN = Text(
    "Here the long path is wrong: yₒᵤₜ has rounded so near to {end} that 1 − yₒᵤₜ or yₒᵤₜ itself has "
    "no digits left, and the product becomes {long}. The shortcut still gives {short}.",
    "此处长路径出错：yₒᵤₜ 舍入后过于接近 {end}，1 − yₒᵤₜ 或 yₒᵤₜ 已没有有效数字，乘积变成 {long}。捷径仍给出 {short}。",
)

# factors
FACTORS_INTRO = Text(
    "Every factor by its magnitude. A bar starts at 1, a factor that changes nothing; the further it "
    "reaches to the left, the more the factor shrinks its term. A triangle marks the smallest factor of "
    "each window; a dashed bar is a negative factor.",
    "每个因子的大小。条形从 1 开始（等于 1 的因子不改变任何东西），向左伸得越远，该因子就让所在的项变得越小。三角形标出每个窗口中最小的因子，虚线条形表示负的因子。",
)
FACTORS_CHART = Text("Magnitude of each factor, on a log scale", "各因子的大小，对数刻度")
MAGNITUDE = Text("magnitude", "大小")
SHARED = Text("in every term", "各项共有")
IN_EVERY_TERM = Text("In every term: {factor} = {value}.", "各项共有：{factor} = {value}。")
ALONE = Text("There is one factor only: {factor} = {value}.", "只有一个因子：{factor} = {value}。")
SMALLEST = Text(
    "Window {k} adds {term}; its smallest factor is {factor} = {value}.",
    "窗口 {k} 贡献 {term}，其中最小的因子是 {factor} = {value}。",
)
SMALLEST_OF_WAY = Text(
    "The way through {k} adds {term}; its smallest factor is {factor} = {value}.",
    "经由 {k} 的路径贡献 {term}，其中最小的因子是 {factor} = {value}。",
)
SATURATED_TANH = Text("It is saturated: tanh′ is 1 at most.", "它已饱和：tanh′ 最大为 1。")
DEAD = Text(
    "ReLU passes nothing here: its s is not positive.", "ReLU 在此不传递梯度：它的 s 不为正。"
)
NOT_TAKEN = Text("The max pool takes another cell.", "最大池化取了别的格子。")
SATURATED = Text(
    "It is saturated: σ′ is {share}% of its largest, 1/4.",
    "它已饱和：σ′ 只有最大值 1/4 的 {share}%。",
)
FITS = Text(
    "The prediction fits the label: little is left to learn.", "预测已符合标签：没有多少可学。"
)
ZERO = Text("Nothing passes.", "没有梯度通过。")
OUTPUT_SATURATED = Text(
    "The output is saturated: {slope} = {slope_value}. What reaches the terms is its product with "
    "{before} = {before_value}, and that is {error} = {value}.",
    "输出已饱和：{slope} = {slope_value}。传到各项的是它与 {before} = {before_value} 的乘积，即 {error} = {value}。",
)
CANCEL = Text(
    "The terms cancel: without their signs they would add up to {magnitudes}, with their signs to "
    "{total}. Only {share}% is left.",
    "各项相互抵消：不计符号时相加为 {magnitudes}，计符号时为 {total}，只剩 {share}%。",
)
PARTLY = Text(
    "The terms cancel in part: without their signs they would add up to {magnitudes}, with their signs "
    "to {total}. {share}% is left.",
    "各项部分抵消：不计符号时相加为 {magnitudes}，计符号时为 {total}，剩下 {share}%。",
)
ONE_SIGN = Text("All terms have the same sign: nothing cancels.", "各项符号相同：没有抵消。")
HEALTHY = Text("No factor is near zero.", "没有因子接近零。")

# nudge
NUDGE_INTRO = Text(
    "Change {symbol} by ε and look at the loss. The slope of the secant is the derivative, without any "
    "chain rule.",
    "把 {symbol} 改变 ε，看损失如何变化。割线的斜率就是导数，不用任何链式法则。",
)
EPSILON = Text("The nudge, base-10 log", "扰动量，以 10 为底的对数")
CURVE = Text(
    "L along {symbol}, everything else held: the curve, and the secant through both nudged points.",
    "其余不变时 L 随 {symbol} 的曲线，以及过两个扰动点的割线。",
)
ERROR_CHART = Text(
    "Relative error of three ways to nudge, against ε, both on log scales.",
    "三种扰动方法的相对误差随 ε 的变化，均为对数刻度。",
)
METHODS = {
    "forward": Text("forward difference", "前向差分"),
    "central": Text("central difference", "中心差分"),
    "complex_step": Text("complex step", "复步微分"),
}
WHY_V = Text(
    "Why a V? On the right ε is large and the curve bends away from its secant: the error grows like ε "
    "(forward) or ε² (central). On the left ε is small and L(w + ε) − L(w) cancels nearly all its "
    "digits: the error grows like 1/ε. The complex step takes the loss at the complex number w + iε, "
    "and Im L(w + iε)/ε as the slope: it subtracts nothing, so it has no left arm.",
    "为何呈 V 形？右侧 ε 大，曲线偏离割线：误差随 ε（前向）或 ε²（中心）增长。左侧 ε 小，L(w + ε) − L(w) 几乎抵消全部有效数字：误差随 1/ε 增长。复步微分（complex step）在复数 w + iε 处计算损失，以 Im L(w + iε)/ε 为斜率：不做减法，因此没有左臂。",
)
TWO_SLOPES = Text(
    "L has a corner here and two slopes: {before} to the left, {after} to the right. The chain rule takes "
    "{taken}; the central difference lies halfway between both.",
    "L 在此处有折点，有两个斜率：左侧 {before}，右侧 {after}。链式法则取 {taken}；中心差分在两者正中。",
)
METHOD = Text("Method", "方法")
ESTIMATE = Text("Estimate", "估计值")
NO_NUDGE = Text(
    "There is no room to nudge here: yₒᵤₜ has rounded to 0 or 1, or ε is lost in the value's own "
    "rounding.",
    "此处已无扰动余地：yₒᵤₜ 已舍入为 0 或 1，或者 ε 消失在该值自身的舍入中。",
)

# code
CODE_INTRO = Text(
    "Each line beside the NumPy that computes it, read out of the running program.",
    "每一行旁边是计算它的 NumPy 代码，取自正在运行的程序。",
)
COPY_LATEX = Text("The derivation as LaTeX", "推导的 LaTeX")
COPY_NUMBER = Text("The number in full precision", "该数，完整精度")
COPY_NUMPY = Text("NumPy, on its own", "独立的 NumPy 代码")
COPY_TORCH = Text("PyTorch, on its own", "独立的 PyTorch 代码")
COPY_NOTE = Text(
    "Both snippets hold these very numbers and print {partial}; its last digit or two may differ, as "
    "they calculate in another order.",
    "两段代码都包含当前的数值，并打印 {partial}；运算次序不同，末尾一两位可能不同。",
)

# print
PRINT_INTRO = Text(
    "A clean page with the numbers in it: to print, or as LaTeX source that compiles.",
    "一份干净的、带数值的页面：可打印，也可下载可编译的 LaTeX 源码。",
)
SCOPE_ONE = Text("{partial} only", "仅 {partial}")
SCOPE_ALL = Text("all {count}", "全部 {count} 个")
SCOPE_MATRIX = Text("all {count} of its matrix", "所在矩阵的全部 {count} 个")
SCOPE = Text("Which derivations", "哪些推导")
OPEN_PAGE = Text("Open the page to print", "打开打印页面")
DOWNLOAD = Text("LaTeX source", "LaTeX 源码")
PRINT = Text("Print this page", "打印此页")
GIVEN = Text("Given", "已知")
FORWARD_PASS = Text("Forward pass and loss", "前向传播与损失")
DERIVATIONS = Text("Derivations", "推导")
BACK_TO = Text("Back to Backward", "回到“反向传播”")
LOSES = Text(
    "Computed as written, the formula loses its digits in float64 here. It comes out as",
    "若按原式计算，float64 在此处会丢失有效数字，结果为",
)
