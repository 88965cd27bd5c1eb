"""The network as a picture with live numbers; every node is a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lib.derivation import Precision, State, Variable, computed_number, plain_number, variables
from lib.derivation.number import fitting
from lib.derivation.plain import plain_symbol, symbol_parts
from lib.network import Pixel
from lib.scenario import GEOMETRY, LARGEST
from lib.text import Language
from lib.text import diagram as words
from lib.ui.bridge.component import nothing, register
from lib.ui.follow import page_run
from lib.ui.follow.page_run import mount
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent)

_NODES = (*(v for v in variables(GEOMETRY)),)
_LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Highlight:
    """What stands out in the picture.

    Attributes:
        paths: chains of node keys, drawn as lines from the first to the last.
        windows: numbers of the windows that are outlined on the image.
        lit: keys of the nodes with a strong outline.
        doing: the key of the node that is being computed.
        unknown: keys of the nodes that are not computed yet: hatched, with a question mark.
        gradients: ∂L/∂(…) of the nodes that show it below their value; None leaves no room for it.
        past: keys of the nodes whose gradient is that of the network before its update.
    """

    paths: tuple[tuple[str, ...], ...] = ()
    windows: tuple[int, ...] = ()
    lit: frozenset[str] = frozenset()
    doing: str | None = None
    unknown: frozenset[str] = frozenset()
    gradients: Mapping[str, float] | None = None
    past: frozenset[str] = frozenset()


def highlight_of(variable: Variable) -> Highlight:
    """The ways by which a variable acts on the loss: its windows, and its paths to L."""
    end = ("alpha", "y_out", _LOSS)
    match variable.group:
        case "image":
            windows = [window for window, _ in GEOMETRY.windows_of(Pixel(*variable.index))]
        case "kernel":
            windows = GEOMETRY.windows()
        case "s" | "o":
            windows = [GEOMETRY.windows()[variable.index[0]]]
        case "dense" | "alpha":
            chain = end if variable.group == "alpha" else (variable.key, *end)
            return Highlight(paths=(chain,))
        case _:
            return Highlight(paths=(end[1:],))
    first = {"s": 1, "o": 2}.get(variable.group, 0)
    paths = []
    for window in windows:
        k = (window.k,)
        keys = (variable.key, *(Variable(group, k).key for group in ("s", "o", "dense")))
        paths.append((*(keys[first:] if first else keys), *end))
    return Highlight(paths=tuple(paths), windows=tuple(window.k for window in windows))


def draw(
    state: State,
    opened: str,
    precision: Precision,
    language: Language,
    key: str,
    on_pick: Callable[[], None] | None = None,
    highlight: Highlight = Highlight(),
) -> None:
    """Draw the network; in ``on_pick``, ``bridge.picked`` tells which node.

    Args:
        state: the numbers.
        opened: the key of the variable that stands out.
        precision: digits; a node has room for six, the line under the picture for all.
        language: of the words.
        key: the component's.
        on_pick: called after a pick.
        highlight: what stands out.
    """
    now = as_data(state, opened, precision, language, highlight, page_run.is_lecture())
    mount(key, COMPONENT, now, on_picked_change=on_pick or nothing)


def part(key: str, ways: bool) -> Part:
    """The network as a part; with the ways by which the open variable acts on L, or without."""

    def now(snapshot: Snapshot) -> dict[str, Any]:
        scenario = snapshot.scenario
        highlight = highlight_of(snapshot.variable) if ways else Highlight()
        return as_data(
            snapshot.state,
            scenario.variable,
            scenario.precision,
            scenario.language,
            highlight,
            scenario.lecture,
        )

    return Part(key, COMPONENT, now)


def as_data(
    state: State,
    opened: str,
    precision: Precision,
    language: Language,
    highlight: Highlight,
    large: bool = False,
) -> dict[str, Any]:
    """The picture as the component's data; ``large`` for a room."""
    shown = {v.key: _live(v, state, precision, language, highlight) for v in _NODES}
    loss = float(state.gradients.loss)
    told = words.UNKNOWN if _LOSS in highlight.unknown else words.VALUE_ONLY
    loss_told = told.say(language, symbol="L", value=computed_number(loss, precision))
    shown[_LOSS] = [computed_number(loss, fitting(precision)), 0.0, loss_told]
    largest = max(1.0, *map(abs, state.parameters.dense))
    return {
        "frame": _frame(language, highlight.gradients is not None, precision != 3, large),
        "light": {
            "paths": highlight.paths,
            "windows": highlight.windows,
            "lit": sorted(highlight.lit),
            "doing": highlight.doing,
            "unknown": sorted(highlight.unknown),
            "second": {
                key: _second(key, highlight, precision) for key in highlight.gradients or {}
            },
            "past": sorted(highlight.past),
        },
        "open": opened,
        "live": shown,
        "dense": [[float(weight) / float(largest)] for weight in state.parameters.dense],
    }


def _second(key: str, highlight: Highlight, precision: Precision) -> str:
    """The gradient as a node shows it: one of before the update stands in brackets."""
    number = computed_number((highlight.gradients or {})[key], fitting(precision))
    return f"({number})" if key in highlight.past else f"∂ {number}"


def _live(
    v: Variable, state: State, precision: Precision, language: Language, highlight: Highlight
) -> list[Any]:
    value = state.number(v)
    gradient = state.gradient(v) if highlight.gradients is None else highlight.gradients.get(v.key)
    group = {
        "image": state.image,
        "kernel": state.parameters.kernel,
        "dense": state.parameters.dense,
    }.get(v.group)
    scale = 1.0 if group is None else max(1.0, float(abs(group).max()))
    symbol = plain_symbol(v, GEOMETRY)
    computed = group is None
    written = plain_number(value, precision, computed)
    if v.key in highlight.unknown:
        told = words.UNKNOWN.say(language, symbol=symbol)
    elif gradient is None:
        told = words.VALUE_ONLY.say(language, symbol=symbol, value=written)
    else:
        text = words.TOLD_PAST if v.key in highlight.past else words.TOLD
        slope = computed_number(gradient, precision)
        told = text.say(language, symbol=symbol, value=written, gradient=slope)
    return [
        plain_number(value, fitting(precision), computed),
        max(-LARGEST, min(LARGEST, value)) / scale,
        told,
    ]


@cache
def _frame(language: Language, two: bool, folded: bool, large: bool) -> dict[str, Any]:
    """All that does not depend on the numbers."""
    counts: dict[str, int] = {}
    nodes = []
    for v in _NODES:
        place = counts.get(v.group, 0)
        counts[v.group] = place + 1
        base, subscript = symbol_parts(v, GEOMETRY)
        nodes.append(
            {"key": v.key, "group": v.group, "place": place, "base": base, "subscript": subscript}
        )
    nodes.append({"key": _LOSS, "group": _LOSS, "place": 0, "base": "L", "subscript": ""})
    return {
        "nodes": nodes,
        "two": two,
        "folded": folded,
        "large": large,
        "spoken": words.SPOKEN.say(language),
        "hint": (words.HINT_WALK if two else words.HINT).say(language),
        "titles": {
            name: [title.say(language), note.say(language)]
            for name, (title, note) in words.TITLES.items()
        },
        "from": _made_of(),
    }


def _made_of() -> dict[str, list[str]]:
    """Which nodes each node is computed from."""
    made: dict[str, list[str]] = {_LOSS: ["y_out"], "y_out": ["alpha"], "alpha": []}
    for window in GEOMETRY.windows():
        k = (window.k,)
        s, o, dense = (Variable(group, k).key for group in ("s", "o", "dense"))
        entries = GEOMETRY.kernel_entries()
        made[s] = [
            *(Variable("kernel", tuple(entry)).key for entry in entries),
            *(Variable("image", tuple(GEOMETRY.pixel_under(window, e))).key for e in entries),
        ]
        made[o] = [s]
        made["alpha"] += [o, dense]
    return made
