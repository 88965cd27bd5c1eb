"""Words of the sidebar: presets, language, precision, files."""

from lib.text import worked
from lib.text.language import Text

PRESET = Text("Load an example", "载入示例")
PRESET_HELP = Text(
    "Sets the numbers. What is chosen on the pages stays as it is. Numbers of your own: copy a row or a "
    "whole matrix from a book's LaTeX, a spreadsheet, NumPy or MATLAB, and paste it into its first number.",
    "只设置数值。各页面上的选择保持不变。自己的数值：从教材的 LaTeX、电子表格、NumPy 或 MATLAB 中复制一行或整个矩阵，粘贴到第一个数中即可。",
)
PRESET_NAMES = {
    "notes": Text("The notes' network", "笔记中的网络"),
    "all_different": Text("Every number different", "各数互不相同"),
    "vertical": Text("Vertical edge", "竖直边缘"),
    "horizontal": Text("Horizontal edge", "水平边缘"),
    "digit": Text("A handwritten 0", "手写数字 0"),
    "saturated": Text("Saturated", "饱和"),
    "zero": Text("All zero", "全为零"),
}
PRESET_NAMES |= {
    preset: Text(f"Worked: {name.en}", f"例题：{name.zh}") for preset, name in worked.NAMES.items()
}
PRESET_CHOOSE = Text("Choose an example…", "选择示例…")
SEED = Text("Seed", "种子")
SEED_HELP = Text(
    "The seed that these numbers were drawn from. Type one and press Enter: the same seed gives the "
    "same numbers to everybody. Empty: they were not drawn, or were changed since.",
    "当前数值由此种子生成。输入种子并按回车：相同的种子对所有人生成相同的数值。为空则表示数值不是随机生成的，或之后改动过。",
)
RANDOMISE = Text("Randomise", "随机生成")
RANDOMISE_HELP = Text(
    "Draws every number from a new seed, which the field then shows.",
    "用一个新种子随机生成全部数值，种子会显示在输入框中。",
)
UNDO = {
    "nothing": Text("Back to my numbers", "恢复我的数值"),
    "move": Text("Undo the last change", "撤销上一次更改"),
    "paste": Text("Back to my numbers (before the paste)", "恢复粘贴之前的数值"),
    "preset": Text("Back to my numbers (before the example)", "恢复载入示例之前的数值"),
    "seed": Text("Back to my numbers (before the draw)", "恢复随机生成之前的数值"),
    "mine": Text("Back to my numbers (before the example)", "恢复载入示例之前的数值"),
    "file": Text("Back to my numbers (before the file)", "恢复打开文件之前的数值"),
    "link": Text("Back to my numbers (before the link)", "恢复打开链接之前的数值"),
    "network": Text("Back to my numbers (before the other network)", "恢复更换网络之前的数值"),
    "training": Text("Back to my numbers (before Training's)", "恢复采用训练数值之前的数值"),
}
UNDO_HELP = Text(
    "One step back: the numbers only, not what is chosen on the pages. Key: Ctrl+Z, on a Mac ⌘Z.",
    "后退一步：只恢复数值，不改变各页面上的选择。快捷键：Ctrl+Z，Mac 为 ⌘Z。",
)
LANGUAGE = Text("Language", "语言")
LANGUAGE_NAMES = {"en": Text("English", "English"), "zh": Text("中文", "中文")}
PRECISION = Text("Significant digits", "有效数字")
PRECISION_NAMES = {3: Text("3", "3"), 6: Text("6", "6"), 17: Text("all", "全部")}
FILE = Text("My examples and files", "我的示例与文件")
EXAMPLE_NAME = Text("Name of these numbers", "当前数值的名称")
KEEP = Text("Keep in my examples", "加入我的示例")
KEPT = Text(
    "Kept: it stands in the list of examples, and goes into the file. The list lasts as long as this tab.",
    "已保存：它会出现在示例列表中，并写入文件。列表在此标签页关闭前有效。",
)
NO_NAME = Text(
    "A name has 1 to 60 letters, digits, spaces and punctuation marks, so nothing was changed.",
    "名称应为 1 到 60 个字母、数字、空格或标点，因此没有作任何更改。",
)
TOO_MANY_EXAMPLES = Text(
    "There are 30 examples already: the numbers have their name, but are not in the list. Delete one.",
    "已有 30 个示例：当前数值已命名，但未加入列表。请先删除一个。",
)
DELETE = Text("Delete from my examples", "从我的示例中删除")
DELETE_HELP = Text(
    "Takes the example of this name out of the list. Its numbers stay on the sliders.",
    "从列表中删除此名称的示例。数值仍留在滑块上。",
)
FILE_TOO_MANY_EXAMPLES = Text(
    "With those of the file there would be more than 30 examples, so nothing was changed. Delete some.",
    "加上文件中的示例将超过 30 个，因此没有作任何更改。请先删除几个。",
)
SAVE = Text("Save all numbers", "保存全部数值")
LONG_LINK = Text(
    "The link has {count} characters, and some programs cut one so long. A file is safe to send:",
    "链接长达 {count} 个字符，有些程序会把它截断。请改为发送文件：",
)
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
