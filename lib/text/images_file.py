"""What is said of a file of images: what is wrong with it, and how it was understood."""

from lib.text.language import Text

PREVIEW = Text("The file, as it would be taken", "文件将按如下方式读取")
PREVIEW_COUNTS = Text(
    "Images: {count}, with label 0: {zeros}, with label 1: {ones}. Nothing is taken yet.",
    "图像：{count} 幅；标签 0：{zeros} 幅，标签 1：{ones} 幅。尚未采用。",
)
PREVIEW_COUNTS_OF_CLASSES = Text(
    "Images: {count} ({classes}). Nothing is taken yet.",
    "图像：{count} 幅（{classes}）。尚未采用。",
)
TAKE = Text("Take these {count} images", "采用这 {count} 幅图像")
DISCARD = Text("Discard the file", "放弃此文件")
LABEL_COLUMNS = Text("Column of the label", "标签所在的列")
LABEL_COLUMNS_HELP = Text(
    "Several columns where each class has one that is 1 for it.",
    "若每个类别各占一列（取 1），可选多列。",
)
COLUMN = Text("Column {column}", "第 {column} 列")
CLASS_ZERO = Text("Label 0 is", "标签 0 对应")
CLASS_ONE = Text("Label 1 is", "标签 1 对应")
CLASS_OF_MANY = Text("Class {number} is", "类别 {number} 对应")
SETTINGS = Text("How the file was read", "文件的读取方式")
SEPARATOR = Text("Separator", "分隔符")
SEPARATOR_NAMES = {
    ",": Text("comma", "逗号"),
    ";": Text("semicolon", "分号"),
    "\t": Text("tab", "制表符"),
    "|": Text("vertical bar", "竖线"),
    " ": Text("spaces", "空格"),
}
DECIMAL = Text("Decimal sign", "小数点")
DECIMAL_NAMES = {".": Text("point, 0.5", "点，0.5"), ",": Text("comma, 0,5", "逗号，0,5")}
ENCODING = Text("Encoding", "编码")
SCALE = Text("Pixels lie in", "像素范围")
SIZE = Text("Rows × columns of an image", "图像的行数 × 列数")
HEADER = Text("The first line holds names", "第一行是列名")
AS_BEFORE = Text("So the file is read as before.", "因此仍按原来的方式读取。")
PLACE = Text("Line {line}, column {column}: {what}", "第 {line} 行，第 {column} 列：{what}")
LINE = Text("Line {line}: {what}", "第 {line} 行：{what}")
PROBLEMS = {
    "size": Text("The file is larger than {megabytes} MB.", "文件大于 {megabytes} MB。"),
    "spreadsheet": Text(
        "This is an Excel workbook. Save the sheet as CSV first.",
        "这是 Excel 工作簿。请先把工作表另存为 CSV。",
    ),
    "not_text": Text("This is not a text file.", "这不是文本文件。"),
    "encoding": Text(
        "The file's letters cannot be read. Save it as UTF-8.",
        "无法识别文件的编码。请以 UTF-8 保存。",
    ),
    "empty": Text("The file holds no image.", "文件中没有图像。"),
    "rows": Text("There are more than {most} lines.", "超过 {most} 行。"),
    "columns": Text("There are more than {most} columns.", "超过 {most} 列。"),
    "one_column": Text(
        "No separator was found. Put commas, semicolons, tabs or spaces between the numbers.",
        "没有找到分隔符。请用逗号、分号、制表符或空格分隔数值。",
    ),
    "ragged": Text(
        "{got} columns here, {wanted} in the other lines.",
        "此行有 {got} 列，其他行有 {wanted} 列。",
    ),
    "pixels": Text(
        "{columns} columns of pixels make no image. {rows}×{width} pixels are wanted, or more in a "
        "square, and a label.",
        "{columns} 列像素不能组成图像。需要 {rows}×{width} 个像素或更大的正方形，外加一个标签。",
    ),
    "no_label": Text(
        "All {columns} columns are pixels; a column for the label is missing.",
        "全部 {columns} 列都是像素，缺少标签列。",
    ),
    "number": Text("This cell holds no number.", "此单元格不是数。"),
    "pixel": Text("A pixel must lie from {low} to {high}.", "像素必须在 {low} 到 {high} 之间。"),
    "label": Text(
        "Exactly one of the label's columns must be 1, the others 0.",
        "各标签列中必须恰有一列为 1，其余为 0。",
    ),
    "one_class": Text("There are images of one label only.", "只有一种标签的图像。"),
    "few_classes": Text(
        "The file has {got} labels; the network tells {wanted} classes apart.",
        "文件中只有 {got} 种标签；该网络区分 {wanted} 个类别。",
    ),
    "settings": Text("The file cannot be read in this way.", "无法按这种方式读取文件。"),
}
NOTES = {
    "label_guessed": Text(
        "Column {column} was taken for the label. Is that right?",
        "第 {column} 列被当作标签，对吗？",
    ),
    "columns_left_out": Text(
        "Columns that are neither pixels nor label were left out: {count}.",
        "既非像素也非标签、因而略去的列数：{count}。",
    ),
    "classes_named": Text(
        "The two labels have other names in the file; in order, they became 0 and 1.",
        "文件中的两种标签另有名称；已依次改为 0 和 1。",
    ),
    "classes_chosen": Text(
        "The file has {count} labels. The first two became 0 and 1; images left out: {left_out}.",
        "文件中有 {count} 种标签。前两种成为 0 和 1；略去的图像：{left_out} 幅。",
    ),
    "classes_of_many": Text(
        "The file has {count} labels. The first {wanted} became the classes 0, 1, 2 and so on; images "
        "left out: {left_out}.",
        "文件中有 {count} 种标签。前 {wanted} 种依次成为类别 0、1、2 等；略去的图像：{left_out} 幅。",
    ),
    "classes_in_order": Text(
        "The labels have other names in the file; in order, they became the classes 0, 1, 2 and so on.",
        "文件中的标签另有名称；已依次改为类别 0、1、2 等。",
    ),
    "soft_labels": Text(
        "The labels are numbers from 0 to 1 and were taken as they are.",
        "标签是 0 到 1 之间的数，按原值采用。",
    ),
    "scaled": Text(
        "The pixels lie from {low} to {high} and were brought to 0…1.",
        "像素在 {low} 到 {high} 之间，已换算到 0…1。",
    ),
    "scale_guessed": Text(
        "The pixels were taken to lie from {low} to {high}. Is that right?",
        "像素被认为在 {low} 到 {high} 之间，对吗？",
    ),
    "all_dark": Text(
        "All images are very dark: no pixel is above {largest}. Were they divided by 255 twice?",
        "所有图像都很暗：没有像素大于 {largest}。是否两次除以了 255？",
    ),
    "resized": Text(
        "Images of {rows}×{columns} pixels were averaged to {new_rows}×{new_columns}.",
        "{rows}×{columns} 像素的图像已平均为 {new_rows}×{new_columns}。",
    ),
    "thinned": Text(
        "{taken} of {count} images were taken, evenly through the file.",
        "在整个文件中均匀选取了 {count} 幅图像中的 {taken} 幅。",
    ),
}
"""By what a note of ``lib.training.images_file`` is about."""
