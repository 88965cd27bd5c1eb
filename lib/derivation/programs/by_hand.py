"""A network's program in NumPy, forward and backward by hand."""

from __future__ import annotations

from collections.abc import Iterator

from lib.derivation.programs.numbers import assignments, place_of, plain
from lib.derivation.state import State
from lib.derivation.variable import Variable
from lib.network.architecture import Architecture
from lib.network.layers.activation import LEAK

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


def numpy_program(variable: Variable, state: State) -> str:
    """A NumPy program that runs the state's network by hand and prints ∂L/∂variable."""
    net = state.architecture
    parts = ["import numpy as np\n", assignments(state, "np.array({})"), ""]
    kinds = {net.activation, "sigmoid" if net.head in ("cross_entropy", "sigmoid_squared") else ""}
    parts += [f"\n{text}\n" for kind, text in _NUMPY_FUNCTIONS.items() if kind in kinds]
    parts += [*_numpy_forward(net), *_numpy_backward(net)]
    parts += [
        "",
        f"# dL/d{plain(state.name(variable))}",
        f"print(float({place_of(variable, net)}))",
    ]
    return "\n".join(parts) + "\n"


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
