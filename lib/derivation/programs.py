"""The program of any network to take away: NumPy by hand, or PyTorch. Both print one derivative.

The text is made of this module's own lines and of numbers that ``repr`` wrote.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.architecture import Architecture
from lib.network.layers.activation import LEAK
from lib.network.places import places

_NUMPY_FUNCTIONS = {
    "sigmoid": """\
def sigmoid(x):
    small = np.exp(-np.abs(x))  # never overflows
    return np.where(x >= 0, 1.0, small) / (1.0 + small)
""",
    "tanh": """\
def tanh_slope(x):
    small = np.exp(-2.0 * np.abs(x))  # 1 - tanh(x)**2 without its loss of digits
    return 4.0 * small / (1.0 + small) ** 2
""",
}
_NUMPY_ACTIVATION = {
    "sigmoid": ("sigmoid(s)", "sigmoid(s) * sigmoid(-s)"),
    "tanh": ("np.tanh(s)", "tanh_slope(s)"),
    "relu": ("np.maximum(s, 0.0)", "(s > 0)"),
    "leaky_relu": (f"np.where(s > 0, s, {LEAK} * s)", f"np.where(s > 0, 1.0, {LEAK})"),
}
_NUMPY_HEAD = {
    "cross_entropy": """\
y_out = sigmoid(alpha)
loss = np.sum(label * np.logaddexp(0.0, -alpha) + (1.0 - label) * np.logaddexp(0.0, alpha))

# backward
with np.errstate(over="ignore", invalid="ignore"):
    largest = np.finfo(float).max
    one = np.where(label < 1.0, (1.0 - label) * (1.0 + np.exp(alpha)), 0.0)
    other = np.where(label > 0.0, label * (1.0 + np.exp(-alpha)), 0.0)
    d_y_out = np.minimum(one, largest) - np.minimum(other, largest)
d_alpha = (1.0 - label) * sigmoid(alpha) - label * sigmoid(-alpha)  # y_out - label
""",
    "softmax": """\
apart = alpha[None, :] - alpha[:, None]
y_out = np.exp(alpha - alpha.max())
y_out = y_out / y_out.sum()
loss = np.sum(label * np.logaddexp.reduce(apart, axis=1))

# backward
with np.errstate(over="ignore"):
    d_y_out = -label * np.minimum(np.exp(apart).sum(axis=1), np.finfo(float).max)
others = y_out @ (1.0 - np.eye(len(y_out)))
d_alpha = (1.0 - label) * y_out - label * others  # y_out - label
""",
    "squared": """\
loss = np.sum((alpha - label) ** 2)

# backward
d_alpha = 2.0 * (alpha - label)
""",
    "sigmoid_squared": """\
y_out = sigmoid(alpha)
error = (1.0 - label) * sigmoid(alpha) - label * sigmoid(-alpha)  # y_out - label
loss = np.sum(error**2)

# backward
d_y_out = 2.0 * error
d_alpha = d_y_out * sigmoid(alpha) * sigmoid(-alpha)
""",
}
_TORCH_ACTIVATION = {
    "sigmoid": "torch.sigmoid(s)",
    "tanh": "torch.tanh(s)",
    "relu": "torch.relu(s)",
    "leaky_relu": f"functional.leaky_relu(s, {LEAK})",
}
_TORCH_LOSS = {
    "cross_entropy": "-(label * functional.logsigmoid(alpha)"
    " + (1.0 - label) * functional.logsigmoid(-alpha)).sum()",
    "softmax": "-(label * torch.log_softmax(alpha, 0)).sum()",
    "squared": "((alpha - label) ** 2).sum()",
    "sigmoid_squared": "((torch.sigmoid(alpha) - label) ** 2).sum()",
}
_TORCH_LOSS_OF_OUTPUT = {
    "cross_entropy": "-(label * torch.log(y_out) + (1.0 - label) * torch.log(1.0 - y_out)).sum()",
    "softmax": "-(label * torch.log(y_out)).sum()",
    "sigmoid_squared": "((y_out - label) ** 2).sum()",
}


def numpy_program(variable: Variable, state: State) -> str:
    """A NumPy program that runs the state's network by hand and prints ∂L/∂variable."""
    net = state.architecture
    parts = ["import numpy as np\n", _numbers(state, "np.array({})"), ""]
    kinds = {net.activation, "sigmoid" if net.head in ("cross_entropy", "sigmoid_squared") else ""}
    parts += [f"\n{text}\n" for kind, text in _NUMPY_FUNCTIONS.items() if kind in kinds]
    parts += [*_numpy_forward(net), *_numpy_backward(net)]
    parts += ["", f"# dL/d{_plain(state.name(variable))}", f"print(float({_place(variable, net)}))"]
    return "\n".join(parts) + "\n"


def torch_program(variable: Variable, state: State) -> str:
    """A PyTorch program that runs the state's network and prints autograd's ∂L/∂variable."""
    net = state.architecture
    tensor = "torch.tensor({}, dtype=torch.float64, requires_grad=True)"
    functional = "from torch.nn import functional\n"
    parts = [f"import torch\n{functional}", _numbers(state, tensor), ""]
    parts += _torch_forward(net, of_output=variable.group == "y_out")
    place = _place(variable, net, torch=True)
    parts += ["loss.backward()", "", f"# dL/d{_plain(state.name(variable))}"]
    return "\n".join([*parts, f"print({place}.item())"]) + "\n"


def _numpy_forward(net: Architecture) -> Iterator[str]:
    up, left = net.padding_sides
    yield "# forward"
    yield f"padded = np.pad(image, ((0, 0), ({up}, {up}), ({left}, {left})))"
    yield "windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape[2:], (1, 2))"
    yield f"windows = windows[:, ::{net.stride}, ::{net.stride}]"
    bias = " + kernel_bias[:, None, None]" if net.kernel_bias else ""
    yield f's = np.einsum("cijmn,fcmn->fij", windows, kernel){bias}'
    last = "s"
    if net.activation != "none":
        yield f"o = {_NUMPY_ACTIVATION[net.activation][0]}"
        last = "o"
    if net.pool != "none":
        high, wide = net.pool_sides
        rows, columns = net.last_map_shape
        apart = f"({net.kernels}, {rows}, {high}, {columns}, {wide})"
        yield f"cells = {last}.reshape{apart}.swapaxes(2, 3)  # those that become one, side by side"
        yield f"cells = cells.reshape({net.kernels}, {rows}, {columns}, {high * wide})"
        yield f"pooled = cells.{'max' if net.pool == 'max' else 'mean'}(axis=3)"
        last = "pooled"
    if net.has_dense:
        yield f"alpha = dense @ {last}.ravel(){' + dense_bias' if net.dense_bias else ''}"
        yield _NUMPY_HEAD[net.head].rstrip()
    else:
        yield f"loss = np.sum(given * {last})"
        yield "\n# backward"


def _numpy_backward(net: Architecture) -> Iterator[str]:
    last = net.last_map
    if net.has_dense:
        yield f"d_dense = np.outer(d_alpha, {last})"
        if net.dense_bias:
            yield "d_dense_bias = d_alpha"
        yield f"d_{last} = (d_alpha @ dense).reshape({last}.shape)"
    else:
        yield f"d_{last} = given"
    if net.pool != "none":
        before = "s" if net.activation == "none" else "o"
        count = net.pool_sides[0] * net.pool_sides[1]
        if net.pool == "max":
            yield f"share = np.arange({count}) == cells.argmax(axis=3)[..., None]  # the first"
        else:
            yield f"share = np.full(cells.shape, 1.0 / {count})"
        (high, wide), (rows, columns) = net.pool_sides, net.last_map_shape
        yield "d_cells = share * d_pooled[..., None]"
        apart = f"({net.kernels}, {rows}, {columns}, {high}, {wide})"
        yield f"d_{before} = d_cells.reshape{apart}.swapaxes(2, 3).reshape({before}.shape)"
    if net.activation != "none":
        yield f"d_s = d_o * {_NUMPY_ACTIVATION[net.activation][1]}"
    yield 'd_kernel = np.einsum("fij,cijmn->fcmn", d_s, windows)'
    if net.kernel_bias:
        yield "d_kernel_bias = d_s.sum(axis=(1, 2))"
    (up, left), (kh, kw), t = net.padding_sides, net.kernel_shape, net.stride
    yield "d_padded = np.zeros_like(padded)"
    yield "for f, i, j in np.ndindex(s.shape):"
    at = f"{t} * i : {t} * i + {kh}, {t} * j : {t} * j + {kw}"
    yield f"    d_padded[:, {at}] += d_s[f, i, j] * kernel[f]"
    yield f"d_image = d_padded[:, {up} : {up + net.rows}, {left} : {left + net.columns}]"


def _torch_forward(net: Architecture, of_output: bool) -> Iterator[str]:
    bias = "kernel_bias" if net.kernel_bias else "None"
    yield (
        f"s = functional.conv2d(image[None], kernel, {bias}, {net.stride}, {net.padding_sides})[0]"
    )
    last, between = "s", ["s"]
    if net.activation != "none":
        yield f"o = {_TORCH_ACTIVATION[net.activation]}"
        last = "o"
        between.append(last)
    if net.pool != "none":
        kind = "max_pool2d" if net.pool == "max" else "avg_pool2d"
        yield f"pooled = functional.{kind}({last}[None], {net.pool_sides})[0]"
        last = "pooled"
        between.append(last)
    if net.has_dense:
        yield f"alpha = dense @ {last}.flatten(){' + dense_bias' if net.dense_bias else ''}"
        between.append("alpha")
    if of_output:
        output = "torch.softmax(alpha, 0)" if net.head == "softmax" else "torch.sigmoid(alpha)"
        yield f"y_out = {output}.detach().requires_grad_()  # the loss as a function of y_out alone"
        yield f"loss = {_TORCH_LOSS_OF_OUTPUT[net.head]}"
        return
    yield from (f"{name}.retain_grad()" for name in between)
    yield f"loss = {_TORCH_LOSS[net.head] if net.has_dense else f'(given * {last}).sum()'}"


def _numbers(state: State, array: str) -> str:
    """The assignments of what the state is made of, each with all its axes."""
    lines = []
    for place in places(state.architecture).values():
        if place.role != "value":
            numbers = np.array([state.number(cell) for cell in place.cells()]).reshape(place.shape)
            lines.append(f"{place.name} = {array.format(repr(numbers.tolist()))}")
    return "\n".join(lines)


def _place(variable: Variable, net: Architecture, torch: bool = False) -> str:
    """Where the derivative stands in the program."""
    place = places(net)[variable.group]
    index = np.unravel_index(place.cells().index(variable), place.shape)
    at = f"[{', '.join(str(int(i)) for i in index)}]"
    return f"{place.name}.grad{at}" if torch else f"d_{place.name}{at}"


def _plain(symbol: str) -> str:
    """The symbol without LaTeX's signs."""
    return symbol.replace("\\", "").replace("{", "").replace("}", "")
