"""What the loss can be differentiated by, and how the notes write it.

An index whose range is 1 is not written: the one kernel's weight is w_{00}, the second kernel's
w^{(1)}_{00}. The parentheses keep a superscript from being a power.
"""

from __future__ import annotations

from functools import lru_cache

from lib.network import Architecture, Geometry, Window
from lib.network.places import Group, Variable, places

__all__ = [
    "GROUPS",
    "Group",
    "Network",
    "Variable",
    "dense_letter",
    "map_pair",
    "pair",
    "symbol_of",
    "symbols",
    "variable_from_key",
    "variables",
]

Network = Geometry | Architecture
"""A network of the notes' kind by its two shapes, or any network."""

GROUPS: tuple[Group, ...] = ("kernel", "dense", "image", "s", "o", "alpha", "y_out")
"""The places of the notes' network."""


def pair(row: int, column: int) -> str:
    """Two indices as the notes write them: ``21``; with a comma from 10 on: ``2,10``."""
    return f"{row}{column}" if max(row, column) < 10 else f"{row},{column}"


def dense_letter(k: int) -> str:
    """a, b, c, d … z, aa, ab …: the subscript of the dense weight of window k."""
    letters = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def map_pair(geometry: Geometry, k: int) -> str:
    """The subscript ``ij`` of the map cell of window k."""
    window: Window = geometry.windows()[k]
    return pair(window.i, window.j)


def symbol_of(variable: Variable, network: Network) -> str:
    """The symbol as LaTeX: ``w_{00}``, ``a_{21}``, ``w_{a}``, ``o_{01}``, ``s_{3}``.

    With several kernels, channels or outputs ``w^{(10)}_{00}`` (kernel 1, channel 0),
    ``a^{(2)}_{21}``, ``w_{1a}``, ``o^{(1)}_{01}``, ``s^{(1)}_{3}``, ``\\alpha_{1}``, ``y_{1}``,
    ``yy_{1}``.
    """
    index = variable.index
    match variable.group:
        case "kernel" | "image":
            letter = "w" if variable.group == "kernel" else "a"
            return f"{letter}{_above(index[:-2])}_{{{_cell(network, *index[-2:])}}}"
        case "dense":
            return f"w_{{{''.join(map(str, index[:-1]))}{dense_letter(index[-1])}}}"
        case "s":
            return f"s{_above(index[:-1])}_{{{index[-1]}}}"
        case "o":
            return f"o{_above(index[:-1])}_{{{_map_cell(network, network.map_shape, index[-1])}}}"
        case "pooled" | "given":
            assert isinstance(network, Architecture)
            letter = "p" if variable.group == "pooled" else "g"
            if letter == "g" and network.last_map == "s":
                return f"g{_above(index[:-1])}_{{{index[-1]}}}"
            cell = _map_cell(network, network.last_map_shape, index[-1])
            return f"{letter}{_above(index[:-1])}_{{{cell}}}"
        case "y_out":
            return f"y_{{{index[0]}}}" if index else "y_{out}"
        case "loss":
            return "L"
        case group:
            letter = {"kernel_bias": "b", "dense_bias": "c", "alpha": r"\alpha", "label": "yy"}[
                group
            ]
            return f"{letter}_{{{index[0]}}}" if index else letter


@lru_cache(maxsize=64)
def symbols(network: Network) -> dict[Variable, str]:
    """The symbol of every scalar of the network, the label or the given gradient too."""
    if isinstance(network, Geometry):
        every = (*variables(network), Variable("label"))
    else:
        every = tuple(cell for place in places(network).values() for cell in place.cells())
    return {variable: symbol_of(variable, network) for variable in every}


@lru_cache(maxsize=64)
def variables(network: Network) -> tuple[Variable, ...]:
    """Every variable in the order of the notes: kernel, dense weights, pixels, then s, o, α, y_out.

    29 parameters and pixels and 10 intermediates for the notes' network. Elsewhere biases stand
    behind their weights, and pooled cells behind o.
    """
    if isinstance(network, Architecture):
        found = [place for place in places(network).values() if place.role != "target"]
        return tuple(cell for place in found for cell in place.cells())
    windows = [(window.k,) for window in network.windows()]
    return (
        *(Variable("kernel", tuple(entry)) for entry in network.kernel_entries()),
        *(Variable("dense", k) for k in windows),
        *(Variable("image", tuple(pixel)) for pixel in network.pixels()),
        *(Variable("s", k) for k in windows),
        *(Variable("o", k) for k in windows),
        Variable("alpha"),
        Variable("y_out"),
    )


def variable_from_key(key: str, network: Network) -> Variable:
    """The variable that a key names.

    Raises:
        ValueError: no variable of this network has that key.
    """
    try:
        return _by_key(network)[key]
    except (KeyError, TypeError):  # a list is no key of a dictionary at all
        raise ValueError("variable: no such variable in this network") from None


@lru_cache(maxsize=64)
def _by_key(network: Network) -> dict[str, Variable]:
    return {variable.key: variable for variable in variables(network)}


def _above(several: tuple[int, ...]) -> str:
    """The numbers of kernel and channel as a superscript, where there are several."""
    return f"^{{({''.join(map(str, several))})}}" if several else ""


def _cell(network: Network, row: int, column: int) -> str:
    """Row and column; of a signal, which has one row, the column alone."""
    rows, columns = _image_sides(network)
    return str(column) if rows == 1 and columns > 1 else pair(row, column)


def _map_cell(network: Network, shape: tuple[int, int], k: int) -> str:
    return _cell(network, *divmod(k, shape[1]))


def _image_sides(network: Network) -> tuple[int, int]:
    if isinstance(network, Geometry):
        return network.image_shape
    return network.rows, network.columns
