"""Words of the walk-through, one operation at a time."""

from lib.text.language import Text

IN_MENU = Text("Step by step", "逐步演示")
ON_THE_WAY = Text(
    "one operation at a time, forward, back, and one step of descent.",
    "一次一个运算：前向、反向，再走一步梯度下降。",
)
TITLE = Text("Step by step: one operation at a time", "逐步演示：一次一个运算")
INTRO = Text(
    "Forward, loss, backward, update. Hatched values are not computed yet; click one to go to the "
    "operation that computes it. Keys: N or Page Down next, B or Page Up back, P play.",
    "前向、损失、反向、更新。带斜线的值尚未计算，点击可跳到计算它的运算。按键：N 或 Page Down 下一步，B 或 Page Up 上一步，P 播放。",
)
PHASES = {
    "forward": Text("Forward", "前向"),
    "loss": Text("Loss", "损失"),
    "backward": Text("Backward", "反向"),
    "update": Text("Update", "更新"),
}
NEXT = Text("Next", "下一步")
BACK = Text("Back", "上一步")
PLAY = Text("Play", "播放")
PAUSE = Text("Pause", "暂停")
START = Text("To the start", "回到开头")
JUMP = Text("Operation", "运算")
JUMP_TO = Text("Jump to", "跳到")
RATE = Text("Learning rate of the update", "更新的学习率")
AT = Text("Operation {done} of {count}: {phase}", "第 {done} 个运算，共 {count} 个：{phase}")
NOTHING = Text(
    "Nothing is computed yet: image, kernel, dense weights and label are given. Press Next.",
    "尚未计算任何值：图像、卷积核、全连接权重和标签是已知的。请按“下一步”。",
)
NOTHING_OF_GIVEN = Text(
    "Nothing is computed yet: image, kernel and the gradient of the last map are given. Press Next.",
    "尚未计算任何值：图像、卷积核和最后一张图的梯度是已知的。请按“下一步”。",
)
SECOND = Text(
    "The small number in a tile is its gradient ∂L/∂(…), once it is computed.",
    "格子中的小号数字是它的梯度 ∂L/∂(…)，计算之后才出现。",
)
PAST = Text(
    "A gradient in brackets is one of before the update: it has moved the weights and does not belong to "
    "the new numbers beside it. The next step would compute all gradients again.",
    "括号中的梯度是更新之前的：它推动了权重，不属于旁边的新数值。下一步会重新计算全部梯度。",
)
CHANGE = Text("Before and after the update", "更新前后")
WEIGHT = Text("Weight", "权重")
BEFORE = Text("Before", "之前")
GRADIENT = Text("Gradient", "梯度")
AFTER = Text("After", "之后")
LOSS_FELL = Text("The loss fell from {before} to {after}.", "损失从 {before} 降到 {after}。")
LOSS_ROSE = Text(
    "The loss rose from {before} to {after}: the learning rate is too large for this step.",
    "损失从 {before} 升到 {after}：这一步的学习率过大。",
)
LOSS_STAYED = Text("The loss stayed at {before}.", "损失保持在 {before}。")
NOT_YET = Text("The update has not been reached yet.", "尚未进行到更新。")
