"""One name for one thing, in both languages, with what it means.

The words of every other module keep to these names; the spellings listed with a term are other
names of the same thing, and none of them may be said.
"""

from __future__ import annotations

from typing import NamedTuple

from lib.text.language import Text


class Term(NamedTuple):
    """A term of the field or of the notes.

    Attributes:
        name: what the app calls it.
        meaning: one sentence for a learner, Markdown with LaTeX between dollars.
        not_en: other English names, never said; matched as whole words, in any case.
        not_zh: other Chinese names, never said.
    """

    name: Text
    meaning: Text
    not_en: tuple[str, ...] = ()
    not_zh: tuple[str, ...] = ()


GLOSSARY = {
    # the notes and their network
    "notes": Term(
        Text("the notes", "笔记"),
        Text(
            "The handwritten pages that this app brings to life; N1 to N13 number their equations.",
            "本应用所依据的手写推导；N1 到 N13 是其中公式的编号。",
        ),
    ),
    "window": Term(
        Text("window", "窗口"),
        Text(
            "The 3×3 pixels that the kernel covers in one of its four positions.",
            "卷积核在四个位置之一所覆盖的 3×3 像素。",
        ),
        ("receptive field",),
        ("感受野", "滑窗"),
    ),
    "kernel": Term(
        Text("kernel", "卷积核"),
        Text(
            "The nine weights $w_{mn}$, the same for every window; the network has no bias.",
            "九个权重 $w_{mn}$，所有窗口共用；网络没有偏置。",
        ),
        ("filter",),
        ("滤波器", "把核"),
    ),
    "weighted_sum": Term(
        Text("weighted sum", "加权和"),
        Text(
            "What comes out of a window before σ: $s_k$, the nine products $w·a$ added up.",
            "窗口在激活之前的结果：$s_k$，即九个乘积 $w·a$ 之和。",
        ),
        ("pre-activation", "preactivation", "sums of the windows"),
        ("预激活", "净输入", "窗口之和"),
    ),
    "feature_map": Term(
        Text("feature map", "特征图"),
        Text(
            "The four numbers $o_{ij} = σ(s_k)$ with $k = 2i + j$: the same place, counted in two ways.",
            "四个数 $o_{ij} = σ(s_k)$，其中 $k = 2i + j$：同一个位置的两种编号。",
        ),
        ("activation map",),
        ("特征映射",),
    ),
    "dense": Term(
        Text("dense weights", "全连接权重"),
        Text(
            "The four weights $w_a$ to $w_d$, one per window, that add the feature map up to α.",
            "四个权重 $w_a$ 到 $w_d$，每个窗口一个，把特征图加权相加得到 α。",
        ),
        ("fully connected",),
        ("稠密", "密集"),
    ),
    "output": Term(
        Text("output", "输出"),
        Text(
            "$y_{out} = σ(α)$, the probability that the network gives to label 1.",
            "$y_{out} = σ(α)$，网络给标签 1 的概率。",
        ),
        ("y_out",),
        ("y_out",),
    ),
    "label": Term(
        Text("label", "标签"),
        Text(
            "$yy$, what the output should be, from 0 to 1; it is one symbol and not a product.",
            "$yy$，输出应有的值，在 0 到 1 之间；它是一个符号，不是乘积。",
        ),
        ("target",),
        ("目标值", "标记"),
    ),
    "loss": Term(
        Text("loss", "损失"),
        Text(
            "$L$, the cross-entropy of label and output: 0 where they agree, larger the further apart.",
            "$L$，标签与输出的交叉熵：两者一致时为 0，相差越大越大。",
        ),
        ("cost function",),
        ("代价",),
    ),
    "distributions": Term(
        Text("cross-entropy", "交叉熵"),
        Text(
            "$-\\sum_i P_i \\log Q_i$, with $P$ what the label says of the two classes and $Q$ what the "
            "output says.",
            "$-\\sum_i P_i \\log Q_i$，其中 $P$ 是标签给出的两类概率，$Q$ 是输出给出的两类概率。",
        ),
        ("log loss", "logloss"),
        ("互熵",),
    ),
    "nats": Term(
        Text("nats", "奈特"),
        Text(
            "The unit of a loss whose logarithm has base e; in base 2 the unit would be bits.",
            "对数以 e 为底时损失的单位；以 2 为底时单位是比特。",
        ),
        (),
        ("纳特",),
    ),
    "always_half": Term(
        Text("always answering ½", "始终回答 ½"),
        Text(
            r"Has the loss $\ln 2 \approx 0.693$ on every image: a run below it has learnt something.",
            r"对每幅图像的损失都是 $\ln 2 \approx 0.693$：低于它说明训练学到了东西。",
        ),
        ("coin",),
        ("硬币", "随机猜测"),
    ),
    # derivatives
    "partial": Term(
        Text("partial derivative", "偏导数"),
        Text(
            r"$\partial L/\partial x$, how fast the loss grows with $x$ alone, all else held.",
            r"$\partial L/\partial x$，其余不变时损失随 $x$ 增长的快慢。",
        ),
        (),
        ("偏微分",),
    ),
    "delta": Term(
        Text("δ = ∂L/∂s", "δ = ∂L/∂s"),
        Text(
            "The four partial derivatives by the weighted sums; every other one behind them is built "
            "from these.",
            "损失对四个加权和的偏导数；再往前的每个偏导数都由它们得到。",
        ),
    ),
    "cross_correlation": Term(
        Text("cross-correlation", "互相关"),
        Text(
            "Written ⋆: slide one matrix over another without turning it, and add up the products.",
            "记作 ⋆：一个矩阵不旋转，在另一个上滑动，把乘积相加。",
        ),
        ("crosscorrelation",),
        ("交叉相关",),
    ),
    "saturated": Term(
        Text("saturated", "饱和"),
        Text(
            "A sigmoid far from 0, where its slope, and with it every gradient through it, is nearly 0.",
            "sigmoid 的输入远离 0 时，斜率接近 0，经过它的梯度也接近 0。",
        ),
    ),
    "long_path": Term(
        Text("long path", "长路径"),
        Text(
            "The two factors of the notes multiplied as written; exact on paper, fragile in float64.",
            "笔记中的两个因子按原式相乘；纸面上精确，在 float64 下脆弱。",
        ),
        ("long form", "long way"),
        ("长形式", "长路线"),
    ),
    "shortcut": Term(
        Text("shortcut", "捷径"),
        Text(
            "What the long path comes to, $y_{out} - yy$: nothing has to cancel.",
            "长路径化简的结果 $y_{out} - yy$：无需相消。",
        ),
        ("short form",),
        ("短路径",),
    ),
    "nudge": Term(
        Text("nudge", "扰动"),
        Text(
            "A small change ε of one number, to see what the loss does without any chain rule.",
            "把一个数改变很小的 ε，不用链式法则，直接看损失如何变化。",
        ),
        ("perturbation", "perturb", "perturbed"),
        ("微调", "摄动"),
    ),
    "central_difference": Term(
        Text("central difference", "中心差分"),
        Text(
            "A slope from two nudges, $(L(x + ε) - L(x - ε))/2ε$.",
            "由两次扰动得到的斜率，$(L(x + ε) - L(x - ε))/2ε$。",
        ),
        ("symmetric difference",),
        ("中央差分",),
    ),
    "complex_step": Term(
        Text("complex step", "复步微分"),
        Text(
            r"A slope from a nudge along the imaginary axis, $\mathrm{Im}\,L(x + iε)/ε$: nothing is subtracted.",
            r"沿虚轴扰动得到的斜率，$\mathrm{Im}\,L(x + iε)/ε$：不做减法。",
        ),
        ("complex-step",),
        ("复数步", "复步长"),
    ),
    "relative_error": Term(
        Text("relative error", "相对误差"),
        Text(
            "How far two numbers are apart, measured by their size: 0.01 means one per cent.",
            "两数之差与其大小之比：0.01 即百分之一。",
        ),
        ("relative gap", "relative difference"),
        ("相对差",),
    ),
    # numbers on the screen
    "significant_digits": Term(
        Text("significant digits", "有效数字"),
        Text(
            "The digits of a number from its first that is not 0; 0.0873 has three.",
            "一个数从第一个非零数字起的所有数字；0.0873 有三位。",
        ),
        ("decimals", "decimal places", "significant figures"),
        ("位数", "小数位"),
    ),
    "full_precision": Term(
        Text("full precision", "完整精度"),
        Text(
            "All digits of a float64: the app computes with these and rounds only what it shows.",
            "float64 的全部数字：应用以此计算，只在显示时舍入。",
        ),
        ("maximum precision",),
        ("全精度",),
    ),
    # training
    "learning_rate": Term(
        Text("learning rate", "学习率"),
        Text(
            "η, the factor on the gradient that a step of gradient descent takes off a weight.",
            "η，梯度下降每一步从权重中减去的梯度的系数。",
        ),
        ("step size",),
        ("学习速率", "步长"),
    ),
    "schedule": Term(
        Text("learning rate schedule", "学习率调度"),
        Text(
            "How the learning rate changes with the steps.",
            "学习率随步数变化的方式。",
        ),
        ("schedule of the learning rate", "steps down"),
        ("学习率计划", "学习率策略"),
    ),
    "penalty": Term(
        Text("penalty", "正则化"),
        Text(
            r"A term added to the loss that keeps weights small: $\lambda_1$ on their magnitudes (L1), "
            r"$\lambda_2$ on their squares (L2).",
            r"加到损失上、使权重保持较小的项：$\lambda_1$ 对应绝对值（L1），$\lambda_2$ 对应平方（L2）。",
        ),
        ("L1 decay", "L2 decay", "weight decay"),
        ("L1 衰减", "L2 衰减", "权重衰减", "正规化"),
    ),
    "norm": Term(
        Text("norm", "范数"),
        Text(
            "The size of a gradient as one number: the root of the sum of its squares.",
            "用一个数表示梯度的大小：各分量平方和的平方根。",
        ),
        ("length of each",),
        ("长度",),
    ),
    "initial_weights": Term(
        Text("initial weights", "初始权重"),
        Text(
            "The 13 weights before the first step.",
            "第一步之前的 13 个权重。",
        ),
        ("first weights", "starting weights"),
        ("起始权重",),
    ),
    "seed": Term(
        Text("seed", "种子"),
        Text(
            "A number that random draws start from: the same seed gives the same draws.",
            "随机抽取的起始数：相同的种子得到相同的结果。",
        ),
    ),
    "split": Term(
        Text("train/test split", "训练/测试集划分"),
        Text(
            "Which images are trained on, and which are kept back to test on.",
            "哪些图像用于训练，哪些留作测试。",
        ),
        ("seed of train and test",),
        ("划分训练与测试",),
    ),
    "batch": Term(
        Text("batch", "批次"),
        Text(
            "The images whose mean gradient makes one step.",
            "每一步用来求平均梯度的那些图像。",
        ),
        ("minibatch", "mini-batch"),
        ("小批量", "批大小"),
    ),
    "optimiser": Term(
        Text("optimiser", "优化器"),
        Text(
            "The rule that makes a step of a gradient.",
            "由梯度得出每一步的规则。",
        ),
        ("optimizer",),
        ("优化方法", "最优化器"),
    ),
    "accuracy": Term(
        Text("accuracy", "准确率"),
        Text(
            "The share of images that are classified correctly: the output on the label's side of ½.",
            "分类正确的图像所占的比例：输出与标签在 ½ 的同一侧。",
        ),
        ("told apart", "hit rate"),
        ("正确率", "判断正确"),
    ),
    "diverged": Term(
        Text("diverged", "发散"),
        Text(
            "A run whose weights have grown beyond all numbers: its learning rate is too large.",
            "权重增大到超出可表示范围的训练：学习率过大。",
        ),
        ("blown up",),
        ("爆炸",),
    ),
    "example": Term(
        Text("example", "示例"),
        Text(
            "A ready-made image, kernel, dense weights and label, to load onto the sliders.",
            "一组现成的图像、卷积核、全连接权重与标签，可载入到滑块上。",
        ),
        ("preset",),
        ("预设",),
    ),
}
"""Every term by its id."""
