"""Words of the lecture view: a lesson as a room sees it."""

from lib.text.language import Text

SWITCH = Text("Lecture view", "授课视图")
SWITCH_HELP = Text(
    "For a projector: each lesson large and without this sidebar, one slider at its foot. It can be "
    "read from the last row. The link holds it.",
    "用于投影：各课放大显示，没有侧边栏，底部有一个滑块，最后一排也能看清。链接会记住这一选择。",
)
END = Text("End (Esc)", "结束（Esc）")
ON = Text("Go on", "继续")
BACK = Text("Go back", "返回")
KEYS = Text("Page Down: {what}", "Page Down 键：{what}")
NEXT_PAGE = Text("next lesson", "下一课")
NEXT_WINDOW = Text("next window", "下一个窗口")
NEXT_LAYER = Text("next layer", "下一层")
NEXT_OPERATION = Text("next operation", "下一个运算")
WINDOW = Text("Window", "窗口")
