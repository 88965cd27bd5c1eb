"""Words of the frame around every page."""

from lib.text.language import Text

NAME = Text("Backprop by Hand", "手算反向传播")
SECTIONS = {
    "learn": Text("Learn", "学习"),
    "practise": Text("Practise", "练习"),
    "experiment": Text("Experiment", "实验"),
}
SKIP = Text("Skip to the lesson", "跳到课程内容")
BEFORE = Text("Previous: {page}", "上一页：{page}")
NEXT = Text("Next: {page}", "下一页：{page}")
