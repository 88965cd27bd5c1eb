"""The network as a picture with live numbers; every node is a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from lib.derivation import Precision, State, Variable, computed_number, plain_number, variables
from lib.derivation.number import fitting
from lib.derivation.plain import plain_symbol, symbol_parts
from lib.derivation.ways import Way, ways
from lib.network import GEOMETRY, NOTES, Architecture, Pixel
from lib.network.made_of import made_of
from lib.network.places import places
from lib.scenario import LARGEST
from lib.text import Language
from lib.text import diagram as words
from lib.ui.bridge.component import nothing, register
from lib.ui.components.diagram.layout import edge_weights, layouts
from lib.ui.follow import page_run
from lib.ui.follow.page_run import mount
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent)

_LOSS = "loss"
_MOST_WAYS = 24
"""More lines than these would hide the picture."""


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


def highlight_in(state: State, variable: Variable) -> Highlight:
    """The ways by which a variable of any network acts on the loss, if they are not too many."""
    if state.architecture == NOTES:
        return highlight_of(variable)
    if variable.group in ("alpha", "y_out", "dense_bias"):
        end = variable if variable.group == "y_out" else Variable("alpha", variable.index)
        chains = [tuple(dict.fromkeys((variable.key, *_end(end, state))))]
    else:
        found = ways(variable, state)
        chains = [_chain(way, variable, state) for way in found[: _MOST_WAYS + 1]]
    return Highlight(paths=tuple(chains) if len(chains) <= _MOST_WAYS else ())


def _chain(way: Way, variable: Variable, state: State) -> tuple[str, ...]:
    """The keys along one way."""
    nodes = [variable, *([way.s] if way.s else []), way.cell]
    keys = [node.key for node in nodes]
    if way.weight.group == "dense" and way.weight not in nodes:
        keys.append(way.weight.key)
    return tuple(dict.fromkeys((*keys, *_end(way.top, state))))


def _end(top: Variable, state: State) -> tuple[str, ...]:
    """From α, or y, to L."""
    if top.group == "alpha" and state.architecture.has_output:
        return top.key, Variable("y_out", top.index).key, _LOSS
    return tuple(dict.fromkeys((top.key, _LOSS)))


def highlight_of(variable: Variable) -> Highlight:
    """The same in the notes' network: its windows, and its paths to L."""
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


def part(key: str, with_ways: bool) -> Part:
    """The network as a part; with the ways by which the open variable acts on L, or without."""

    def now(snapshot: Snapshot) -> dict[str, Any]:
        scenario = snapshot.scenario
        highlight = Highlight()
        if with_ways:
            highlight = highlight_in(snapshot.state, snapshot.variable)
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
    net = state.architecture
    scales = _scales(state)
    shown = {
        v.key: _live(v, state, precision, language, highlight, scales[v.group])
        for v in variables(net)
    }
    loss = state.loss
    told = words.UNKNOWN if _LOSS in highlight.unknown else words.VALUE_ONLY
    loss_told = told.say(language, symbol="L", value=computed_number(loss, precision))
    shown[_LOSS] = [computed_number(loss, fitting(precision)), 0.0, loss_told]
    dense = [state.number(weight) for weight in edge_weights(net)]
    largest = max(1.0, *map(abs, dense), 0.0)
    return {
        "frame": _frame(language, highlight.gradients is not None, precision != 3, large, net),
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
        "dense": [[weight / largest] for weight in dense],
    }


def _second(key: str, highlight: Highlight, precision: Precision) -> str:
    """The gradient as a node shows it: one of before the update stands in brackets."""
    number = computed_number((highlight.gradients or {})[key], fitting(precision))
    return f"({number})" if key in highlight.past else f"∂ {number}"


_GIVEN = ("image", "kernel", "kernel_bias", "dense", "dense_bias")


def _scales(state: State) -> dict[str, float]:
    """The magnitude that gets the full colour, by place."""
    found: dict[str, float] = {}
    for place in places(state.architecture).values():
        held = state.image if place.name == "image" else getattr(state.parameters, place.name, None)
        found[place.name] = 1.0 if held is None else max(1.0, float(np.abs(held).max()))
    return found


def _live(
    v: Variable,
    state: State,
    precision: Precision,
    language: Language,
    highlight: Highlight,
    scale: float,
) -> list[Any]:
    value = state.number(v)
    gradient = state.gradient(v) if highlight.gradients is None else highlight.gradients.get(v.key)
    symbol = plain_symbol(v, state.architecture)
    updated = v.key in highlight.past and v.group != "image"
    computed = v.group not in _GIVEN or updated
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


@lru_cache(maxsize=64)
def _frame(
    language: Language, two: bool, folded: bool, large: bool, net: Architecture
) -> dict[str, Any]:
    """All that does not depend on the numbers."""
    counts: dict[str, int] = {}
    nodes = []
    for v in variables(net):
        place = counts.get(v.group, 0)
        counts[v.group] = place + 1
        base, subscript = symbol_parts(v, net)
        base = base.split("⁽")[0]  # which kernel or channel it is, its matrix' title says
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
        "from": _made_of() if net == NOTES else _reads(net),
        "layouts": None if net == NOTES else layouts(net, language, large),
    }


def _reads(net: Architecture) -> dict[str, list[str]]:
    """Which nodes each node of any network is computed from."""
    return {v.key: [read.key for read in of.reads] for v, of in made_of(net).items()}


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
