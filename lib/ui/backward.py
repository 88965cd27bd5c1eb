"""The parts of the page on the backward pass."""

from __future__ import annotations

import math

import streamlit as st

from lib.derivation import (
    Derivation,
    Precision,
    State,
    Variable,
    latex_number,
    plain_number,
    symbol_of,
    variable_from_key,
    variables,
)
from lib.derivation.variable import GROUPS
from lib.network import Gradients, central_difference
from lib.network.check import relative_error
from lib.network.loss import LARGEST
from lib.scenario import GEOMETRY, TABS, Scenario
from lib.text import backward as words
from lib.text import explorer as looks
from lib.ui import formula, session, table
from lib.ui.components import diagram, grids
from lib.ui.explorer import code, factors, nudge, printing, shortcut, unpack
from lib.ui.session import named, say

_GRIDS, _PICTURE = "gradients", "path-picture"
_CHOICE = "opened"
_VARIABLES = variables(GEOMETRY)
_PARTIALS = {v.key: f"∂L/∂{grids.plain_symbol(v)}" for v in _VARIABLES}
_TITLES = {
    "image": (words.IMAGE, 4, "image"),
    "kernel": (words.KERNEL, 3, "kernel"),
    "dense": (words.DENSE, 2, "third"),
    "s": (words.S, 2, "third"),
    "o": (words.O, 2, "fourth"),
    "ends": (words.ENDS, 2, "fourth"),
}


def opened() -> Variable:
    """The variable whose derivation is open."""
    return variable_from_key(session.scenario().variable, GEOMETRY)


def nudges(scenario: Scenario) -> Gradients:
    """Every partial derivative by central differences."""
    return central_difference(scenario.parameters, scenario.image_array, scenario.label)


def draw_gradients(state: State, variable: Variable, precision: Precision) -> None:
    """The heatmaps of all partial derivatives; a tile opens its derivation."""
    matrices = []
    for name, (title, columns, stack) in _TITLES.items():
        groups = ("alpha", "y_out") if name == "ends" else (name,)
        members = [member for member in _VARIABLES if member.group in groups]
        gradients = [state.gradient(member) for member in members]
        cells = [
            grids.Cell(
                *grids.symbol_parts(member),
                value=gradient,
                spoken=f"∂L/∂{grids.plain_symbol(member)}",
                key=member.key,
                mark="open" if member == variable else "",
            )
            for member, gradient in zip(members, gradients, strict=True)
        ]
        scale = max(map(abs, gradients))
        matrices.append(grids.Grid(say(title), cells, columns, scale, stack=stack))
    grids.draw(matrices, precision, _GRIDS, on_pick=lambda: _open_picked(_GRIDS))


def _open_picked(key: str) -> None:
    session.change(variable=grids.picked(st.session_state.get(key)))


def draw_headline(
    derivation: Derivation, state: State, nudged: Gradients, precision: Precision
) -> None:
    """The opened partial: by choice, its value, and the same from a nudge."""
    choice, value, check, gap, loss = st.columns([3, 2, 2, 2, 2], vertical_alignment="bottom")
    st.session_state[_CHOICE] = derivation.variable.key
    choice.selectbox(
        say(words.CHOOSE),
        list(_PARTIALS),
        format_func=_PARTIALS.__getitem__,
        key=_CHOICE,
        on_change=session.take,
        args=("variable", _CHOICE),
    )
    estimate = float(getattr(nudged, derivation.variable.group)[derivation.variable.index])
    gradient = state.gradient(derivation.variable)
    value.metric(say(words.VALUE), plain_number(gradient, precision))
    check.metric(say(words.NUDGED), _estimate(estimate, precision), help=say(words.NUDGED_HELP))
    gap.metric(say(words.GAP), _gap(gradient, estimate))
    loss.metric(say(words.LOSS), plain_number(float(state.gradients.loss), precision))
    if derivation.loses_digits:
        said = say(
            words.LOSES,
            textbook=plain_number(derivation.textbook, precision),
            value=plain_number(derivation.value, precision),
        )
        st.warning(said, icon=":material/warning:")
    if abs(state.gradient(Variable("y_out"))) >= LARGEST:
        st.warning(say(words.HELD), icon=":material/warning:")


def draw_given(state: State, precision: Precision) -> None:
    """Image, kernel, dense weights and label, a row of a matrix a line."""
    rows: dict[tuple[str, int], list[str]] = {}
    for variable in _VARIABLES:
        if variable.group in ("image", "kernel", "dense"):
            row = variable.index[0] if len(variable.index) == 2 else 0
            number = latex_number(state.number(variable), precision)
            rows.setdefault((variable.group, row), []).append(
                f"{symbol_of(variable, GEOMETRY)} = {number}"
            )
    for row_of_numbers in rows.values():
        st.markdown(formula.inline(r", \quad ".join(row_of_numbers)))
    st.markdown(formula.inline(f"yy = {latex_number(state.label, precision)}"))


_VIEW, _LOOK = "backward_view", "look"


def draw_map(state: State, variable: Variable, precision: Precision) -> None:
    """Heatmaps of all partials, or the picture with the ways by which the variable acts on L."""
    st.session_state.setdefault(_VIEW, "heatmaps")
    names = {"heatmaps": say(looks.HEATMAPS), "picture": say(looks.PICTURE)}
    view = st.segmented_control(
        say(looks.VIEW),
        list(names),
        format_func=names.__getitem__,
        key=_VIEW,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    if view == "picture":
        diagram.draw(
            state,
            variable.key,
            precision,
            session.language(),
            _PICTURE,
            on_pick=lambda: _open_picked(_PICTURE),
            light=diagram.light_of(variable),
        )
    else:
        draw_gradients(state, variable, precision)


def draw_looks(derivation: Derivation, state: State, precision: Precision) -> None:
    """The looks into the open derivation; only the chosen one is built."""
    st.session_state[_LOOK] = session.scenario().tab
    tab = st.segmented_control(
        say(looks.LOOK),
        TABS,
        format_func=named(looks.TABS),
        key=_LOOK,
        required=True,
        wrap=True,
        on_change=session.take,
        args=("tab", _LOOK),
    )
    match tab:
        case "unpack":
            unpack.draw(derivation, state, precision)
        case "shortcut":
            shortcut.draw(precision)
        case "factors":
            factors.draw(derivation, state, precision)
        case "nudge":
            nudge.draw(derivation, state, precision)
        case "code":
            code.draw(derivation, state, precision)
        case _:
            printing.draw(derivation, state, precision)


def draw_lines(derivation: Derivation, precision: Precision) -> None:
    """The derivation: every line with symbols and with its numbers, then what it collapses to."""
    st.subheader(say(words.DERIVATION))
    left = formula.partial(derivation.variable)
    for line in derivation.lines:
        formula.pair(left, line.expression, precision, line.label)
        left = formula.hidden(formula.partial(derivation.variable))
    group = derivation.variable.group
    if group == "alpha":
        st.caption(say(words.COLLAPSE_NOTE))
    elif group != "y_out":
        formula.pair(left, derivation.short, precision)
        st.button(
            say(words.COLLAPSE),
            type="tertiary",
            icon=":material/help:",
            on_click=session.change,
            kwargs={"variable": Variable("alpha").key},
        )


def draw_table(state: State, nudged: Gradients, precision: Precision) -> None:
    """Every partial derivative: formula, value, central difference, relative gap."""
    between = tuple(group for group in GROUPS if group not in ("kernel", "dense", "image"))
    for name, title in words.TABLES.items():
        groups = between if name == "between" else (name,)
        rows = [variable for variable in _VARIABLES if variable.group in groups]
        values = [state.gradient(variable) for variable in rows]
        estimates = [float(getattr(nudged, v.group)[v.index]) for v in rows]
        st.markdown(f"**{say(title)}**")
        table.draw(
            {
                say(words.FORMULA): [
                    formula.inline(f"{formula.partial(v)} = {formula.short_form(v)}") for v in rows
                ],
                say(words.NUMBER): [plain_number(value, precision) for value in values],
                say(words.NUDGED): [_estimate(e, precision) for e in estimates],
                say(words.GAP): [
                    _gap(value, e) for value, e in zip(values, estimates, strict=True)
                ],
            }
        )


def _estimate(estimate: float, precision: Precision) -> str:
    """The nudged value, or a dash where there is no room to nudge."""
    return "–" if math.isnan(estimate) else plain_number(estimate, precision)


def _gap(value: float, estimate: float) -> str:
    if math.isnan(estimate):
        return say(words.NO_NUDGE)
    return plain_number(float(relative_error(value, estimate)), 3)
