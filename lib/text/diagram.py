"""Words of the picture of the network."""

from lib.text.language import Text

TITLES = {
    "image": (Text("Image", "图像"), Text("4×4 pixels", "4×4 像素")),
    "kernel": (Text("Kernel", "卷积核"), Text("one for all windows", "所有窗口共用")),
    "s": (Text("Weighted sums", "加权和"), Text("s, before σ", "s，激活前")),
    "o": (Text("Feature map", "特征图"), Text("o = σ(s)", "o = σ(s)")),
    "ends": (Text("Dense, output, loss", "全连接、输出、损失"), Text("α, yₒᵤₜ, L", "α，yₒᵤₜ，L")),
}
SPOKEN = Text("The network with its numbers", "带有数值的网络")
HINT = Text(
    "Point at a number to see what it is made of; click it to open its derivation.",
    "把鼠标移到一个数上，可看到它由什么得到；点击则展开它的推导。",
)
HINT_WALK = Text(
    "Point at a number to see what it is made of; click it to go to the operation that computes it.",
    "把鼠标移到一个数上，可看到它由什么得到；点击则跳到计算它的运算。",
)
TOLD = Text(
    "{symbol} = {value}, ∂L/∂{symbol} = {gradient}", "{symbol} = {value}，∂L/∂{symbol} = {gradient}"
)
TOLD_PAST = Text(
    "{symbol} = {value}; before the update, ∂L/∂{symbol} was {gradient}",
    "{symbol} = {value}；更新之前 ∂L/∂{symbol} 为 {gradient}",
)
VALUE_ONLY = Text("{symbol} = {value}", "{symbol} = {value}")
UNKNOWN = Text("{symbol}: not computed yet", "{symbol}：尚未计算")
