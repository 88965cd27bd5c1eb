"""Words of the page to practise on: the question, the field, the help, the ten skills."""

from lib.text.language import Text

IN_MENU = Text("Practise", "练习")
ON_THE_WAY = Text(
    "one partial derivative at a time: a wrong answer is told what would explain it.",
    "一次一个偏导数：答错时会指出可能的原因。",
)
TITLE = Text("Practise: one partial derivative at a time", "练习：一次一个偏导数")
INTRO = Text(
    "Work it out on paper: with five significant digits, and answer with four. A wrong answer is "
    "told what would explain it; help costs nothing but that the answer counts as practised, not "
    "as known.",
    "请在纸上计算：过程保留五位有效数字，答案写四位。答错时会指出可能的原因；使用帮助没有损失，只是答案记为“练过”，不记为“掌握”。",
)

NUMBERS = Text("Numbers", "数值")
FROM = {
    False: Text("An exercise", "习题"),
    True: Text("My own, from the sliders", "滑块上的自己的数值"),
}
OF_NOTES = Text(
    "Exercises are about the notes' network. Choose “My own” to practise on the network that you composed.",
    "习题使用笔记中的网络。要练习您组建的网络，请选择“滑块上的自己的数值”。",
)
LEFT_OUT = {
    "given": Text(
        "Not asked, because they are given: {count} partial derivatives.",
        "不问：已给定的偏导数，共 {count} 个。",
    ),
    "zero": Text(
        "Not asked, because they are 0 with these numbers (a ReLU is off, a max pool takes another cell, or a "
        "factor is 0): {count} partial derivatives.",
        "不问：在这组数值下为 0 的偏导数（ReLU 关闭、最大池化取了别的格子或某个因子为 0），共 {count} 个。",
    ),
    "long": Text(
        "Not asked, because they have more than {most} terms: {count} partial derivatives.",
        "不问：超过 {most} 项的偏导数，共 {count} 个。",
    ),
}
NOTHING_TO_ASK = Text(
    "With these numbers there is nothing to ask: every partial derivative is 0 or has more than {most} terms. "
    "Move a slider, or draw other numbers.",
    "这组数值没有可问的：每个偏导数都为 0 或超过 {most} 项。请移动滑块或换一组数值。",
)
NOT_THE_SLIDERS = Text(
    "These are the exercise's numbers; those on the sliders stay as they are.",
    "这些是习题的数值；滑块上的数值保持不变。",
)
OWN_NOTE = Text(
    "On numbers of your own nothing is counted: they may hide a mistake.",
    "用自己的数值练习不计入掌握情况：它们可能掩盖错误。",
)
CHOOSE = Text("Which partial derivative", "哪个偏导数")
BY_LINE = Text("Line by line", "逐行作答")
IMAGE = Text("image", "图像")
KERNEL = Text("kernel", "卷积核")
DENSE = Text("dense weights", "全连接权重")
LABEL = Text("label", "标签")
KERNEL_BIAS = Text("kernel bias", "卷积核偏置")
DENSE_BIAS = Text("dense bias", "全连接偏置")
GIVEN = Text("given gradient", "给定的梯度")
FORWARD = Text("What the forward pass makes of them", "由它们得到的前向结果")
QUESTION = Text("What is {partial}?", "{partial} 是多少？")
ANSWER_FOR = Text("Your answer for {partial}", "你对 {partial} 的答案")
LINE_FOR = Text("Your line: {line}", "你的这一行：{line}")
EXAMPLE = Text("such as −0.01234", "例如 −0.01234")
CHECK = Text("Check", "检查")
CHANGE_SIGN = Text("Change the sign", "改变符号")
NEXT = Text("Next question", "下一题")

RESULT = Text("My result line", "我的结果行")
RESULT_NOTE = Text(
    "For your teacher, if you are asked for it: exercise, partial derivative, outcome, tries, hints. "
    "It names nobody; lines of a whole class are counted on the page “Sheets for a class”.",
    "如果老师要求，可以提交这一行：习题、偏导数、结果、尝试次数、提示次数。其中不含姓名；"
    "全班的结果行可在“班级练习单”页面统计。",
)

READ_AS = Text(
    "Read as {number}, {digits} significant digits.", "读作 {number}，{digits} 位有效数字。"
)
READ_AS_ONE = Text("Read as {number}, one significant digit.", "读作 {number}，一位有效数字。")
READ_AS_ZERO = Text("Read as 0.", "读作 0。")
READ_AS_FRACTION = Text("Read as the fraction {number}.", "读作分数 {number}。")
THEN_RIGHT = Text("If so, this is right: {lines}.", "若是如此，这些是对的：{lines}。")
BETWEEN = Text(",", "、")

LINES = {
    "output_slope": Text("∂L/∂{output}", "∂L/∂{output}"),
    "alpha_slope": Text("σ′({alpha})", "σ′({alpha})"),
    "error": Text("∂L/∂{alpha}", "∂L/∂{alpha}"),
    "term": Text("the term of window {window}", "窗口 {window} 的项"),
    "pooled": Text("the term of pooled cell {window}", "池化格子 {window} 的项"),
    "sum": Text("the sum over the windows", "对各窗口求和"),
    "branch": Text("all that goes through {alpha}", "经过 {alpha} 的全部"),
    "product": Text("the product of all of it", "全部的乘积"),
    "total": Text("the sum over the outputs", "对各输出求和"),
}
"""Each line of an answer; ``term`` once for each window."""
LINE_OF_KERNEL = Text("{line} of kernel {kernel}", "{line}（卷积核 {kernel}）")
LINE_THROUGH = Text("{line} (through {alpha})", "{line}（经过 {alpha}）")

LINE_SAID = Text("{line}: {said}", "{line}：{said}")
LINE_OUTCOMES = {
    "right": Text("right.", "正确。"),
    "rounded": Text("right, to few significant digits.", "正确，但有效数字较少。"),
    "detached": Text(
        "right, but it does not follow from your line: {source}.",
        "正确，但由你的这一行得不到它：{source}。",
    ),
    "follows": Text(
        "not right, but it follows from your line: {source}.",
        "不正确，但与你的这一行一致：{source}。",
    ),
    "named": Text(
        "not right. This would explain it: {mistakes}.", "不正确。这可以解释它：{mistakes}。"
    ),
    "ask": Text("not right. This may explain it: {mistakes}.", "不正确。可能的原因：{mistakes}。"),
    "more_digits": Text(
        "not right. Several mistakes fit so few significant digits: please give four.",
        "不正确。有效数字太少，有好几种错误都符合：请写四位。",
    ),
    "unknown": Text("not right, and not a mistake known here.", "不正确，也不是这里已知的错误。"),
    "unjudged": Text("this could not be judged.", "无法判断。"),
}
"""What is said of a line; one that is no number gets the reader's reason."""
FIRST_WRONG = Text("The first line that is not right: {line}.", "第一处不正确的行：{line}。")
ALL_RIGHT = Text("Every line that you gave is right.", "你写出的每一行都正确。")

ASK_BACK = Text(
    "To be sure, answer another partial derivative of the same numbers, in the same way.",
    "为了确定，请用同样的方法对同一组数值再答一个偏导数。",
)
BACK_ONE = Text("Both answers fit one mistake: {mistake}.", "两个答案都符合同一个错误：{mistake}。")
BACK_RIGHT = Text(
    "This one is right. So the method is known to you: look at the first answer once more.",
    "这个是对的。说明你会这个方法：请再看看第一个答案。",
)
BACK_BOTH = Text("Both answers are right.", "两个答案都正确。")
BACK_NONE = Text(
    "No such mistake gives this number too. Please type the lines one by one.",
    "这样的错误不会同时得到这个数。请逐行作答。",
)

HELP = {
    "where": Text("Help: where to look", "帮助：看哪里"),
    "kind": Text("Help: which rule", "帮助：用哪条法则"),
    "factor": Text("Help: the factor with its number", "帮助：该因子及其数值"),
    "worked": Text("Help: the worked line", "帮助：完整算式"),
}
"""The steps of help, each opened by a button of its own."""
HELP_WHERE = Text("Look at {line}, and in it at {part}.", "请看{line}，其中的{part}。")
HELP_WHERE_WHOLE = Text("Look at {line}.", "请看{line}。")
HELP_NOTHING_NAMED = Text(
    "The answer is a product. Work out its lines one by one: {lines}. Begin with {line}.",
    "答案是一个乘积。请逐行计算：{lines}。先算{line}。",
)
HELP_KIND = Text("This may be it: {mistake}.", "可能是这样：{mistake}。")
HELP_RULE = Text("This is its formula:", "它的公式是：")
HELP_FACTOR = Text("Its number:", "它的数值：")
HELP_WORKED = Text("The whole line with its numbers:", "代入数值的完整算式：")
PARTS = {
    "whole": Text("the whole product", "整个乘积"),
    "sum": Text("the sum over the windows", "对各窗口的求和"),
    "term": Text("a window's term", "某个窗口的项"),
    "output": Text("the output", "输出"),
    "label": Text("the label", "标签"),
    "output_slope": Text("the first factor, ∂L/∂yₒᵤₜ", "第一个因子 ∂L/∂yₒᵤₜ"),
    "alpha_slope": Text("the slope of the last sigmoid", "最后一个 sigmoid 的斜率"),
    "weight": Text("the dense weight", "全连接权重"),
    "slope": Text("the slope of the window's sigmoid", "该窗口 sigmoid 的斜率"),
    "meets": Text("what the variable meets in the window", "变量在窗口中所乘的数"),
    "activation": Text("the cell of the feature map", "特征图的格子"),
    "error": Text("the first factor, ∂L/∂α", "第一个因子 ∂L/∂α"),
    "share": Text("what the pool passes on", "池化传递的份额"),
    "branch": Text("what goes through one output", "经过某个输出的部分"),
    "given": Text("the given gradient", "给定的梯度"),
    "slope_of_another": Text("the slope of the window's activation", "该窗口激活函数的斜率"),
}
"""The parts of a formula that help points at, by their role."""

PROGRESS = Text("What you know", "掌握情况")
PROGRESS_NOTE = Text(
    "Known is: right in the last three answers without help, one of them among mixed questions. It "
    "is kept in the link, nowhere else.",
    "“掌握”是指最近三次不用帮助都答对，其中一次是混合题。它只保存在链接中。",
)
SKILLS = {
    "output": Text("The slope at the output", "输出处的斜率"),
    "label": Text("The label in the loss", "损失中的标签"),
    "slope": Text("σ′ of a window", "窗口的 σ′"),
    "dense": Text("The dense weight and the cell", "全连接权重与特征图格子"),
    "windows": Text("Which windows are summed", "对哪些窗口求和"),
    "kernel_index": Text("Which kernel weight", "用哪个卷积核权重"),
    "image_index": Text("Which pixel", "用哪个像素"),
    "sign": Text("The sign", "符号"),
    "base": Text("The base of the log", "对数的底"),
    "digits": Text("Significant digits", "有效数字"),
}
"""The ten skills, in the order in which a link keeps them."""
LEVELS = {
    "new": Text("new", "未练"),
    "practised": Text("practised", "练过"),
    "known": Text("known", "掌握"),
}
MIXED = Text("A mixed question: it may be about any skill.", "混合题：可能涉及任何技能。")
ABOUT = Text("This question is about: {skill}.", "本题涉及：{skill}。")
FORGET = Text("Forget my progress", "清除掌握情况")

BLIND = Text("What these numbers cannot show", "这些数值看不出什么")
BLIND_NOTHING = Text(
    "For this partial derivative they tell every mistake known here apart.",
    "对这个偏导数，它们能区分这里已知的所有错误。",
)
BLIND_HIDDEN = Text(
    "These mistakes change nothing here, or too little to be seen:",
    "这些错误在这里不改变结果，或改变太小而看不出：",
)
BLIND_ALIKE = Text("These give one and the same number:", "这些错误会得到同一个数：")
