"""The NumPy lines that compute a value or a derivative, read out of the running source.

Not typed again: each is found in the source of the function that runs, by the name it assigns to
or as what it returns. Where a function has no such line any more, the lookup and a test fail.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeGuard

from lib.derivation.state import is_of_notes_kind
from lib.derivation.update import descended
from lib.derivation.variable import Group, Variable
from lib.network import (
    NOTES,
    Architecture,
    backward,
    binary_cross_entropy,
    forward,
    sigmoid,
    sigmoid_slope,
)
from lib.network.convolution import correlate, image_gradient, kernel_gradient
from lib.network.heads import HEADS, given
from lib.network.layers import activation, convolution, dense, pool
from lib.network.layers.activation import ACTIVATIONS
from lib.network.loss import loss_slope_at_alpha, loss_slope_at_output

RETURNED = "return"
ROOT = Path(__file__).resolve().parents[2]

_Place = tuple[Callable[..., object], str]

_VALUES: dict[str, tuple[_Place, ...]] = {
    "s": ((correlate, "windows"), (correlate, "s")),
    "o": ((forward, "o"),),
    "alpha": ((forward, "alpha"),),
    "y_out": ((forward, "y_out"),),
    "loss": ((binary_cross_entropy, RETURNED),),
}
_SLOPES: dict[str, tuple[_Place, ...]] = {
    "y_out": ((backward, "d_y_out"),),
    "alpha": ((backward, "d_alpha"),),
    "dense": ((backward, "d_dense"),),
    "o": ((backward, "d_o"),),
    "s": ((backward, "d_s"),),
    "kernel": ((kernel_gradient, "windows"), (kernel_gradient, "gradient")),
    "image": ((image_gradient, "windows"), (image_gradient, "gradient")),
}
_WITHIN: dict[str, _Place] = {
    "y_out": (loss_slope_at_output, RETURNED),
    "alpha": (loss_slope_at_alpha, RETURNED),
    "s": (sigmoid_slope, RETURNED),
}
"""What the function that such a line calls computes."""

_BEFORE: dict[str, tuple[Group, ...]] = {
    "dense": ("alpha",),
    "o": ("alpha",),
    "s": ("alpha", "o"),
    "kernel": ("alpha", "o", "s"),
    "image": ("alpha", "o", "s"),
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One statement of the running program."""

    text: str
    """The statement, unindented; several lines where the source has several."""
    path: str
    """The file, from the project's root: ``lib/network/backward.py``."""
    line: int
    function: str


def source_of_value(name: str, architecture: Architecture = NOTES) -> tuple[SourceLine, ...]:
    """The lines that compute ``s``, ``o``, ``alpha``, ``y_out`` or ``loss`` going forward.

    For a network that is not of the notes' kind they are its layers' lines.

    Raises:
        LookupError: nothing computes that name: it is given, like ``image``.
    """
    if not is_of_notes_kind(architecture):
        return _found(_layers_forward(architecture), name)
    within = (source_line(sigmoid, RETURNED),) if name in ("o", "y_out") else ()
    return (*_found(_VALUES, name), *within)


def source_of_slope(group: Group, architecture: Architecture = NOTES) -> tuple[SourceLine, ...]:
    """The lines that compute ∂L/∂(group) from the derivative before it.

    Raises:
        LookupError: no derivative of that name.
    """
    if not is_of_notes_kind(architecture):
        return _found(_layers_backward(architecture), group)
    within = (source_line(*_WITHIN[group]),) if group in _WITHIN else ()
    return (*_found(_SLOPES, group), *within)


def source_of_update() -> tuple[SourceLine, ...]:
    """The line that moves every weight against its gradient."""
    return (source_line(descended, RETURNED),)


def source_of_lines(variable: Variable) -> tuple[tuple[SourceLine, ...], ...]:
    """Beside each line of the variable's derivation, the program opened as far as that line is.

    Line 1 has what computes ∂L/∂x itself; line 2 goes back to ∂L/∂α, whose collapsed form stands
    for the first two factors; line 3 has every statement between; line 4, and the collapsed form
    after it, also what the functions in them do. ``y_out`` and ``alpha``, with no window behind
    them, have the same on each line.
    """
    group = variable.group
    if group not in _BEFORE:
        return (source_of_slope(group),) * (4 if group == "alpha" else 3)
    own = _found(_SLOPES, group)
    path = [line for step in _BEFORE[group] for line in _found(_SLOPES, step)]
    opened = [line for step in (*_BEFORE[group], group) for line in source_of_slope(step)]
    return own, (path[0], *own), (*path, *own), tuple(opened), tuple(opened)


def source_of_way(variable: Variable, architecture: Architecture) -> tuple[SourceLine, ...]:
    """The layers' lines from L back to ∂L/∂variable, in any network."""
    table = _layers_backward(architecture)
    order = [name for name in ("y_out", "alpha", "pooled", "o", "s") if name in table]
    before = order[: order.index(variable.group)] if variable.group in order else order
    if variable.group in ("dense", "dense_bias"):
        before = [name for name in order if name in ("y_out", "alpha")]
    return tuple(line for name in (*before, variable.group) for line in _found(table, name))


@cache
def source_line(function: Callable[..., object], target: str) -> SourceLine:
    """The first statement in ``function`` that assigns to ``target``, or its last return.

    Raises:
        LookupError: there is none.
    """
    source = inspect.getsource(function)
    found = [node for node in ast.walk(ast.parse(source)) if _computes(node, target)]
    if not found:
        raise LookupError(f"{function.__name__}: no line for {target}")
    found.sort(key=lambda statement: statement.lineno)
    node = found[-1 if target == RETURNED else 0]
    statement = ast.get_source_segment(source, node, padded=True) or ""
    file = Path(inspect.getsourcefile(function) or "").resolve()
    start = inspect.getsourcelines(function)[1]
    return SourceLine(
        text=textwrap.dedent(statement),
        path=file.relative_to(ROOT).as_posix(),
        line=start + node.lineno - 1,
        function=function.__name__,
    )


def _computes(node: ast.AST, target: str) -> TypeGuard[ast.Assign | ast.Return]:
    """Whether the node is a statement that assigns to the target, or returns."""
    if target == RETURNED:
        return isinstance(node, ast.Return)
    return isinstance(node, ast.Assign) and any(
        isinstance(name, ast.Name) and name.id == target for name in node.targets
    )


def _layers_forward(net: Architecture) -> dict[str, tuple[_Place, ...]]:
    """Where the layers of any network compute each value."""
    found: dict[str, tuple[_Place, ...]] = {
        "s": ((convolution.cut, "windows"), (convolution.forward, "s")),
        "o": ((ACTIVATIONS[net.activation].function, RETURNED),),
        "pooled": ((pool.forward, RETURNED),),
        "alpha": ((dense.forward, "alpha"),),
        "loss": ((given.loss, RETURNED),),
    }
    if net.has_dense:
        head = HEADS[net.head]
        found["loss"] = ((head.loss, RETURNED),)
        if head.output:
            found["y_out"] = ((head.output, RETURNED),)
    return found


def _layers_backward(net: Architecture) -> dict[str, tuple[_Place, ...]]:
    """Where they compute each derivative."""
    last: tuple[_Place, ...] = ((given.by_last_map, RETURNED),)
    share = pool.share_of_largest if net.pool == "max" else pool.share_of_mean
    found: dict[str, tuple[_Place, ...]] = {
        "kernel": ((convolution.kernel_gradient, RETURNED),),
        "kernel_bias": ((convolution.bias_gradient, RETURNED),),
        "image": ((convolution.image_gradient, "met"), (convolution.image_gradient, "padded")),
    }
    if net.has_dense:
        head = HEADS[net.head]
        found["alpha"] = ((head.by_alpha, RETURNED),)
        if head.by_output:
            found["y_out"] = ((head.by_output, RETURNED),)
        found["dense"] = ((dense.weight_gradient, RETURNED),)
        found["dense_bias"] = ((dense.bias_gradient, RETURNED),)
        last = ((dense.cell_gradient, RETURNED),)
    through: dict[str, tuple[_Place, ...]] = {
        "o": ((share, RETURNED), (pool.backward, RETURNED)),
        "s": (
            (activation.backward, RETURNED),
            (ACTIVATIONS[net.activation].slope, RETURNED),
        ),
    }
    if net.activation == "none":
        through["s"] = through.pop("o")
    return {**found, **through, net.last_map: last}


def _found(table: dict[str, tuple[_Place, ...]], name: str) -> tuple[SourceLine, ...]:
    if name not in table:
        raise LookupError(f"{name}: nothing in the network computes it")
    return tuple(source_line(function, target) for function, target in table[name])
