"""Words of the sheets for a class: questions, keys, and what goes into other programs."""

from lib.text.language import Text

IN_MENU = Text("Sheets for a class", "班级练习单")
ON_THE_WAY = Text(
    "for teachers: another sheet for each student, with keys, to print or for Moodle and others.",
    "供教师使用：每个学生一份不同的练习单，附答案，可打印，也可导入 Moodle 等系统。",
)
PAPER = Text("Backpropagation by hand", "手算反向传播")
SHEET = Text("Sheet {name}", "练习单 {name}")
KEY = Text("Key to {name}", "{name} 的答案")
MISTAKES_KEY = Text("Key to {name}, with the usual wrong numbers", "{name} 的答案及常见错误值")
STUDENT = Text("Name:", "姓名：")
TASK = Text(
    "Work out each partial derivative by hand: keep five significant digits on the way, answer with "
    "four.",
    "手工求出每个偏导数：计算时保留五位有效数字，答案写四位有效数字。",
)
NETWORK = Text(
    r"$s_{2i+j} = \sum_{m,n} w_{mn}\, a_{i+m,\,j+n}$, $o_{ij} = \sigma(s_{2i+j})$, "
    r"$\alpha = w_a o_{00} + w_b o_{01} + w_c o_{10} + w_d o_{11}$, $y_{out} = \sigma(\alpha)$, "
    r"$L = -[yy \ln y_{out} + (1 - yy) \ln(1 - y_{out})]$",
    r"$s_{2i+j} = \sum_{m,n} w_{mn}\, a_{i+m,\,j+n}$，$o_{ij} = \sigma(s_{2i+j})$，"
    r"$\alpha = w_a o_{00} + w_b o_{01} + w_c o_{10} + w_d o_{11}$，$y_{out} = \sigma(\alpha)$，"
    r"$L = -[yy \ln y_{out} + (1 - yy) \ln(1 - y_{out})]$",
)
QUESTION = Text(
    r"$\partial L/\partial {symbol}$ = ? Four significant digits.",
    r"$\partial L/\partial {symbol}$ = ? 写四位有效数字。",
)
CHOOSE = Text(
    r"Which value has $\partial L/\partial {symbol}$?",
    r"$\partial L/\partial {symbol}$ 的值是哪一个？",
)
RIGHT = Text("Right.", "正确。")
WRONG = Text("Not right. This would explain it: {mistake}.", "不正确。这可以解释它：{mistake}。")
OTHER = Text(
    "Not right, and none of the mistakes known here. Check your lines one by one.",
    "不正确，也不是这里已知的错误。请逐行检查。",
)
CHECKED_HERE = Text(
    "Put your answers into the list, from the first question to the last, and run the cell. The "
    "answers are not in this file.",
    "把答案依次填入列表，然后运行单元格。本文件中没有答案。",
)

TITLE = Text("Sheets for a class", "班级练习单")
INTRO = Text(
    "One word and a number of students give each student numbers of their own, chosen so that every "
    "known mistake gives another answer. The same word gives the same sheets for ever: keep the word, "
    "and you have every key again.",
    "一个词和学生人数决定每个学生各自的数值；这些数值经过挑选，使每种已知错误都得出不同的答案。同一个词永远得到同样的练习单：记住这个词，就能随时再得到全部答案。",
)
COURSE = Text("In your course page", "放进课程页面")
COURSE_INTRO = Text(
    "Paste this into the source view (HTML) of a page in Moodle, Canvas or elsewhere: it shows Backward with "
    "your numbers, in your language, and each student moves a copy of them. For another lesson put the end "
    "of its address in place of `backward`.",
    "把这段代码粘贴到 Moodle、Canvas 等页面的源代码（HTML）视图中：页面会以您的语言和您的数值显示“反向传播”，每个学生移动的是自己的一份。要放别的页面，把 `backward` 换成其地址的末尾即可。",
)
CLASS_WORD = Text("Word of the class", "班级代号")
CLASS_WORD_HELP = Text(
    "1 to 40 small letters, digits and hyphens, such as red-fox.",
    "1 到 40 个小写字母、数字或连字符，例如 red-fox。",
)
STUDENTS = Text("Number of students", "学生人数")
BAD_WORD = Text(
    "A word of the class has 1 to 40 small letters, digits and hyphens, such as red-fox.",
    "班级代号由 1 到 40 个小写字母、数字或连字符组成，例如 red-fox。",
)
FORMAT = Text("Take away as", "导出为")
FORMAT_NAMES = {
    "questions": Text("Question sheets (LaTeX)", "题目（LaTeX）"),
    "key": Text("Key (LaTeX)", "答案（LaTeX）"),
    "mistakes": Text("Key with the usual wrong numbers (LaTeX)", "答案及常见错误值（LaTeX）"),
    "key-csv": Text("Key (CSV)", "答案（CSV）"),
    "mistakes-csv": Text("What each mistake gives (CSV)", "每种错误的结果（CSV）"),
    "moodle": Text("Moodle XML", "Moodle XML 文件"),
    "jupyterquiz": Text("JupyterQuiz (JSON)", "JupyterQuiz 题目（JSON）"),
    "notebooks": Text("A notebook for each student (zip)", "每个学生一个 notebook（zip）"),
    "qti": Text("QTI 2.1 (zip)", "QTI 2.1 压缩包"),
    "prairielearn": Text("PrairieLearn (zip)", "PrairieLearn 压缩包"),
    "canvas": Text("Canvas, multiple choice (zip)", "Canvas 选择题（zip）"),
}
FORMAT_NOTES = {
    "moodle": Text(
        "Import it into the question bank, then take a random question from a category. Use the "
        "adaptive or interactive behaviour, or the feedback comes after the quiz.",
        "导入题库后，从某个类别中随机选题。请使用自适应或互动模式，否则反馈只在测验结束后出现。",
    ),
    "canvas": Text(
        "As choices, since Canvas would take every number that is named as a right answer.",
        "以选择题形式导出，因为 Canvas 会把列出的每个数都当作正确答案。",
    ),
    "notebooks": Text(
        "The notebook checks answers and holds none: they are in it as hashes only.",
        "notebook 能检查答案但不含答案：其中只有哈希值。",
    ),
}
DOWNLOAD = Text("Download", "下载")
SHOW = Text("Show", "显示")
SHOW_STUDENT = Text("Sheet of student", "学生编号")
SHOW_NAMES = {
    "questions": Text("Questions", "题目"),
    "key": Text("Key", "答案"),
    "mistakes": Text("Key with wrong numbers", "答案及错误值"),
}
PRINT_ALL = Text("Put all sheets on this page, to print", "将全部练习单放到本页以便打印")
PRINT = Text("Print", "打印")
RESULTS = Text("What the class did", "全班结果")
RESULTS_INTRO = Text(
    "Paste your students' result lines: which mistake, how many. Anybody can write such a line, so "
    "it is a help and no mark.",
    "粘贴学生的结果行：出现了哪些错误，各有多少。任何人都能写出这样的行，因此仅供参考，不作评分。",
)
RESULTS_HELP = Text(
    "A line is: sheet, partial, outcome, tries, hints; such as {example}",
    "每行依次为：练习单、偏导数、结果、尝试次数、提示次数，例如 {example}",
)
PASTED = Text("Result lines", "结果行")
OUTCOME = Text("Outcome", "结果")
HOW_MANY = Text("How many", "次数")
UNREAD = Text("{count} other lines were left out.", "另有 {count} 行未能识别，已略去。")
UNKNOWN = Text("a number that is none of the known mistakes", "不属于任何已知错误的数")
MISTAKE = Text("What would explain it", "可能的原因")
