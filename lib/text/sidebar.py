"""Words of the sidebar: sliders, presets, language, precision."""

from lib.text.language import Text

IMAGE = Text("Image", "图像")
KERNEL = Text("Kernel", "卷积核")
DENSE = Text("Dense weights", "全连接权重")
LABEL = Text("Label", "标签")
IMAGE_NOTE = Text("4×4 pixels", "4×4 像素")
KERNEL_NOTE = Text("3×3, shared", "3×3，共享")
DENSE_NOTE = Text("one per window", "每个窗口一个")
LABEL_NOTE = Text("0 to 1", "0 到 1")

TYPED = Text("type a number", "输入数字")
NOT_NUMBER = Text(
    "That is not a number, so the old value stays. Write it like 0.25 or −1.5.",
    "这不是数字，原值保持不变。请写成 0.25 或 −1.5 这样的形式。",
)
OUT_OF_RANGE = Text(
    "Only numbers from {low} to {high} fit here, so the old value stays.",
    "这里只接受 {low} 到 {high} 之间的数，原值保持不变。",
)
COPY = Text("Copy link to these numbers", "复制当前数值的链接")
COPIED = Text("Link copied", "链接已复制")

PRESET = Text("Load an example", "载入示例")
PRESET_NAMES = {
    "notes": Text("The notes' network", "笔记中的网络"),
    "all_different": Text("Every number different", "各数互不相同"),
    "vertical": Text("Vertical edge", "竖直边缘"),
    "horizontal": Text("Horizontal edge", "水平边缘"),
    "digit": Text("A handwritten 0", "手写数字 0"),
    "saturated": Text("Saturated", "饱和"),
    "zero": Text("All zero", "全为零"),
    "shared_weight": Text("Worked: a shared weight", "例题：共享的权重"),
    "lost_minus": Text("Worked: a lost minus", "例题：丢失的负号"),
}
PRESET_CHOOSE = Text("Choose an example…", "选择示例…")
SEED = Text("Seed", "种子")
RANDOMISE = Text("Randomise", "随机生成")
RANDOMISE_HELP = Text(
    "Draws every number from the seed shown; the same seed gives the same numbers.",
    "用所示种子随机生成全部数值；相同的种子得到相同的数值。",
)
RESET = Text("Reset", "重置")
RESET_HELP = Text("Back to the notes' network.", "回到笔记中的网络。")
LANGUAGE = Text("Language", "语言")
LANGUAGE_NAMES = {"en": Text("English", "English"), "zh": Text("中文", "中文")}
PRECISION = Text("Significant digits", "有效数字")
PRECISION_NAMES = {3: Text("3", "3"), 6: Text("6", "6"), 17: Text("all", "全部")}
FILE = Text("Save or open a file", "保存或打开文件")
SAVE = Text("Save all numbers", "保存全部数值")
OPEN = Text("Open a saved file", "打开已保存的文件")
OPEN_HELP = Text("A file that this page saved, at most 1 MB.", "由本页保存的文件，最大 1 MB。")
FILE_TAKEN = Text("The file's numbers are on the sliders.", "文件中的数值已放到滑块上。")
FILE_NO_RUN = Text(
    "No training run can be made of that file, so nothing was changed.",
    "无法据此文件建立训练，因此没有作任何更改。",
)
BAD_LINK = Text(
    "That link could not be read, so nothing was changed. It seems cut off: ask for all of it.",
    "无法读取该链接，因此没有作任何更改。链接似乎不完整，请索取完整的链接。",
)
