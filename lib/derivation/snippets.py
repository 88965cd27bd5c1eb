"""A state as a program to take away: NumPy by hand, or PyTorch. Both print one derivative.

The text is made of this module's own lines and of numbers that ``repr`` wrote; nothing that came in
with a link or a file is copied into it.
"""

from __future__ import annotations

from lib.derivation.programs import numpy_program, torch_program
from lib.derivation.state import State, is_of_notes_kind
from lib.derivation.variable import Variable, symbol_of
from lib.network.validate import Array

NUMPY = """\
import numpy as np

{numbers}

def sigmoid(x):
    small = np.exp(-np.abs(x))  # never overflows
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


def odds(weight, x):  # weight·(1 + e^x), held at the largest float64
    with np.errstate(over="ignore"):
        return min(weight * (1.0 + np.exp(x)), np.finfo(float).max) if weight else 0.0


# forward
windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
s = np.einsum("ijmn,mn->ij", windows, kernel)
o = sigmoid(s)
alpha = np.sum(dense * o)
y_out = sigmoid(alpha)
loss = label * np.logaddexp(0.0, -alpha) + (1.0 - label) * np.logaddexp(0.0, alpha)

# backward
d_y_out = odds(1.0 - label, alpha) - odds(label, -alpha)
d_alpha = (1.0 - label) * sigmoid(alpha) - label * sigmoid(-alpha)  # y_out - label
d_dense = d_alpha * o
d_o = d_alpha * dense
d_s = d_o * sigmoid(s) * sigmoid(-s)
d_kernel = np.zeros_like(kernel)
d_image = np.zeros_like(image)
rows, columns = kernel.shape
for i, j in np.ndindex(s.shape):
    d_kernel += d_s[i, j] * windows[i, j]
    d_image[i : i + rows, j : j + columns] += d_s[i, j] * kernel

# dL/d{name}
print(float(d_{array}{at}))
"""

TORCH = """\
import torch
from torch.nn.functional import conv2d, logsigmoid

{numbers}

s = conv2d(image[None, None], kernel[None, None])[0, 0]
o = torch.sigmoid(s)
alpha = (dense * o).sum()
s.retain_grad()
o.retain_grad()
alpha.retain_grad()
# log y_out = logsigmoid(alpha) and log(1 - y_out) = logsigmoid(-alpha): no digits are lost
loss = -(label * logsigmoid(alpha) + (1.0 - label) * logsigmoid(-alpha))
loss.backward()

# dL/d{name}
print({array}.grad{at}.item())
"""

TORCH_OUTPUT = """\
import torch

{numbers}

s = torch.nn.functional.conv2d(image[None, None], kernel[None, None])[0, 0]
o = torch.sigmoid(s)
alpha = (dense * o).sum()
y_out = torch.sigmoid(alpha).detach().requires_grad_()  # the loss as a function of y_out alone
loss = -(label * torch.log(y_out) + (1.0 - label) * torch.log(1.0 - y_out))
loss.backward()

# dL/d{name}
print({array}.grad{at}.item())
"""


def numpy_snippet(variable: Variable, state: State) -> str:
    """A NumPy program that reproduces the state by hand and prints ∂L/∂variable."""
    if not is_of_notes_kind(state.architecture):
        return numpy_program(variable, state)
    return NUMPY.format(
        numbers=_numbers(state, "np.array({})", "{}"), **_place_and_name(variable, state)
    )


def torch_snippet(variable: Variable, state: State) -> str:
    """A PyTorch program that reproduces the state and prints autograd's ∂L/∂variable.

    For ``y_out`` it loses digits where 1 − y_out does; every other derivative goes through α.
    """
    if not is_of_notes_kind(state.architecture):
        return torch_program(variable, state)
    template = TORCH_OUTPUT if variable.group == "y_out" else TORCH
    tensor = "torch.tensor({}, dtype=torch.float64, requires_grad=True)"
    return template.format(
        numbers=_numbers(state, tensor, "{}"), **_place_and_name(variable, state)
    )


def _numbers(state: State, array: str, scalar: str) -> str:
    """The four assignments of what the state is made of; the dense weights in the map's shape."""
    dense = state.parameters.dense.reshape(state.geometry.map_shape)
    return "\n".join(
        [
            f"image = {array.format(_rows(state.image))}",
            f"kernel = {array.format(_rows(state.parameters.kernel))}",
            f"dense = {array.format(_rows(dense))}",
            f"label = {scalar.format(repr(state.label))}",
        ]
    )


def _rows(matrix: Array) -> str:
    """Nested lists with every digit, a row a line."""
    rows = ",\n    ".join(repr([float(entry) for entry in row]) for row in matrix)
    return f"[\n    {rows},\n]"


def _place_and_name(variable: Variable, state: State) -> dict[str, str]:
    """Where the derivative stands in the program, and the notes' symbol in plain text."""
    index = variable.index
    if variable.group in ("dense", "s", "o"):
        window = state.geometry.windows()[index[0]]
        index = (window.i, window.j)
    at = f"[{', '.join(map(str, index))}]" if index else ""
    name = symbol_of(variable, state.geometry).replace("\\", "").replace("{", "").replace("}", "")
    return {"array": variable.group, "at": at, "name": name}
