"""What the loss can be differentiated by, and how the notes write it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from lib.network import Geometry, Window

Group = Literal["kernel", "dense", "image", "s", "o", "alpha", "y_out"]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Variable:
    """One scalar of the network: a group, and its place in that group.

    The index is (m, n) for ``kernel``, (p, q) for ``image``, (k,) for ``dense``, ``s`` and ``o``,
    and empty for ``alpha`` and ``y_out``.
    """

    group: Group
    index: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """A short name that survives a link: ``kernel-0-0``, ``alpha``."""
        return "-".join([self.group, *map(str, self.index)])


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


def symbol_of(variable: Variable, geometry: Geometry) -> str:
    """The notes' symbol as LaTeX: ``w_{00}``, ``a_{21}``, ``w_{a}``, ``o_{01}``, ``s_{3}``."""
    match variable.group:
        case "kernel":
            return f"w_{{{pair(*variable.index)}}}"
        case "image":
            return f"a_{{{pair(*variable.index)}}}"
        case "dense":
            return f"w_{{{dense_letter(*variable.index)}}}"
        case "o":
            return f"o_{{{map_pair(geometry, *variable.index)}}}"
        case "s":
            return f"s_{{{variable.index[0]}}}"
        case "alpha":
            return r"\alpha"
        case "y_out":
            return "y_{out}"


@cache
def variables(geometry: Geometry) -> tuple[Variable, ...]:
    """Every variable in the order of the notes: kernel, dense weights, pixels, then s, o, α, y_out.

    29 parameters and pixels and 10 intermediates for the notes' network.
    """
    windows = [(window.k,) for window in geometry.windows()]
    return (
        *(Variable("kernel", tuple(entry)) for entry in geometry.kernel_entries()),
        *(Variable("dense", k) for k in windows),
        *(Variable("image", tuple(pixel)) for pixel in geometry.pixels()),
        *(Variable("s", k) for k in windows),
        *(Variable("o", k) for k in windows),
        Variable("alpha"),
        Variable("y_out"),
    )


def variable_from_key(key: str, geometry: Geometry) -> Variable:
    """The variable that a key names.

    Raises:
        ValueError: no variable of this network has that key.
    """
    try:
        return _by_key(geometry)[key]
    except (KeyError, TypeError):  # a list is no key of a dictionary at all
        raise ValueError("variable: no such variable in this network") from None


@cache
def _by_key(geometry: Geometry) -> dict[str, Variable]:
    return {variable.key: variable for variable in variables(geometry)}
