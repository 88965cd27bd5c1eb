"""Why a text is not the number that is wanted."""

from lib.text.language import Text

REFUSALS = {
    "empty": Text("There is no number here.", "这里没有数。"),
    "too_long": Text("That is longer than any number needs to be.", "这比任何数所需的都长。"),
    "not_a_number": Text(
        "That is not a number. Write it like 0.25, −1.5, 3/8 or 1.5·10⁻⁷.",
        "这不是数。请写成 0.25、−1.5、3/8 或 1.5·10⁻⁷ 这样的形式。",
    ),
    "not_finite": Text("A finite number is wanted.", "需要一个有限的数。"),
    "two_readings": Text(
        "That can be read as two different numbers. Write it with a decimal point and nothing "
        "between the thousands, and a power of ten like 1e−7.",
        "这可以读成两个不同的数。请用小数点，千位之间不加符号，10 的幂写成 1e−7 这样的形式。",
    ),
    "both_signs": Text(
        "That has a comma and a point. Write only the decimal sign, like 1234.5.",
        "其中既有逗号又有点。请只写小数点，例如 1234.5。",
    ),
    "several_numbers": Text(
        "Those are several numbers; one is wanted here.", "这是多个数；这里只需要一个。"
    ),
    "ragged": Text("The rows are not equally long.", "各行的个数不相等。"),
}
"""By the reason of ``lib.numbers``; ``ragged`` is a pasted matrix."""
