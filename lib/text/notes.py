"""Words of the page with the notes: their equations, how they are read, and every sign and term."""

from lib.text.language import Text

IN_MENU = Text("The notes", "笔记")
ON_THE_WAY = Text(
    "all equations in their order, the symbols, and a glossary.",
    "按顺序列出全部公式、符号和术语表。",
)
TITLE = Text("The notes", "笔记")
INTRO = Text(
    "This app follows a few handwritten pages that differentiate a small network by hand. A badge "
    "such as N9 beside a formula anywhere in the app names one of their equations and leads here; the "
    "browser's Back returns.",
    "本应用依据几页手写笔记，它们手工推导了一个小网络的导数。应用中公式旁的编号（如 N9）指的是笔记中的某个公式，点击即到这里，用浏览器的“后退”返回。",
)
CONTENTS = Text("On this page", "本页内容")
EQUATIONS = Text("The equations", "公式")
LIVE = Text("With numbers: {page}", "带数值：{page}")

NAMES = {
    "N1": Text("Which logarithm", "哪种对数"),
    "N2": Text("Cross-entropy", "交叉熵"),
    "N3": Text("The loss", "损失"),
    "N4": Text("The derivative of the loss", "损失的导数"),
    "N5": Text("The same without brackets, and as one fraction", "去掉括号，再通分"),
    "N6": Text("The sigmoid", "Sigmoid 函数"),
    "N7": Text("Its derivative, in both forms", "它的导数，两种形式"),
    "N8": Text("The sum before the output", "输出之前的和"),
    "N9": Text("Derivation 1, line 1", "推导一，第 1 行"),
    "N10": Text("Derivation 1, line 2", "推导一，第 2 行"),
    "N11": Text("Derivation 1, line 3", "推导一，第 3 行"),
    "N12": Text("Derivation 1, line 4", "推导一，第 4 行"),
    "N13": Text("Derivation 2, all four lines", "推导二，全部四行"),
}
MEANINGS = {
    "N1": Text(
        "The notes' log has base e, so the loss is in nats. In base 2 it would be in bits: every loss "
        r"and every derivative is divided by $\ln 2$, and nothing else changes.",
        r"笔记中的对数以 e 为底，因此损失的单位是奈特。若以 2 为底，单位就是比特：每个损失和每个导数都除以 $\ln 2$，其余不变。",
    ),
    "N2": Text(
        "$i$ counts the classes, here 1 and 0. $P_{i}(x)$ is the share that the label gives to class $i$ of "
        "the image $x$: $P_{1} = yy$ and $P_{0} = 1 - yy$. $Q_{i}(x)$ is the share that the network gives "
        "to it: $Q_{1} = y_{out}$ and $Q_{0} = 1 - y_{out}$.",
        "$i$ 为类别编号，这里是 1 和 0。$P_{i}(x)$ 是标签给图像 $x$ 的第 $i$ 类的概率：$P_{1} = yy$，$P_{0} = 1 - yy$。$Q_{i}(x)$ 是网络给出的概率：$Q_{1} = y_{out}$，$Q_{0} = 1 - y_{out}$。",
    ),
    "N3": Text(
        "N2 with its two classes written out.",
        "把 N2 的两个类别写出来。",
    ),
    "N4": Text(
        r"The derivative of $\log z$ is $\frac{1}{z}$; the second logarithm has $(1 - y_{out})$ inside, hence its minus.",
        r"$\log z$ 的导数是 $\frac{1}{z}$；第二个对数里是 $(1 - y_{out})$，因此出现负号。",
    ),
    "N5": Text(
        "The form with one fraction is the one that both derivations put in.",
        "两个推导代入的都是通分后的那个形式。",
    ),
    "N6": Text(
        r"The same function twice: $o_{ij} = \sigma(s_{k})$ in each window, and $y_{out} = \sigma(\alpha)$ at the "
        "end.",
        r"同一个函数用了两次：每个窗口中 $o_{ij} = \sigma(s_{k})$，末端 $y_{out} = \sigma(\alpha)$。",
    ),
    "N7": Text(
        "The notes use the first form in their last lines; the second needs no exponential once the "
        "output is known.",
        "笔记的最后一行用第一种形式；第二种形式在输出已知时不需要再算指数。",
    ),
    "N8": Text(
        "The dense weights weigh the four numbers of the feature map; there is no bias.",
        "全连接权重对特征图的四个数加权；没有偏置。",
    ),
    "N9": Text(
        "The chain rule: $w_{00}$ acts on the loss through $y_{out}$ only.",
        "链式法则：$w_{00}$ 只通过 $y_{out}$ 影响损失。",
    ),
    "N10": Text(
        r"The chain rule again: on $y_{out}$ it acts through $\alpha$ only.",
        r"再用链式法则：它只通过 $\alpha$ 影响 $y_{out}$。",
    ),
    "N11": Text(
        r"$\alpha$ is a sum, and $w_{00}$ is in all four windows, so there is one term for each of them.",
        r"$\alpha$ 是一个和，而 $w_{00}$ 出现在全部四个窗口中，因此每个窗口有一项。",
    ),
    "N12": Text(
        "N5 and N7 put in; in each window $w_{00}$ is multiplied by another pixel.",
        "代入 N5 和 N7；在每个窗口中 $w_{00}$ 与不同的像素相乘。",
    ),
    "N13": Text(
        "The same four lines for a pixel. In each window $a_{21}$ is multiplied by another weight; a pixel on "
        "an edge is in two windows, a corner is in one only.",
        "对一个像素的同样四行。在每个窗口中 $a_{21}$ 与不同的权重相乘；边上的像素属于两个窗口，角上的只属于一个。",
    ),
}
LIKE = Text("like {label}", "仿 {label}")
OTHERS = Text(
    "The notes write out two derivations, for $w_{00}$ and for $a_{21}$. Backward derives everything else in "
    "the same lines: a badge says “like N9” where a line follows the pattern of N9 for another number.",
    "笔记只写出对 $w_{00}$ 和 $a_{21}$ 的两个推导。“反向传播”页按同样的步骤推导其余各量：若某一行是对另一个数仿照 N9 写出的，编号就写作“仿 N9”。",
)

ERRATA = Text("Slips of the pen and of the reading", "笔误与误读")
ERRATA_INTRO = Text(
    "The pages were read by a machine. Where that reading cannot be meant, the app reads the notes so:",
    "这些手稿由机器识别。识别结果不可能成立之处，本应用按下表理解：",
)
PRINTED = Text("It prints", "识别为")
READ = Text("Read", "应读作")
REMARK = Text("Why", "说明")
ERRATA_ROWS = (
    (
        r"$\frac{\sigma l}{\sigma_{w00}}$",
        r"$\frac{\partial L}{\partial w_{00}}$",
        Text(
            "A σ that stands for ∂, in every derivative of derivation 1.",
            "推导一的各个导数中，σ 应为 ∂。",
        ),
    ),
    (
        r"$000,\ 001,\ 010,\ 011$",
        r"$o_{00},\ o_{01},\ o_{10},\ o_{11}$",
        Text("The letter o read as a zero.", "字母 o 被识别为数字 0。"),
    ),
    (
        r"$W_{a \cdot 000},\ W_{b001}$",
        r"$w_{a} \cdot o_{00},\ w_{b} \cdot o_{01}$",
        Text("A product read as a subscript.", "乘积被识别为下标。"),
    ),
    (
        r"$Y_{out},\ y_{y},\ W_{a},\ W_{21}$",
        r"$y_{out},\ yy,\ w_{a},\ w_{21}$",
        Text("One symbol in several spellings.", "同一个符号的不同写法。"),
    ),
    (
        r"$a_{1}$",
        r"$a_{21}$",
        Text(
            r"It meets $w_{21}$, $w_{20}$, $w_{11}$ and $w_{10}$ in windows 0 to 3, which only $a_{21}$ does.",
            r"它在窗口 0 到 3 中分别与 $w_{21}$、$w_{20}$、$w_{11}$、$w_{10}$ 相乘，只有 $a_{21}$ 如此。",
        ),
    ),
    (
        r"$L = -P_{i}(x) \cdot \log Q_{i}(x)$",
        r"$L = -\sum_{i} P_{i}(x) \cdot \log Q_{i}(x)$",
        Text("One term of the sum; the loss is all of it.", "只是求和中的一项；损失是整个和。"),
    ),
    (
        r"$l$",
        r"$L$",
        Text("The loss, written in two ways.", "损失的两种写法。"),
    ),
)

SYMBOLS = Text("The symbols", "符号")
SYMBOL = Text("Symbol", "符号")
COUNT = Text("How many", "个数")
MEANING = Text("What it is", "含义")
SYMBOL_ROWS = (
    ("$a_{pq}$", "4×4", Text("the pixels of the image", "图像的像素")),
    (
        "$w_{mn}$",
        "3×3",
        Text("the kernel, shared by all windows; no bias", "卷积核，所有窗口共用；没有偏置"),
    ),
    (
        "$s_{k}$",
        "4",
        Text(
            r"the weighted sums: $s_{2i+j} = \sum_{m,n} w_{mn} \cdot a_{i+m,\,j+n}$; the kernel is not turned",
            r"加权和：$s_{2i+j} = \sum_{m,n} w_{mn} \cdot a_{i+m,\,j+n}$；卷积核不旋转",
        ),
    ),
    (
        "$o_{ij}$",
        "2×2",
        Text(
            r"the feature map, $o_{ij} = \sigma(s_{2i+j})$", r"特征图，$o_{ij} = \sigma(s_{2i+j})$"
        ),
    ),
    (
        "$w_{a} … w_{d}$",
        "4",
        Text("the dense weights, one for each window", "全连接权重，每个窗口一个"),
    ),
    (
        r"$\alpha$",
        "1",
        Text("the weighted sum of the feature map (N8)", "特征图的加权和（N8）"),
    ),
    (
        "$y_{out}$",
        "1",
        Text(r"the output, $\sigma(\alpha)$", r"输出，$\sigma(\alpha)$"),
    ),
    (
        "$yy$",
        "1",
        Text(
            "the label, from 0 to 1: one symbol, not a product",
            "标签，在 0 到 1 之间：一个符号，不是乘积",
        ),
    ),
    ("$L$", "1", Text("the loss (N3)", "损失（N3）")),
    (
        r"$\delta$",
        "4",
        Text(
            r"short for $\partial L/\partial s$, which everything behind it is built from",
            r"$\partial L/\partial s$ 的简写，再往前的一切都由它得到",
        ),
    ),
    (
        "⋆",
        "",
        Text(
            "cross-correlation: slide without turning, and add up the products",
            "互相关：不旋转，滑动并把乘积相加",
        ),
    ),
    (r"$\eta$", "1", Text("the learning rate", "学习率")),
    (r"$\varepsilon$", "1", Text("a nudge", "扰动")),
)

WHY = Text("Why it is written so", "为何这样写")
WHY_ROWS = (
    Text(
        "**$s_{0}$ but $o_{00}$.** The notes count the windows from 0 to 3 where they add up, and by row and column "
        "where they make a map. Window $k$ stands at row $i$, column $j$ with $k = 2i + j$, so $o_{10}$ comes from "
        "$s_{2}$.",
        "**$s_{0}$ 与 $o_{00}$。** 求和时笔记把窗口从 0 数到 3，组成特征图时按行列编号。窗口 $k$ 位于第 $i$ 行、第 $j$ 列，$k = 2i + j$，因此 $o_{10}$ 来自 $s_{2}$。",
    ),
    Text(
        "**$w_{00}$ and $w_{a}$ are both w.** Both are weights, of two layers: two figures are a place in the kernel, a "
        "letter is the window that a dense weight belongs to, a for window 0 to d for window 3.",
        "**$w_{00}$ 与 $w_{a}$ 都写作 w。** 两者都是权重，属于两层：两个数字表示在卷积核中的位置，字母表示全连接权重所属的窗口，a 是窗口 0，d 是窗口 3。",
    ),
    Text(
        "**$yy$** is the label: the notes write it with two letters to keep it apart from $y_{out}$.",
        "**$yy$** 是标签：笔记用两个字母，以区别于 $y_{out}$。",
    ),
    Text(
        "**No biases.** Neither the windows nor α have one in the notes, so there are 9 + 4 = 13 weights.",
        "**没有偏置。** 笔记中窗口和 α 都没有偏置，因此共有 9 + 4 = 13 个权重。",
    ),
    Text(
        "**A 4×4 image.** The notes never say so: $w_{00}$ meets $a_{00}$, $a_{01}$, $a_{10}$ and $a_{11}$, so the map is 2×2, "
        "and a 3×3 kernel gives a 2×2 map on a 4×4 image only.",
        "**4×4 图像。** 笔记没有明说：$w_{00}$ 与 $a_{00}$、$a_{01}$、$a_{10}$、$a_{11}$ 相乘，所以特征图是 2×2，而 3×3 卷积核只有在 4×4 图像上才得到 2×2。",
    ),
)

SIGNS = Text("The signs on the screen", "屏幕上的图示")
SIGN_ROWS = (
    Text(
        "**Blue** is positive and **orange** negative; the deeper the colour, the larger the number among its neighbours.",
        "**蓝色**为正，**橙色**为负；颜色越深，在同组中越大。",
    ),
    Text(
        "**Hatched** tiles of Step by step are not computed yet; a hatched bar of a sum is a negative term.",
        "“逐步演示”中带**斜线**的格子尚未计算；求和图中带斜线的条形是负的项。",
    ),
    Text(
        "**A blue ring** is round the number whose derivation is open, on its tile and on its slider.",
        "**蓝色环**围绕正在展开推导的数：它的格子和它的滑块。",
    ),
    Text(
        "**A dark ring** is round what the number under the pointer is made of, or what it is in other places.",
        "**深色环**围绕鼠标所指的数由什么得到，或它出现的其他位置。",
    ),
    Text(
        "**A dashed line** in the picture is a negative dense weight; a dashed frame is a window over the image.",
        "网络图中的**虚线**是负的全连接权重，虚线框是图像上的窗口。",
    ),
    Text(
        "**Numbers** are rounded only where they are shown: the app computes with full precision, and "
        "“Significant digits” in the sidebar decides how many are written.",
        "**数值**只在显示时舍入：应用以完整精度计算，侧边栏的“有效数字”决定写出几位。",
    ),
)
GLOSSARY = Text("Glossary", "术语表")
