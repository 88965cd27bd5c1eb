"""Words of the page on the forward pass (N8)."""

from lib.text.language import Text

IN_MENU = Text("Forward", "前向传播")
ON_THE_WAY = Text(
    "from the pixels to the loss, every product written out.",
    "从像素到损失，写出每一个乘积。",
)
TITLE = Text("Forward: from pixels to the loss", "前向传播：从像素到损失")
INTRO = Text(
    "The same nine weights look at four windows of the image. Each window's products add up to s, "
    "the sigmoid makes o of it, and the dense weights weigh the four.",
    "同样的九个权重依次看图像的四个窗口。每个窗口的乘积相加得到 s，sigmoid 把它变成 o，再由全连接权重对四者加权。",
)
INTRO_ANY = Text(
    "Each kernel looks at each window of the image: its products add up to s, and what follows makes of "
    "it, layer by layer, the loss.",
    "每个卷积核依次看图像的每个窗口：乘积相加得到 s，其后各层再由它一步步得到损失。",
)
ONE_WINDOW = Text("One window: {symbol}", "一个窗口：{symbol}")
PICK_WINDOW = Text(
    "Pick another weighted sum above to see its window here.",
    "点选上面的另一个加权和，即可在此看到它的窗口。",
)
PADDED = Text(
    "Where the window reaches into the padding, the weight meets a 0.",
    "窗口伸入填充处，权重乘的是 0。",
)
PRODUCTS_OF = Text("Products {weight}·{pixel}", "乘积 {weight}·{pixel}")
LOSS = Text("Loss", "损失")
WINDOW = Text(
    "Window {k}: rows {top}–{bottom}, columns {left}–{right}",
    "窗口 {k}：第 {top}–{bottom} 行，第 {left}–{right} 列",
)
IMAGE = Text("Image", "图像")
PRODUCTS = Text("Nine products w·a", "九个乘积 w·a")
END = Text("From the feature map to the loss", "从特征图到损失")
SUMS = Text("Weighted sums s", "加权和 s")
MAP = Text("Feature map, o = σ(s)", "特征图，o = σ(s)")
ENDS = Text("Output and loss", "输出与损失")
