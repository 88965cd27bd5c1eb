"""What is given and what is asked: matrices and one formula, no number of the backward pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import streamlit as st

from lib.derivation import Precision, State, Variable, latex_number, symbol_of
from lib.derivation.variable import Network
from lib.network import NOTES, Architecture
from lib.network.places import Place, places
from lib.practice import indistinguishable
from lib.text import places as texts
from lib.text import practise as words
from lib.ui.components import formula
from lib.ui.components.description import describe
from lib.ui.lessons.practise.plain import plain
from lib.ui.state import session
from lib.ui.state.session import say

MOST_IN_TEXT_SIZE = 6
DIGITS: Precision = 6
"""More than a hand works with; an exercise's own numbers have two."""


def draw_network(net: Architecture) -> None:
    """What a composed network is made of."""
    if net != NOTES:
        told = describe(net, session.language())
        st.markdown(say(texts.NETWORK, network=told, weights=net.parameter_count))


def draw_numbers(state: State) -> None:
    """Image, weights, biases, label or given gradient, a matrix for each."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for name, latex in _matrices(state):
            st.markdown(f"{name}${latex}$", width="content")


def draw_forward(state: State) -> None:
    """Everything before the loss, for those who want to begin there."""
    with st.expander(say(words.FORWARD)):
        rows = []
        for place in _places(state, ("value",)):
            for cells in _in_parts(place.cells(), place.shape[0] if place.shape[1:] else 1):
                names = [symbol_of(cell, state.architecture) for cell in cells]
                rows.append(_named(names, [state.number(cell) for cell in cells]))
        st.markdown(" &emsp; ".join(f"${row}$" for row in rows))


def draw_question(variable: Variable, network: Network) -> None:
    """What is ∂L/∂x?"""
    partial = formula.inline(formula.partial(variable, network))
    st.markdown(f"### {say(words.QUESTION, partial=partial)}")


def draw_blind(state: State, variable: Variable) -> None:
    """What these numbers could not tell apart, whatever is answered."""
    with st.expander(say(words.BLIND)):
        found = indistinguishable(state, variable)
        language = session.language()
        if not found.hidden and not found.alike:
            st.markdown(say(words.BLIND_NOTHING))
        if found.hidden:
            st.markdown(say(words.BLIND_HIDDEN))
            st.markdown(_list(plain(m.words(language)) for m in found.hidden))
        if found.alike:
            st.markdown(say(words.BLIND_ALIKE))
            groups = (" = ".join(plain(m.words(language)) for m in g) for g in found.alike)
            st.markdown(_list(groups))


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in dict.fromkeys(items))


def _named(names: Sequence[str], numbers: Sequence[float]) -> str:
    """``(w_a, w_b) = (1, 2)``, breakable after its commas; of one ``w_a = 1``."""
    written = [latex_number(x, DIGITS) for x in numbers]
    if len(names) == 1:
        return f"{names[0]} = {written[0]}"
    return rf"({', '.join(names)}) = ({', '.join(written)})"


def _matrices(state: State) -> Iterator[tuple[str, str]]:
    """What is given, kernel by kernel, channel by channel, output by output; named once each."""
    for place in _places(state, ("image", "parameter", "target")):
        rows, columns = _sides(place, state.architecture)
        parts = _in_parts(place.cells(), place.count // (rows * columns))
        for number, cells in enumerate(parts):
            name = "" if number else f"{say(_NAMES[place.name])} "
            numbers = [state.number(cell) for cell in cells]
            symbols = [symbol_of(cell, state.architecture) for cell in cells]
            if place.name in ("image", "kernel"):
                yield name, f"{symbols[0].partition('_')[0]} = {_matrix(numbers, columns)}"
            elif rows == 1:
                yield name, _named(symbols, numbers)
            else:
                yield name, f"{_matrix(symbols, columns)} = {_matrix(numbers, columns)}"


_NAMES = {
    "image": words.IMAGE,
    "kernel": words.KERNEL,
    "kernel_bias": words.KERNEL_BIAS,
    "dense": words.DENSE,
    "dense_bias": words.DENSE_BIAS,
    "label": words.LABEL,
    "given": words.GIVEN,
}


def _places(state: State, roles: Collection[str]) -> list[Place]:
    """The network's places of these roles, the image first."""
    found = [one for one in places(state.architecture).values() if one.role in roles]
    return sorted(found, key=lambda one: one.role != "image")


def _sides(place: Place, net: Architecture) -> tuple[int, int]:
    """The rows and columns of one matrix; those of a map for the dense weights of one."""
    match place.name:
        case "image" | "kernel":
            return place.shape[-2], place.shape[-1]
        case "dense" | "given":
            return net.last_map_shape
    return 1, place.count


def _in_parts(cells: Sequence[Variable], count: int) -> Iterator[Sequence[Variable]]:
    size = len(cells) // count
    return (cells[start : start + size] for start in range(0, len(cells), size))


def _matrix(entries: Sequence[float | str], columns: int) -> str:
    written = [x if isinstance(x, str) else latex_number(x, DIGITS) for x in entries]
    rows = (written[at : at + columns] for at in range(0, len(written), columns))
    body = r" \\ ".join(" & ".join(row) for row in rows)
    matrix = rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
    # so many columns are wider than a telephone in the type of the text
    return rf"{{\footnotesize {matrix}}}" if columns > MOST_IN_TEXT_SIZE else matrix
