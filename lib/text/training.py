"""Words of the training page."""

from lib.text.language import Text

IN_MENU = Text("Training", "训练")
ON_THE_WAY = Text(
    "the same weights learn to tell handwritten digits apart, live.",
    "同样的权重，实时学会区分手写数字。",
)
TITLE = Text("Training: the same network learns", "训练：同一个网络开始学习")
DIGITS = Text("Real handwritten digits, shrunk to 4×4.", "真实的手写数字，缩小为 4×4。")
INTRO = Text(
    "Every step moves the 13 weights against the gradients that the other pages derive. These weights "
    "are the run's own: the sliders play no part here, unless you let it start from them.",
    "每一步都让 13 个权重沿着梯度的反方向移动，而这些梯度正是其他页面所推导的。这些是训练自己的权重：除非选择从滑块开始，否则滑块在此不起作用。",
)
INTRO_OF_ANY = Text(
    "Your network: {network}. Every step moves its {weights} weights against the gradients that the "
    "other pages derive, on images brought to its size. These weights are the run's own: the sliders "
    "play no part here, unless you let it start from them.",
    "您的网络：{network}。每一步都让 {weights} 个权重沿着梯度的反方向移动，而这些梯度正是其他页面所推导的；图像按网络的大小缩放。这些是训练自己的权重：除非选择从滑块开始，否则滑块在此不起作用。",
)
NOT_TRAINED = Text(
    "Your network ends in a given gradient: there is no loss to make smaller, so there is nothing to "
    "train. Compose it with another end, a sigmoid with cross-entropy say.",
    "您的网络末端是给定的梯度：没有可以减小的损失，因此无法训练。请在“组建网络”页换一种末端，例如 sigmoid 与交叉熵。",
)
FITS = {
    "cross_entropy": Text(
        "The output is to say the label: 0 for the first kind of images, 1 for the second.",
        "输出应给出标签：第一类图像为 0，第二类为 1。",
    ),
    "sigmoid_squared": Text(
        "The output is to say the label: 0 for the first kind of images, 1 for the second.",
        "输出应给出标签：第一类图像为 0，第二类为 1。",
    ),
    "squared": Text(
        "α itself is to be the label: 0 for the first kind of images, 1 for the second; from ½ up it "
        "counts as 1.",
        "α 本身应等于标签：第一类图像为 0，第二类为 1；α 从 ½ 起算作 1。",
    ),
}
"""What a single output learns, by the head."""
FITS_SEVERAL = Text(
    "Each output is a class of images: its label is 1 for an image of its class, 0 for others. The "
    "largest output is the class that the network says.",
    "每个输出对应一类图像：属于该类的图像标签为 1，其余为 0。最大的输出就是网络判断的类别。",
)
GREY = Text(
    "Digits and your own images are grey: each channel sees the same. Synthetic images come in colours "
    "of chance.",
    "手写数字与您自己的图像是灰度图：各通道相同。合成图像的颜色随机。",
)
FIRST = Text("Digit with label 0", "标签为 0 的数字")
SECOND = Text("Digit with label 1", "标签为 1 的数字")
OF_CLASS = Text("Digit of class {number}", "类别 {number} 的数字")
SAME_DIGIT = Text(
    "Each class needs a digit of its own, so the old ones stay.",
    "每个类别需要不同的数字，因此保留原来的数字。",
)
RATE = Text("Learning rate η", "学习率 η")
RATE_HELP = Text(
    "May be changed while the run goes on; the run remembers when.",
    "训练进行时也可以改变；训练会记住何时改变。",
)
TOO_MANY_CHANGES = Text(
    "A run remembers 40 changes of the learning rate. Restart it to change the rate again.",
    "一次训练最多记住 40 次学习率变更。要再改，请先重新开始。",
)
PER_FRAME = Text("Steps per frame", "每帧步数")
INITIAL_SEED = Text("Seed of the initial weights", "初始权重的随机种子")
SPLIT_SEED = Text("Seed of the train/test split", "训练/测试集划分的随机种子")
STOP_AFTER = Text("Stop after (steps)", "训练步数上限")
PLAY = Text("Play", "播放")
PAUSE = Text("Pause", "暂停")
STEP = Text("One step", "走一步")
RESTART = Text("Restart", "重新开始")
RESTART_HELP = Text(
    "Back to step 0 and the very same initial weights.", "回到第 0 步与完全相同的初始权重。"
)
PROGRESS = Text("Step {step} of {stop}", "第 {step} 步，共 {stop} 步")
CATCHING_UP = Text(
    "Computing the run again: step {step} of {stop}", "正在重新计算：第 {step} 步，共 {stop} 步"
)
DONE = Text("Done: all {stop} steps are taken.", "完成：{stop} 步已全部走完。")
DIVERGED = Text(
    "The weights have grown beyond all bounds: the learning rate is too large. The run has stopped "
    "at step {step}; its history is kept.",
    "权重已无限增大：学习率过大。训练停在第 {step} 步，历史已保留。",
)
LOSS_REACHED = Text(
    "The train loss has come down as far as you asked, at step {step}.",
    "训练损失在第 {step} 步降到了所设的值。",
)
FLAT = Text(
    "The train loss has found no new low for a while: the run has stopped at step {step}.",
    "训练损失已有一段时间没有新低：训练停在第 {step} 步。",
)
TRAIN = Text("train", "训练")
TEST = Text("test", "测试")
TRAIN_LOSS = Text("Train loss", "训练损失")
TEST_LOSS = Text("Test loss", "测试损失")
TRAIN_ACCURACY = Text("Train accuracy", "训练准确率")
TEST_ACCURACY = Text("Test accuracy", "测试准确率")
LOSS = Text("mean loss (nats)", "平均损失（奈特）")
ACCURACY = Text("accuracy", "准确率")
STEPS = Text("step", "步")
LOSS_CHART = Text("Mean loss of the train and test images", "训练与测试图像的平均损失")
ACCURACY_CHART = Text(
    "Share of train and test images classified correctly", "训练与测试图像中分类正确的比例"
)
COUNTS = Text(
    "Images to train on: {train}, to test: {test}. In every picture, here as on the sliders, a pixel of "
    "1 is blue and a pixel of 0 has the colour of the page.",
    "训练图像：{train} 幅，测试图像：{test} 幅。在所有图像和滑块中，值为 1 的像素是蓝色，值为 0 的像素与页面同色。",
)
SEND = Text("Send to Backward", "送到“反向传播”")
SEND_TITLE = Text("Look inside one prediction", "剖析一次预测")
SEND_NOTE = Text(
    "Puts these weights and this image on the sliders of every page.",
    "把当前权重和这幅图像放到每个页面的滑块上。",
)
TOO_LARGE = Text(
    "A weight has grown beyond ±1000, more than the sliders hold, so nothing was sent.",
    "有权重超出了 ±1000，滑块放不下，因此没有送出任何数值。",
)
IMAGE = Text("Test image", "测试图像")
TRAIN_IMAGE = Text("Training image", "训练图像")
SAYS = Text("$y_{{out}}$ = {y_out}, label {label}", "$y_{{out}}$ = {y_out}，标签 {label}")
SAYS_ALPHA = Text(r"$\alpha$ = {y_out}, label {label}", r"$\alpha$ = {y_out}，标签 {label}")
SAYS_CLASS = Text(
    "Said to be {said}, with output {y_out}; it is {label}",
    "判为 {said}，输出 {y_out}；实际为 {label}",
)
DIGIT = Text("the digit {digit}", "数字 {digit}")
RIGHT = Text("right", "正确")
WRONG = Text("wrong", "错误")
IMAGES_MISSING = Text(
    "This link used images of its own that are not in it: a run on digits stands here instead. Ask for "
    "the file, which has them, and open it in the sidebar.",
    "此链接使用了自己的图像，但链接中不含这些图像：这里改用数字进行训练。请索取包含图像的文件，并在侧边栏中打开。",
)
SOURCE_AS_IT_IS = Text(
    "Data: Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine "
    "Learning Repository, CC BY 4.0.",
    "数据：Optical Recognition of Handwritten Digits，E. Alpaydin 与 C. Kaynak，UCI Machine Learning Repository，CC BY 4.0。",
)
SOURCE = Text(
    "Data: Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine "
    "Learning Repository, CC BY 4.0; averaged to {rows}×{columns}.",
    "数据：Optical Recognition of Handwritten Digits，E. Alpaydin 与 C. Kaynak，UCI Machine Learning Repository，CC BY 4.0；平均为 {rows}×{columns}。",
)
