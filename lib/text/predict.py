"""Words of the switch that asks for a number before it is shown."""

from lib.text.language import Text

SWITCH = Text("Predict first", "先预测")
SWITCH_HELP = Text(
    "Say what a number will be before it is shown: its value, or only its sign.",
    "在数值显示之前先说出它：数值，或者只说符号。",
)
HIDDEN = Text(
    "Everything below is hidden until you have said what {partial} will be.",
    "在你说出 {partial} 之前，下面的内容都不显示。",
)
OF_PARTIAL = Text("What will {partial} be?", "{partial} 会是多少？")
OF_OPERATION = Text(
    "Before the next operation: what comes out of it?", "在下一个运算之前：它会得到什么？"
)
SIGN = Text("Its sign", "它的符号")
SIGNS = {
    -1: Text("negative", "负"),
    0: Text("zero", "零"),
    1: Text("positive", "正"),
}
VALUE = Text("Or its value", "或者它的值")
SAY = Text("That is my prediction", "这就是我的预测")
REVEAL = Text("Just show it", "直接显示")
NOTHING = Text("Choose a sign or type a value first.", "请先选择符号或写出数值。")
SIGN_RIGHT = Text(
    "Predicted: {sign}. It is {value}: so it is.", "预测：{sign}。它是 {value}：预测正确。"
)
SIGN_WRONG = Text(
    "Predicted: {sign}. It is {value}: not so.", "预测：{sign}。它是 {value}：预测错误。"
)
VALUE_GAP = Text(
    "Predicted: {guess}. It is {value}: {gap} away, {percent}% of it.",
    "预测：{guess}。它是 {value}：相差 {gap}，为它的 {percent}%。",
)
VALUE_GAP_ZERO = Text(
    "Predicted: {guess}. It is 0: {gap} away.", "预测：{guess}。它是 0：相差 {gap}。"
)
VALUE_EXACT = Text("Predicted: {guess}. So it is.", "预测：{guess}。预测正确。")
