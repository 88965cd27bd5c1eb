"""Words of the training lab: data, optimisers, views, time travel, one's own images."""

from lib.text.language import Text

CONTROLS = Text("Settings", "设置")
CONTROL_NAMES = {
    "data": Text("Data", "数据"),
    "descent": Text("Descent", "梯度下降"),
    "start": Text("Start and stop", "开始与停止"),
}
VIEW = Text("View", "视图")
VIEWS = {
    "curves": Text("Loss and accuracy", "损失与准确率"),
    "weights": Text("Weights and gradients", "权重与梯度"),
    "gallery": Text("Images", "图像"),
    "travel": Text("Time travel", "时间旅行"),
    "landscape": Text("Landscape", "损失地形"),
}

DATA = Text("Images", "图像")
DATA_NAMES = {
    "digits": Text("Handwritten digits", "手写数字"),
    "bars": Text("Horizontal or vertical bar", "横条或竖条"),
    "sides": Text("Left or right half", "左半或右半"),
    "diagonals": Text("The two diagonals", "两条对角线"),
    "textures": Text("Checkerboard or blob", "棋盘或斑块"),
    "xor": Text("XOR of two corners", "两角异或"),
    "own": Text("Your own", "你自己的"),
    "image": Text("The image on the sliders", "滑块上的图像"),
}
CLASSES = {
    "horizontal": Text("horizontal", "横"),
    "vertical": Text("vertical", "竖"),
    "left": Text("left", "左"),
    "right": Text("right", "右"),
    "falling": Text("falling", "下降"),
    "rising": Text("rising", "上升"),
    "checkerboard": Text("checkerboard", "棋盘"),
    "blob": Text("blob", "斑块"),
    "equal": Text("equal", "相同"),
    "different": Text("different", "不同"),
}
XOR_WHY = Text(
    r"This network cannot learn it. The corners $a_{00}$ and $a_{33}$ share no window, so $\alpha$ is a "
    r"sum $f(a_{00}) + g(a_{33})$, and $\alpha(0,0) + \alpha(1,1) = \alpha(0,1) + \alpha(1,0)$ whatever the "
    "weights. XOR wants the left two below 0 and the right two above: at most three of the four can "
    "be right.",
    r"这个网络学不会它。角 $a_{00}$ 与 $a_{33}$ 不在同一个窗口里，因此 $\alpha$ 是和 $f(a_{00}) + g(a_{33})$，无论权重如何都有 $\alpha(0,0) + \alpha(1,1) = \alpha(0,1) + \alpha(1,0)$。异或要求左边两个小于 0、右边两个大于 0：四者中最多三个正确。",
)
SHARE = Text("Share used for training", "训练集比例")
NOISE = Text("Noise (standard deviation)", "噪声（标准差）")
SIZE = Text("Number of images (0 = all)", "图像总数（0 = 全部）")

OPTIMISER = Text("Optimiser", "优化器")
OPTIMISER_NAMES = {
    "descent": Text("Gradient descent", "梯度下降"),
    "momentum": Text("Momentum", "动量"),
    "nesterov": Text("Nesterov", "Nesterov 动量"),
    "rmsprop": Text("RMSProp", "RMSProp"),
    "adam": Text("Adam", "Adam"),
}
COEFFICIENTS = {
    "momentum": Text(r"$\mu$", r"$\mu$"),
    "decay": Text(r"$\rho$", r"$\rho$"),
    "beta1": Text(r"$\beta_1$", r"$\beta_1$"),
    "beta2": Text(r"$\beta_2$", r"$\beta_2$"),
}
SCHEDULE = Text("Learning rate schedule", "学习率调度")
SCHEDULE_NAMES = {
    "constant": Text("Constant", "恒定"),
    "step": Text("Step decay", "阶梯衰减"),
    "exponential": Text("Exponential decay", "指数衰减"),
    "cosine": Text("Cosine", "余弦"),
}
SCHEDULE_STEPS = Text("over (steps)", "周期（步）")
SCHEDULE_FACTOR = Text("factor", "系数")
L1 = Text(r"L1 penalty $\lambda_1$", r"L1 正则化 $\lambda_1$")
L2 = Text(r"L2 penalty $\lambda_2$", r"L2 正则化 $\lambda_2$")
BATCH = Text("Batch size (0 = all)", "批次大小（0 = 全部）")
BATCH_SEED = Text("Seed of the batches", "批次的随机种子")
BATCH_LOSS = Text("Gradient of a batch", "批次的梯度")
BATCH_LOSS_NAMES = {
    "mean": Text("Mean over its images", "各图像的平均"),
    "sum": Text("Sum over its images", "各图像之和"),
}
SUM_NOTE = Text(
    r"Some books add the images up: under gradient descent that is the mean with a rate of $n \cdot "
    r"\eta$. Every loss shown is a mean all the same, so that runs can be compared.",
    r"有些书把各图像相加：对梯度下降而言，这等于学习率为 $n \cdot \eta$ 的平均。显示的损失始终是平均值，便于比较。",
)
MOMENTUM_NOTE = Text(
    r"When $\eta$ changes on the way, all of $v$ feels the new rate at once. Books that write "
    r"$v \leftarrow \mu \cdot v - \eta \cdot g$ keep the old rate in what $v$ remembers: after a change "
    "their steps differ.",
    r"途中改变 $\eta$ 时，新的学习率立即作用于整个 $v$。写成 $v \leftarrow \mu \cdot v - \eta \cdot g$ 的书则让 $v$ 记住的部分保留旧学习率：改变之后两者的步子不同。",
)

INITIAL = Text("Initial weights", "初始权重")
INITIAL_NAMES = {
    "normal": Text("Normal", "正态"),
    "uniform": Text("Uniform", "均匀"),
    "xavier": Text("Xavier", "Xavier"),
    "zeros": Text("All zero", "全零"),
    "given": Text("The weights on the sliders", "滑块上的权重"),
}
GIVEN = Text(
    "The run keeps the numbers that stood on the sliders when this was chosen: moving them changes "
    "nothing here.",
    "训练保留选择此项时滑块上的数值：之后移动滑块不会改变它。",
)
GIVEN_IMAGE = Text(
    "One image and its label are learnt again and again, as by hand: with gradient descent, the weights "
    "on the sliders and the η of Step by step, the first step is the update there, digit for digit.",
    "反复学习一幅图像及其标签，与手算相同：用梯度下降、滑块上的权重和“逐步演示”页的 η，第一步与那里的更新逐位相同。",
)
TAKE_AGAIN = Text("Start from the sliders as they are now", "从滑块现在的数值开始")
SCALE = Text("Scale", "缩放系数")
ZEROS_WHY = Text(
    r"All zero is a saddle. Every $o$ is ½ and $\alpha$ is 0, so $\partial L/\partial w_{mn}$ has the factor "
    r"$w_k = 0$ and vanishes, and $\partial L/\partial w_k = (½ - yy) \cdot ½$ averages to 0 when both "
    "classes are equally many: full-batch gradient descent stays where it is. One image more of one "
    "class, or a batch with unequal numbers of both, tips it off.",
    r"全零是一个鞍点。每个 $o$ 都是 ½，$\alpha$ 为 0，因此 $\partial L/\partial w_{mn}$ 含因子 $w_k = 0$ 而消失；两类数量相等时，$\partial L/\partial w_k = (½ - yy) \cdot ½$ 的平均为 0：全批量梯度下降将停在原处。只要某一类多一幅图像，或某批次中两类数量不等，就会离开鞍点。",
)
ZEROS_OF_ANY = Text(
    "All zero: every dense weight is 0, so no gradient reaches the kernels; and where o is 0 too, none "
    "reaches the dense weights. With several kernels all stay alike for ever.",
    "全零：每个全连接权重都是 0，梯度到不了卷积核；若 o 也为 0，全连接权重也没有梯度。有多个卷积核时，它们将永远相同。",
)
STOP_LOSS = Text("Stop at train loss (0 = never)", "训练损失降到多少时停止（0 = 不启用）")
LEAST_LOSS = Text(
    "The labels are not all 0 or 1, so the train loss cannot fall below their entropy, {least} nats: a "
    "smaller goal is never reached.",
    "标签并非全为 0 或 1，训练损失无法低于其熵 {least} 奈特：更小的目标永远达不到。",
)
STOP_PLATEAU = Text("Stop when flat for (steps, 0 = never)", "停滞多少步后停止（0 = 不启用）")
NOT_POSSIBLE = Text(
    "No run can be made of that ({name}), so the old settings stay.",
    "无法据此建立训练（{name}），因此保留原设置。",
)

LOG = Text("Log scale", "对数刻度")
DOWNLOAD = Text("Every step as CSV", "逐步数据（CSV）")
DOWNLOAD_SVG = Text("Curves as SVG", "曲线（SVG）")
SVG_TITLE = Text("Loss and accuracy of a training run", "一次训练的损失与准确率")
SVG_ABOUT = Text(
    "{step} steps on {data}; {optimiser}, η = {rate}; seed of the initial weights {seed}, of the "
    "train/test split {split_seed}.",
    "{data}，{step} 步；{optimiser}，η = {rate}；初始权重的随机种子 {seed}，训练/测试集划分的随机种子 {split_seed}。",
)
CHART_HINT = Text(
    "Point at a curve for the exact step; the bar above a chart saves it as PNG.",
    "指向曲线可看到确切的步数；图表上方的工具栏可保存为 PNG。",
)
NORMS = Text("Norm of each layer's gradient", "各层梯度的范数")
NORM_NAMES = {
    "kernel_gradient_norm": Text("kernel", "卷积核"),
    "dense_gradient_norm": Text("dense weights", "全连接权重"),
}
LAYER_NORM_NAMES = {
    "kernel_gradient_norm": Text("convolution", "卷积层"),
    "dense_gradient_norm": Text("dense layer", "全连接层"),
}
NORM_AXIS = Text("gradient norm", "梯度范数")
PATHS = Text("Each weight's path", "每个权重的轨迹")
PATHS_OF = Text("Paths of the weights of", "显示哪些权重的轨迹")
WEIGHT_AXIS = Text("weight", "权重")
PICTURE = Text("The weights over time", "权重随时间的变化")

PART = Text("Which images", "哪些图像")
ORDER = Text("Order", "顺序")
WORST = Text("largest loss first", "损失从大到小")
BEST = Text("smallest loss first", "损失从小到大")
SHOWN = Text(
    "{shown} of {count} images; {wrong} are on the wrong side of ½ (framed). Click one to choose it.",
    "显示 {count} 幅中的 {shown} 幅；{wrong} 幅落在 ½ 的错误一侧（加框）。点击可选中。",
)
SHOWN_OF_CLASSES = Text(
    "{shown} of {count} images, each with the class that the network says and its output; {wrong} are "
    "taken for another class (framed). Click one to choose it.",
    "显示 {count} 幅中的 {shown} 幅，各附网络判断的类别及其输出；{wrong} 幅被判为其他类别（加框）。点击可选中。",
)
IMAGE_SAID = Text(
    "Image {number}: said to be {said}, with output {y_out}; it is {label}; loss {loss}",
    "图像 {number}：判为 {said}，输出 {y_out}；实际为 {label}；损失 {loss}",
)
IMAGE_SPOKEN = Text(
    "Image {number}: yₒᵤₜ = {y_out}, label {label}, loss {loss}",
    "图像 {number}：yₒᵤₜ = {y_out}，标签 {label}，损失 {loss}",
)

AT_STEP = Text("Step to look at", "查看的步")
WEIGHT = Text("Weight", "权重")
NO_STEP = Text(
    "Take a step first: there is nothing to look back on.", "请先走一步：还没有可回看的历史。"
)
MOVED = Text(
    "In step {step}, {symbol} moved by {change}: from {before} to {after}.",
    "在第 {step} 步，{symbol} 改变了 {change}：从 {before} 到 {after}。",
)
RULE = Text("The optimiser's rule with its numbers in", "代入数值的优化器规则")
WHY = Text("Where the gradient g came from", "梯度 g 从何而来")
MEAN_OF = Text(
    "The mean of {partial} over the batch (images: {count}) is {whole}. The images that pulled hardest:",
    "这一批次（图像：{count} 幅）上 {partial} 的平均为 {whole}。作用最大的图像：",
)
SUM_OF = Text(
    "The sum of {partial} over the batch (images: {count}) is {whole}. The images that pulled hardest:",
    "这一批次（图像：{count} 幅）上 {partial} 之和为 {whole}。作用最大的图像：",
)
PENALTY_ADDS = Text(
    "The L1 and L2 penalties add {penalty}, so g = {total}.",
    "L1 与 L2 正则化再加上 {penalty}，因此 g = {total}。",
)
PULL_SPOKEN = Text(
    "Image {number}, label {label}: ∂L/∂{symbol} = {gradient}",
    "图像 {number}，标签 {label}：∂L/∂{symbol} = {gradient}",
)
TO_BACKWARD = Text("Open image and weights on Backward", "在“反向传播”页打开这幅图像与这些权重")
CHOSEN = Text(
    "Image {number} of the training images, label {label}.",
    "训练图像第 {number} 幅，标签 {label}。",
)

OWN_TITLE = Text("Your own images", "你自己的图像")
OWN_COUNT = Text(
    "{zeros} images with label 0, {ones} with label 1.",
    "标签 0 的有 {zeros} 幅，标签 1 的有 {ones} 幅。",
)
OWN_COUNT_OF_CLASS = Text("class {number}: {count}", "类别 {number}：{count} 幅")
OWN_FIRST = Text(
    "First paint images or open a file, below under “Your own images”: at least one of each label.",
    "请先在下方“你自己的图像”中绘制图像或打开文件：每种标签至少一幅。",
)
OWN_NEEDED = Text(
    "At least one image of each label is needed before a run can start.",
    "至少各有一幅标签 0 和标签 1 的图像，才能开始训练。",
)
OWN_CLASSES_NEEDED = Text(
    "The network tells {classes} classes apart: at least one image of each, and of no other, is needed "
    "before a run can start.",
    "该网络区分 {classes} 个类别：每个类别至少一幅图像，且不能有其他类别，才能开始训练。",
)
OWN_LINK = Text(
    "Your own images are too big for a link: save the numbers as a file to keep them.",
    "你自己的图像放不进链接：请把数值保存为文件。",
)
OWN_FULL = Text("There is room for {most} images.", "最多可存 {most} 幅图像。")
EASEL = Text("Image to paint, {rows} by {columns}", "{rows}×{columns} 画板")
BRUSH = Text("Brush", "画笔")
ADD_ZERO = Text("Add with label 0", "添加，标签 0")
ADD_ONE = Text("Add with label 1", "添加，标签 1")
ADD_TO_CLASS = Text("Add to class {number}", "添加到类别 {number}")
CLEAR = Text("Clear", "清空")
REMOVE_ALL = Text("Remove all", "全部删除")
UPLOAD = Text("Or a CSV file", "或上传 CSV 文件")
UPLOAD_HELP = Text(
    "One line per image: its pixels, row by row, and its label, as spreadsheets and published data "
    "sets write them. At most 2 MB.",
    "每行一幅图像：逐行的像素与标签，电子表格和公开数据集的写法均可。最大 2 MB。",
)
UPLOADED = Text(
    "{count} images were read and replaced yours.", "已读入 {count} 幅图像并替换原有图像。"
)
KEPT = Text("Nothing was changed.", "没有作任何更改。")
