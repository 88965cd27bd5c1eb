"""Words of the page on the sigmoid (N6, N7)."""

from lib.text.language import Text

IN_MENU = Text("Sigmoid", "Sigmoid")
ON_THE_WAY = Text(
    "the curve, its slope, and why both ways to write the slope agree.",
    "曲线、斜率，以及斜率的两种写法为何相等。",
)
TITLE = Text("Sigmoid: a number between 0 and 1", "Sigmoid：0 与 1 之间的数")
INTRO = Text(
    "The network squashes with it twice: each window's sum, and α. Its derivative is what shrinks "
    "a gradient on the way back. The input is set on this page and does not follow the sidebar.",
    "网络用它压缩两次：每个窗口的和，以及 α。反向传播途中，正是它的导数让梯度变小。输入在本页设定，不随侧边栏变化。",
)
X = Text("The input", "输入")
FROM_NETWORK = Text("Copy x from the network", "从网络复制 x")
CURVE = Text(
    "σ(x) with its tangent at your x, and below it the derivative σ′(x), highest in the middle.",
    "σ(x) 及其在 x 处的切线；下方是导数 σ′(x)，中间最高。",
)
VALUE = Text(r"$\sigma(x)$", r"$\sigma(x)$")
SLOPE = Text(r"$\sigma'(x)$", r"$\sigma'(x)$")
SHARE = Text("of its largest, 1/4", "占最大值 1/4 的比例")
THE_CURVE = Text("The function", "函数")
THE_SLOPE = Text("Its derivative, in both forms", "导数的两种形式")
EQUAL = Text("Why both are equal", "两种形式为何相等")
EQUAL_NOTE = Text(
    r"$1 - \sigma(x)$ is $e^{-x}$ over the same denominator, so the product of the two fractions is the first "
    "form.",
    r"$1 - \sigma(x)$ 等于同一分母上的 $e^{-x}$，因此两个分式的乘积就是第一种形式。",
)
SATURATED = Text(
    "The sigmoid is saturated here: the slope is under 1% of its largest, so hardly any gradient "
    "passes.",
    "此处 sigmoid 已饱和：斜率不到最大值的 1%，梯度几乎无法通过。",
)
