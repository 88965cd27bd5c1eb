"""Words of the page that trains many runs at once and compares two of them."""

from lib.text.language import Text

IN_MENU = Text("Compare", "对比")
ON_THE_WAY = Text(
    "many runs at once: learning rates, seeds and optimisers, two of them side by side.",
    "同时训练多个网络：比较学习率、种子与优化器，任选两个并排查看。",
)
TITLE = Text("Compare: many runs at once", "对比：同时训练多个网络")
INTRO = Text(
    "Every run starts from the training page's set-up and differs only in what is chosen here. All of "
    "them are trained together, as one NumPy computation; the sliders of the sidebar play no part here.",
    "每次训练都沿用训练页的设置，只有此处选择的内容不同。所有训练合为一次 NumPy 计算，同时进行；侧边栏的滑块在此不起作用。",
)
INTRO_OF_ANY = Text(
    "Your network: {network}. Every run starts from the training page's set-up and differs only in what "
    "is chosen here; at most {most} of them take their steps by turns. The sliders of the sidebar play no "
    "part here.",
    "您的网络：{network}。每次训练都沿用训练页的设置，只有此处选择的内容不同；最多 {most} 次训练轮流前进。侧边栏的滑块在此不起作用。",
)
OPTIMISERS = Text("Optimisers", "优化器")
RATES = Text("Learning rates η", "学习率 η")
RATES_HELP = Text(
    "Choose from the list or type any other number.", "可从列表中选择，也可输入其他数字。"
)
FIRST_SEED = Text("First seed", "第一个种子")
FIRST_SEED_HELP = Text(
    "A seed draws the weights that a run starts from. Runs with one seed start alike.",
    "种子决定训练开始时的权重。种子相同的训练起点相同。",
)
SEED_COUNT = Text("Seeds", "种子数")
STEPS = Text("Steps", "步数")

COUNT = Text(
    "{optimisers} × {rates} × {seeds} = {runs} runs (optimisers × learning rates × seeds)",
    "{optimisers} × {rates} × {seeds} = {runs} 次训练（优化器 × 学习率 × 种子）",
)
TOO_MANY = Text(
    "{optimisers} × {rates} × {seeds} = {runs} runs, and at most {most} fit. Take away a learning rate, "
    "a seed or an optimiser. Nothing is lost: what was trained before stays below.",
    "{optimisers} × {rates} × {seeds} = {runs} 次训练，最多只能 {most} 次。请减少学习率、种子或优化器。之前的结果仍保留在下方。",
)
NOTHING_CHOSEN = Text(
    "Choose at least one optimiser and one learning rate.", "请至少选择一个优化器和一个学习率。"
)
BAD_RATE = Text(
    "A learning rate is a number above 0 and at most 1,000,000, such as 0.25. What was typed is not, "
    "so it was left out.",
    "学习率应大于 0 且不超过 1000000，例如 0.25。刚才的输入不符合，已忽略。",
)
START = Text("Train all {runs}", "训练全部 {runs} 个")
GO_ON = Text("Go on to step {steps}", "继续训练到第 {steps} 步")
DONE = Text("All trained", "全部完成")
DONE_HELP = Text("Raise the number of steps to go on.", "增大步数即可继续训练。")
STOP = Text("Stop", "停止")
PROGRESS = Text("{runs} runs: step {step} of {goal}", "{runs} 次训练：第 {step} 步，共 {goal} 步")
SEEDS_IDLE = Text(
    "All runs start from the same weights, as Training is set to: another seed changes nothing.",
    "按“训练”页的设置，所有训练都从相同的权重开始：换种子不会有变化。",
)
EARLIER = Text(
    "The results below belong to an earlier choice, so they are not in the link.",
    "下方的结果来自之前的选择，因此不包含在链接中。",
)
SPENT = Text(
    "{runs} runs × {steps} steps took {seconds} s of computing: {micro} µs per run and step.",
    "{runs} 次训练 × {steps} 步共用计算时间 {seconds} 秒：每次训练每步 {micro} 微秒。",
)
BEFORE_FIRST = Text(
    "Then: a small chart of the losses for each learning rate, a map of where they end, and any two "
    "runs side by side.",
    "之后会显示：每个学习率的损失小图、最终损失的热图，以及任意两次训练的并排对比。",
)

CURVES = Text("Loss of each step's batch", "每一步批次的损失")
CURVES_NOTE = Text(
    "One panel per learning rate, one line per run, up to step {step}. The dotted line is ln 2, the loss "
    "of always answering ½; a line that leaves the panel runs along its edge.",
    "每个学习率一幅小图，每次训练一条线，到第 {step} 步为止。点线为 ln 2，即始终回答 ½ 的损失；超出范围的线沿边缘延伸。",
)
CURVES_NOTE_OF_ANY = Text(
    "One panel per learning rate, one line per run, up to step {step}. The dotted line, {coin}, is the "
    "loss of saying the same of every image; a line that leaves the panel runs along its edge.",
    "每个学习率一幅小图，每次训练一条线，到第 {step} 步为止。点线 {coin} 是对所有图像给出同样回答的损失；超出范围的线沿边缘延伸。",
)
LOG = Text("Log scale", "对数刻度")
SEED = Text("seed {seed}", "种子 {seed}")
PANEL_SPOKEN = Text(
    "η = {rate}: the losses are now {low} to {high}; {diverged} of {runs} runs diverged",
    "η = {rate}：当前损失为 {low} 到 {high}；{runs} 次训练中 {diverged} 次发散",
)
SOME_DIVERGED = Text("✕ {diverged} diverged", "✕ {diverged} 次发散")
MAP = Text("Where they end: mean loss of the training images", "最终结果：训练图像的平均损失")
MAP_NOTE = Text(
    "The stronger the colour, the lower the loss; 0.693 is ln 2, the loss of always answering ½. Pick "
    "two runs to put them side by side: the next one picked becomes {letter}.",
    "颜色越深，损失越低；0.693 即 ln 2，是始终回答 ½ 的损失。选两次训练并排对比：下一个选中的将成为 {letter}。",
)
MAP_NOTE_OF_ANY = Text(
    "The stronger the colour, the lower the loss; {coin} is the loss of saying the same of every image. "
    "Pick two runs to put them side by side: the next one picked becomes {letter}.",
    "颜色越深，损失越低；{coin} 是对所有图像给出同样回答的损失。选两次训练并排对比：下一个选中的将成为 {letter}。",
)
CORNER = Text("η / seed", "η / 种子")
DIVERGED = Text("diverged", "发散")

PAIR = Text("Two runs side by side", "两次训练并排对比")
RUN_A = Text("Run A (solid)", "训练 A（实线）")
RUN_B = Text("Run B (dashed)", "训练 B（虚线）")
SAME_START = Text(
    "Both start from the same {count} weights (seed {seed}): what differs below comes from the choices "
    "alone.",
    "两者从相同的 {count} 个权重出发（种子 {seed}）：下面的差别只来自所选设置。",
)
SAME_RUN = Text("Both are the same run.", "两者是同一次训练。")
OTHER_START = Text(
    "They start from different weights: part of the difference is luck. Give both one seed to compare "
    "the set-ups alone.",
    "两者的初始权重不同：差别中有一部分是运气。选用同一个种子，才能只比较设置。",
)
PAIR_CHART = Text("Loss of both runs at each step", "两次训练每一步的损失")
BOTH_START = Text("Both at the start", "两者的起点")
ONE_START = Text("{letter} at the start", "{letter} 的起点")
END_WEIGHTS = Text("{letter} now", "{letter} 现在")
GROUPS = {
    "kernel": Text("kernel", "卷积核"),
    "dense": Text("dense weights", "全连接权重"),
}
OF = Text("{whose}: {what}", "{whose}：{what}")
BEYOND = Text(
    "This run has diverged: its weights have grown beyond all numbers, so there is nothing to show.",
    "该训练已发散：权重超出了所有可表示的数，没有可显示的内容。",
)
HAS_DIVERGED = Text(
    "✕ This run has diverged: its learning rate is too large.", "✕ 该训练已发散：学习率过大。"
)
TRAIN_THIS = Text("Train {letter} step by step", "逐步训练 {letter}")
TRAIN_THIS_HELP = Text(
    "Puts this run's set-up on the training page, at step 0, and goes there.",
    "把该设置放到训练页（第 0 步），并转到该页。",
)
TABLE = Text("All runs", "全部训练")
TABLE_NOTE = Text(
    "Best first; click a column's head to sort by it.", "最好的在前；点击列标题可按该列排序。"
)
OPTIMISER = Text("Optimiser", "优化器")
RATE = Text("Learning rate η", "学习率 η")
SEED_COLUMN = Text("Seed", "种子")
STATE = Text("State", "状态")
LEARNT = Text("✓ trained", "✓ 已训练")
DIVERGED_STATE = Text("✕ diverged", "✕ 发散")
DOWNLOAD = Text("Download CSV", "下载 CSV")
