"""Words of the page on which a mistake is found, named and repaired."""

from lib.text.language import Text

IN_MENU = Text("Find the bug", "找错误")
ON_THE_WAY = Text(
    "one line of a derivation, or of the program, is wrong: find it and repair it.",
    "推导或程序中有一行是错的：找到它并改正。",
)
TITLE = Text("Find the bug: one line is wrong", "找错误：有一行是错的")
INTRO = Text(
    "Find the line, name the mistake, repair it; then say whether a nudge would have noticed.",
    "找到那一行，说出错误，改正它；再判断扰动检验能否发现它。",
)
WHERE = Text("Where the bug is", "错误在哪里")
PLACES = {
    False: Text("In a derivation", "在推导中"),
    True: Text("In the program", "在程序中"),
}
OWN_NETWORK = Text(
    "The derivation is of the network that you composed, with numbers drawn for this question.",
    "这是您组建的网络的推导，数值为本题抽取。",
)
NOTES_NETWORK = Text(
    "This is about the notes' network; the one that you composed stays as it is.",
    "这里用的是笔记中的网络；您组建的网络保持不变。",
)
ANOTHER = Text("Another bug", "换一个错误")
DERIVATION = Text(
    "A derivation of {partial}, line by line; one mistake is in it.",
    "{partial} 的推导，逐行列出；其中有一个错误。",
)
PROGRAM = Text(
    "The lines of the backward pass; one of them is wrong.", "反向传播的程序；其中有一行是错的。"
)
STEPS = (
    Text("1. Which line is wrong?", "1. 哪一行是错的？"),
    Text("2. What is wrong in it?", "2. 错在哪里？"),
    Text("3. How should it read?", "3. 它应该怎样写？"),
    Text(
        "4. Somebody makes this mistake and checks {partial} by a nudge. Do they notice?",
        "4. 有人犯了这个错误，并用扰动检验 {partial}。能发现吗？",
    ),
)
CHECK = Text("Check", "检查")
LINE = Text("Line {number}", "第 {number} 行")
LINE_NAMED = Text("Line {number}: {line}", "第 {number} 行：{line}")
NOTICE = {
    True: Text("Yes, it shows", "能，看得出来"),
    False: Text("No, it does not", "不能，看不出"),
}
DONE = {
    0: Text("{line}. That is where it is wrong.", "{line}。错在这里。"),
    1: Text("Named: {mistake}.", "说出了错误：{mistake}。"),
    2: Text("Repaired.", "改正了。"),
}
"""What is said once a step is done."""
WRONG = (
    Text("That line is right. Look for another one.", "那一行是对的。请再找。"),
    Text(
        "That is not what happened here. Compare the line with the formula.",
        "这里不是那样。请把这一行与公式对照。",
    ),
    Text("Not so: that would be another mistake.", "不是：那是另一个错误。"),
)
"""By the step, what is said of a wrong choice."""
CHOOSE_ONE = Text("Choose one first.", "请先选一项。")
SEEN = Text(
    "It shows: with the mistake {partial} comes out as {wrong}, the nudge says {nudge}.",
    "看得出来：有这个错误时 {partial} 为 {wrong}，而扰动给出 {nudge}。",
)
UNSEEN = Text(
    "It does not show: the mistake is not in {partial}, which comes out as {wrong}, and the nudge says "
    "{nudge}. Only a partial derivative that goes through the wrong line can show it.",
    "看不出来：这个错误不在 {partial} 中，它的值为 {wrong}，扰动给出 {nudge}。只有经过错误那一行的偏导数才能显示它。",
)
GUESSED = {
    True: Text("You were right.", "你判断对了。"),
    False: Text("You thought otherwise.", "你的判断相反。"),
}
