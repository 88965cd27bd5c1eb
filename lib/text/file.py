"""What is said of a file that cannot be read: where it is wrong, and what would be right there.

Only numbers, places and keys of ours are put in: nothing else of the file is repeated.
"""

from lib.text.language import Text

PROBLEMS = {
    "size": Text(
        "That file is larger than 1 MB, so it was not read and nothing was changed.",
        "该文件超过 1 MB，因此没有读取，也没有作任何更改。",
    ),
    "encoding": Text(
        "That file is not plain text, so nothing was changed.",
        "该文件不是纯文本，因此没有作任何更改。",
    ),
    "json": Text(
        "That file stops being JSON at line {line}, column {column}, so nothing was changed.",
        "该文件从第 {line} 行第 {column} 列起不是 JSON，因此没有作任何更改。",
    ),
    "format": Text(
        'That file is not an object with a `"version"`, as this page writes it, so nothing was '
        "changed.",
        '该文件不是本页面写出的那种带有 `"version"` 的对象，因此没有作任何更改。',
    ),
    "version": Text(
        "That file comes from a newer version of this page, so nothing was changed.",
        "该文件由更高版本的本页面生成，因此没有作任何更改。",
    ),
    "value": Text(
        "In that file, {place} has to be {wanted}, so nothing was changed.",
        "该文件中 {place} 处应为：{wanted}。因此没有作任何更改。",
    ),
}

ROOT = Text("the whole", "整个内容")
NUMBER = Text("a number from {low} to {high}", "从 {low} 到 {high} 的数")
WHOLE = Text("a whole number from {low} to {high}", "从 {low} 到 {high} 的整数")
CHOICE = Text("one of {options}", "{options} 之一")
LIST = Text("a list of {count} values, each {item}", "含 {count} 个值的列表，每个值为{item}")
LIST_BETWEEN = Text(
    "a list of {least} to {most} values, each {item}",
    "含 {least} 到 {most} 个值的列表，每个值为{item}",
)
ONCE = Text("{wanted}, without repetitions", "{wanted}，且没有重复")
PAIR = Text("a pair: {first}; {second}", "一对值：{first}；{second}")
GRID = Text(
    "{rows} rows of {columns} values, each {item}", "{rows} 行，每行 {columns} 个值，每个值为{item}"
)
ROWS = Text(
    "1 to {most} rows of 1 to {most} values, as many in each, each {item}",
    "1 到 {most} 行，每行 1 到 {most} 个值且个数相同，每个值为{item}",
)
OR_NULL = Text("{wanted}, or null", "{wanted}，或 null")
NAME = Text(
    "at most {most} letters, digits, spaces and punctuation marks",
    "至多 {most} 个字母、数字、空格和标点",
)
NUMBER_TEXT = Text(
    "one number written in at most {most} characters, or nothing",
    "用至多 {most} 个字符写出的一个数，或留空",
)
CODE = Text(
    "{count} letters and digits from {first} to {last}",
    "{count} 个字母或数字，从 {first} 到 {last}",
)
NAME_OF_ITS_OWN = Text("a name that no other example has", "其他示例没有的名称")
OBJECT = Text("an object of keys and values", "由键和值组成的对象")
NO_KEY = Text("left out (there is no such key)", "删去（没有这个键）")
KNOWN_KEYS = Text("an object with known keys only", "只含已知键的对象")
KEY_ONCE = Text("there once only", "只出现一次")
KEYS_ONCE = Text("without any key twice", "没有重复的键")
RUN_STEPS = Text(
    "a list whose steps do not fall and do not exceed `step`", "步数不递减且不超过 `step` 的列表"
)
IN_ACCORD = Text("an object whose values go together", "各值彼此相容的对象")
ONE_SIZE = Text(
    "images of one size, at most {most} of this one",
    "大小相同的图像，此大小最多 {most} 幅",
)
EACH_A_LABEL = Text("as many labels as images", "与图像数目相同的标签")
ONE_CLASS = Text(
    "a list of {count} values, 1 for one class and 0 for the others",
    "含 {count} 个值的列表，一个类别为 1，其余为 0",
)
