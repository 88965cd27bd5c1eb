"""What is said of a file that cannot be read. Fixed sentences: nothing of the file is repeated."""

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
        "That file is not whole or not JSON, so nothing was changed. Download it again.",
        "该文件不完整或不是 JSON，因此没有作任何更改。请重新下载。",
    ),
    "format": Text(
        "That file was not made by this page's download, so nothing was changed.",
        "该文件不是由本页面的下载功能生成的，因此没有作任何更改。",
    ),
    "version": Text(
        "That file comes from a newer version of this page, so nothing was changed.",
        "该文件由更高版本的本页面生成，因此没有作任何更改。",
    ),
    "value": Text(
        "That file holds a value that does not fit here, so nothing was changed.",
        "该文件中有不适用的值，因此没有作任何更改。",
    ),
}
