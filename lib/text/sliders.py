"""Words of the sliders: in the sidebar, on a page, at the foot of a phone."""

from lib.text.language import Text

IMAGE_NOTE = Text("4×4 pixels", "4×4 像素")
KERNEL_NOTE = Text("3×3, shared", "3×3，共享")
DENSE_NOTE = Text("one per window", "每个窗口一个")
LABEL_NOTE = Text("0 to 1", "0 到 1")

TYPED = Text("type a number", "输入数字")
OUT_OF_RANGE = Text(
    "Only numbers from {low} to {high} fit here, so the old value stays.",
    "这里只接受 {low} 到 {high} 之间的数，原值保持不变。",
)
COPY = Text("Copy link to these numbers", "复制当前数值的链接")
COPIED = Text("Link copied", "链接已复制")
NO_ROOM = Text(
    "{rows}×{columns} numbers do not fit: from {place} on there is room for {high}×{wide}, and the "
    "whole matrix is {height}×{width}. Nothing was changed. Other sizes: on the page Compose.",
    "{rows}×{columns} 个数放不下：从 {place} 起只有 {high}×{wide} 个位置，整个矩阵为 {height}×{width}。"
    "没有作任何更改。其他大小：请在“组建”页设置。",
)
KEYS = Text(
    "Arrow keys: another number. Alt and ↓: its slider. Enter: take it and go on.",
    "方向键：换一个数；Alt 加 ↓：转到滑块；Enter：采用并继续。",
)
ALL = Text("All numbers of the network", "网络的全部数值")

WHICH = Text("Number on the slider", "滑块上的数")
LESS = Text("One step less", "减少一步")
MORE = Text("One step more", "增加一步")
SIGN = Text("Change the sign", "改变正负号")
COMPUTED = Text(
    "That one is computed. The slider moves the numbers that it is computed from.",
    "这个数是计算出来的。滑块改变的是用来计算它的数。",
)
