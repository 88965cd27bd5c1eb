"""Words of the frame around every page."""

from lib.text.language import Text

NAME = Text("Backprop by Hand", "手算反向传播")
SECTIONS = {
    "learn": Text("Learn", "学习"),
    "practise": Text("Practise", "练习"),
    "experiment": Text("Experiment", "实验"),
}
BEFORE = Text("Previous: {page}", "上一页：{page}")
NEXT = Text("Next: {page}", "下一页：{page}")
