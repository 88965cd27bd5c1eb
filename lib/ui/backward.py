"""The parts of the page on the backward pass."""

from __future__ import annotations

import math

import streamlit as st

from lib.derivation import Variable, plain_number, variables
from lib.derivation.variable import GROUPS
from lib.network.check import relative_error
from lib.network.loss import LARGEST
from lib.scenario import GEOMETRY, TABS
from lib.text import backward as words
from lib.text import explorer as looks
from lib.ui import formula, live, session, sheet
from lib.ui.components import diagram, grids
from lib.ui.explorer import code, factors, nudge, printing, shortcut, unpack
from lib.ui.moment import Moment
from lib.ui.session import named, say
from lib.ui.sheet import Metric, Sheet, Tex

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


def gradients(now: Moment) -> list[grids.Grid]:
    """The heatmaps of all partial derivatives."""
    matrices = []
    for name, (title, columns, stack) in _TITLES.items():
        groups = ("alpha", "y_out") if name == "ends" else (name,)
        members = [member for member in _VARIABLES if member.group in groups]
        values = [now.state.gradient(member) for member in members]
        cells = [
            grids.Cell(
                *grids.symbol_parts(member),
                value=value,
                spoken=f"∂L/∂{grids.plain_symbol(member)}",
                key=member.key,
                mark="open" if member == now.variable else "",
            )
            for member, value in zip(members, values, strict=True)
        ]
        scale = max(map(abs, values))
        matrices.append(grids.Grid(say(title), cells, columns, scale, stack=stack))
    return matrices


def _open_picked(key: str) -> None:
    session.change(variable=grids.picked(st.session_state.get(key)))


def draw_headline() -> None:
    """The opened partial: by choice, its value, and the same from a nudge."""
    choice, rest = st.columns([3, 8], vertical_alignment="bottom")
    st.session_state[_CHOICE] = session.scenario().variable
    choice.selectbox(
        say(words.CHOOSE),
        list(_PARTIALS),
        format_func=_PARTIALS.__getitem__,
        key=_CHOICE,
        on_change=session.take,
        args=("variable", _CHOICE),
    )
    with rest:
        sheet.show("headline", _headline)


def _headline(on: Sheet, now: Moment) -> None:
    derivation, state, precision = now.derivation, now.state, now.precision
    estimate = float(getattr(now.nudged, now.variable.group)[now.variable.index])
    gradient = state.gradient(now.variable)
    on.metrics(
        Metric(say(words.VALUE), plain_number(gradient, precision)),
        Metric(say(words.NUDGED), _estimate(now, estimate), say(words.NUDGED_HELP)),
        Metric(say(words.GAP), _gap(gradient, estimate)),
        Metric(say(words.LOSS), plain_number(float(state.gradients.loss), precision)),
    )
    if derivation.loses_digits:
        said = say(
            words.LOSES,
            textbook=plain_number(derivation.textbook, precision),
            value=plain_number(derivation.value, precision),
        )
        on.warning(said)
    if abs(state.gradient(Variable("y_out"))) >= LARGEST:
        on.warning(say(words.HELD))


_VIEW, _LOOK = "backward_view", "look"


def draw_map() -> None:
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
        diagram.show(_PICTURE, on_pick=lambda: _open_picked(_PICTURE), ways=True)
    else:
        grids.show(_GRIDS, gradients, on_pick=lambda: _open_picked(_GRIDS))


def draw_looks() -> None:
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
    if tab == "unpack":
        unpack.draw()
        return
    live.rest()
    now = live.moment()
    derivation, state, precision = now.derivation, now.state, now.precision
    match tab:
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


def lines(on: Sheet, now: Moment) -> None:
    """The derivation: every line with symbols and with its numbers, then what it collapses to."""
    derivation, precision = now.derivation, now.precision
    left = formula.partial(derivation.variable)
    for line in derivation.lines:
        on.pair(left, line.expression, precision, line.label)
        left = formula.hidden(formula.partial(derivation.variable))
    if derivation.variable.group not in ("alpha", "y_out"):
        on.pair(left, derivation.short, precision)


def draw_question() -> None:
    """Asks why y_out − yy stands there; the answer is another derivation, where a note ends it."""
    group = live.moment().variable.group
    if group == "alpha":
        st.caption(say(words.COLLAPSE_NOTE))
    elif group != "y_out":
        st.button(
            say(words.COLLAPSE),
            type="tertiary",
            icon=":material/help:",
            on_click=session.change,
            kwargs={"variable": Variable("alpha").key},
        )


def every_partial(on: Sheet, now: Moment) -> None:
    """Every partial derivative: formula, value, central difference, relative gap."""
    between = tuple(group for group in GROUPS if group not in ("kernel", "dense", "image"))
    for name, title in words.TABLES.items():
        groups = between if name == "between" else (name,)
        rows = [variable for variable in _VARIABLES if variable.group in groups]
        values = [now.state.gradient(variable) for variable in rows]
        estimates = [float(getattr(now.nudged, v.group)[v.index]) for v in rows]
        on.text(say(title), "heading")
        on.table(
            {
                say(words.FORMULA): [
                    Tex(f"{formula.partial(v)} = {formula.short_form(v)}") for v in rows
                ],
                say(words.NUMBER): [plain_number(value, now.precision) for value in values],
                say(words.NUDGED): [_estimate(now, estimate) for estimate in estimates],
                say(words.GAP): [
                    _gap(value, e) for value, e in zip(values, estimates, strict=True)
                ],
            }
        )


def _estimate(now: Moment, estimate: float) -> str:
    """The nudged value, or a dash where there is no room to nudge."""
    return "–" if math.isnan(estimate) else plain_number(estimate, now.precision)


def _gap(value: float, estimate: float) -> str:
    if math.isnan(estimate):
        return say(words.NO_NUDGE)
    return plain_number(float(relative_error(value, estimate)), 3)
