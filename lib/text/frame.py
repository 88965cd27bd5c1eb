"""Words of the frame around every page."""

from lib.text.language import Text

NAME = Text("Backprop by Hand", "手算反向传播")
PAGES = {
    "network": Text("The network", "网络"),
    "cross_entropy": Text("Cross-entropy", "交叉熵"),
    "sigmoid": Text("Sigmoid", "Sigmoid"),
    "forward": Text("Forward", "前向传播"),
    "backward": Text("Backward", "反向传播"),
    "steps": Text("Step by step", "逐步演示"),
    "training": Text("Training", "训练"),
    "compare": Text("Compare", "对比"),
}
BEFORE = Text("Previous: {page}", "上一页：{page}")
NEXT = Text("Next: {page}", "下一页：{page}")

HIDDEN_PAGES = {"print": Text("To print", "打印")}
