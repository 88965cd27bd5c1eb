"""Words of the loss landscape."""

from lib.text.language import Text

INTRO = Text(
    "The mean loss of the training images over two directions in the space of the {count} weights, around "
    "the newest weights, and the way the run took.",
    "在 {count} 个权重的空间中，以当前权重为中心，沿两个方向画出训练图像的平均损失，以及训练走过的路径。",
)
KIND = Text("Directions", "方向")
KINDS = {
    "weights": Text("Two weights", "两个权重"),
    "random": Text("Two random directions", "两个随机方向"),
}
ACROSS = Text("Across", "横轴")
UP = Text("Up", "纵轴")
SEED = Text("Seed", "种子")
RANGE = Text("Range (±)", "范围（±）")
FIRST = Text("distance along direction 1", "沿方向 1 的距离")
SECOND = Text("distance along direction 2", "沿方向 2 的距离")
LOSS = Text("mean loss (nats, log colours)", "平均损失（奈特，颜色按对数）")
START = Text("start", "起点")
NOW = Text("now", "现在")
CHART = Text(
    "Map of the mean loss over two directions, with the run's path from its start to now",
    "两个方向上的平均损失图，以及训练从起点到现在的路径",
)
WEIGHTS_NOTE = Text(
    "Here the loss is {now}; the lowest on this map is {low}. The other eleven weights stand where they "
    "are now. The path went by while those moved too, so it need not run downhill here.",
    "当前损失为 {now}；此图上的最低值为 {low}。其余十一个权重固定在当前值。训练时它们也在变化，因此路径在此图上不一定一直下坡。",
)
OTHERS_NOTE = Text(
    "Here the loss is {now}; the lowest on this map is {low}. All other weights stand where they are "
    "now. The path went by while those moved too, so it need not run downhill here.",
    "当前损失为 {now}；此图上的最低值为 {low}。其余权重都固定在当前值。训练时它们也在变化，因此路径在此图上不一定一直下坡。",
)
RANDOM_NOTE = Text(
    "Here the loss is {now}; the lowest on this map is {low}. The path shows only as far as it goes "
    "along these two directions: the rest leads out of their plane.",
    "当前损失为 {now}；此图上的最低值为 {low}。路径只显示沿这两个方向的部分，其余部分离开了这个平面。",
)
START_OUTSIDE = Text(
    "The start lies outside this map; a larger range shows it.",
    "起点不在此图范围内；增大范围即可看到。",
)
BEYOND = Text(
    "The weights have grown beyond all bounds: there is no landscape around them to show.",
    "权重已无限增大，周围没有可以显示的损失地形。",
)
