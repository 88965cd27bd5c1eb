"""Words of the sidebar: presets, language, precision, files."""

from lib.text.language import Text

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
