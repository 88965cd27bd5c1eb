"""The parts of the walk-through: the picture at this operation, its formula, and the update."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import streamlit as st

from lib.derivation import Precision, State, Variable, computed_number, plain_number
from lib.derivation.plain import plain_symbol
from lib.derivation.quantity import LOSS, UPDATED_LOSS, Quantity, slope, updated, value
from lib.derivation.steps import Step, Walk, walk
from lib.derivation.variable import variable_from_key, variables
from lib.network import NOTES
from lib.network.places import places
from lib.text import lecture
from lib.text import steps as words
from lib.ui.bridge.component import picked
from lib.ui.components import clicker, diagram, formula, one_of, phase_bar, table
from lib.ui.follow import page_run
from lib.ui.follow.lesson_sliders import probe_slider
from lib.ui.follow.page import Lecture, Page
from lib.ui.lessons.practise import predict
from lib.ui.state import keys, session
from lib.ui.state.session import say


def current(state: State) -> Walk:
    """The walk of the example with the learner's rate."""
    return walk(state, session.scenario().probe_rate)


def done(of: Walk) -> int:
    """How many operations are done, within the walk."""
    return min(session.scenario().operations_done, len(of.steps))


def complete(of: Walk) -> bool:
    """Whether every operation is done, the update included."""
    return done(of) == len(of.steps)


def draw_buttons(of: Walk) -> None:
    """To the start, back, play or pause, next; how far each phase is, and a slider to jump."""
    at, count = done(of), len(of.steps)
    with st.container(
        horizontal=True, gap="small", vertical_alignment="bottom", key=keys.STEPS_BUTTONS
    ):
        st.button(
            say(words.START),
            icon=":material/first_page:",
            key=keys.STEPS_START,
            on_click=_go,
            args=(0,),
            disabled=not at,
        )
        st.button(
            say(words.BACK),
            icon=":material/chevron_left:",
            shortcut="B",
            key=keys.STEPS_BACK,
            on_click=_go,
            args=(at - 1,),
            disabled=not at,
        )
        st.button(
            say(words.PAUSE if playing() else words.PLAY),
            icon=":material/pause:" if playing() else ":material/play_arrow:",
            shortcut="P",
            key=keys.STEPS_PLAY,
            on_click=_toggle,
            args=(count,),
        )
        st.button(
            say(words.NEXT),
            icon=":material/chevron_right:",
            shortcut="N",
            key=keys.STEPS_NEXT,
            type="primary",
            on_click=_go,
            args=(at + 1,),
            disabled=at == count,
        )
    firsts = {phase: _first(of, phase) for phase in words.PHASES}
    st.session_state[keys.STEPS_PHASE] = of.steps[at - 1].phase if at else None
    counts = _counts(of, at)
    names = {
        phase: f"{say(words.PHASES[phase])} {n}/{of_all}" for phase, (n, of_all) in counts.items()
    }
    one_of.draw(
        words.JUMP_TO,
        names,
        keys.STEPS_PHASE,
        _jump,
        (firsts,),
        hides_label=True,
        required=False,
    )
    clicker.draw(keys.STEPS_CLICKER, {"PageDown": keys.STEPS_NEXT, "PageUp": keys.STEPS_BACK})
    phase_bar.draw(counts.values(), "; ".join(names.values()))
    st.session_state[keys.STEPS_JUMP] = at
    st.slider(
        say(words.JUMP),
        0,
        count,
        key=keys.STEPS_JUMP,
        label_visibility="collapsed",
        on_change=lambda: _go(st.session_state[keys.STEPS_JUMP]),
    )


def _counts(of: Walk, at: int) -> dict[str, tuple[int, int]]:
    """Of each phase how many operations are done, and how many it has."""
    return {
        phase: (sum(step.phase == phase for step in of.steps[:at]), len(found))
        for phase in words.PHASES
        if (found := [step for step in of.steps if step.phase == phase])
    }


def _first(of: Walk, phase: str) -> int:
    """How many operations are done when the phase's first one is."""
    return next(n for n, step in enumerate(of.steps, 1) if step.phase == phase)


def _jump(firsts: dict[str, int]) -> None:
    phase = st.session_state[keys.STEPS_PHASE]
    if phase in firsts:
        _go(firsts[phase])


def _go(place: int) -> None:
    st.session_state[keys.STEPS_PLAYING] = False
    session.change(operations_done=max(0, place))


def _toggle(count: int) -> None:
    st.session_state[keys.STEPS_PLAYING] = not playing()
    if playing() and session.scenario().operations_done >= count:
        session.change(operations_done=0)


def playing() -> bool:
    """Whether the walk goes on by itself."""
    return bool(st.session_state.get(keys.STEPS_PLAYING, False))


def play_on(of: Walk) -> None:
    """One operation more; at the end the walk comes to rest."""
    at = done(of)
    session.change(operations_done=min(at + 1, len(of.steps)))
    if at + 1 >= len(of.steps):
        st.session_state[keys.STEPS_PLAYING] = False


def draw_picture(of: Walk, state: State, precision: Precision) -> None:
    """The network: computed values, hatched ones, and what this operation reads and computes."""
    at = done(of)
    known = of.known(at)
    step = of.steps[at - 1] if at else None
    every = variables(state.architecture)
    shown = _state_with_updates(of, state, known)
    unknown = {v.key for v in every if value(v) not in known}
    if LOSS not in known:
        unknown.add("loss")
    past = frozenset(v.key for v in every if _is_past(v, known))
    highlight = diagram.Highlight(
        lit=frozenset(_node(quantity) for quantity in step.reads) if step else frozenset(),
        doing=_node(step.computes) if step else None,
        unknown=frozenset(unknown),
        gradients={v.key: state.gradient(v) for v in every if slope(v) in known},
        past=past,
        windows=_windows(step) if state.architecture == NOTES else (),
    )
    diagram.draw(
        shown,
        "",
        precision,
        session.language(),
        keys.STEPS_PICTURE,
        lambda: _go_to_picked(of),
        highlight,
    )
    if highlight.gradients and not page_run.is_lecture():
        st.caption(say(words.PAST if past else words.SECOND))


def _is_past(variable: Variable, known: frozenset[Quantity]) -> bool:
    """Whether the node shows a value of after the update, beside a gradient of before it."""
    return UPDATED_LOSS in known or updated(variable) in known


def _go_to_picked(of: Walk) -> None:
    """A click on a node goes to the operation that computes it; once it is, to its gradient's."""
    network = session.scenario().architecture
    try:
        variable = variable_from_key(picked(st.session_state.get(keys.STEPS_PICTURE)), network)
    except ValueError:  # the loss is no variable
        _go(of.position_of(LOSS) + 1)
        return
    known = of.known(done(of))
    _go(of.position_of(slope(variable) if value(variable) in known else value(variable)) + 1)


def _state_with_updates(of: Walk, state: State, known: frozenset[Quantity]) -> State:
    """The state whose weights are the new ones as far as they are computed."""
    if UPDATED_LOSS in known:
        return of.after
    moved = [v for v in _weights(state) if updated(v) in known]
    if not moved:
        return state
    arrays = {v.group: np.array(getattr(state.parameters, v.group)) for v in _weights(state)}
    for v in moved:
        arrays[v.group][v.index] = of.after.number(v)
    return replace(state, parameters=type(state.parameters)(**arrays))


def _weights(state: State) -> list[Variable]:
    """Everything that the network learns."""
    known = places(state.architecture).values()
    return [v for place in known if place.role == "parameter" for v in place.cells()]


def _node(quantity: Quantity) -> str:
    if quantity.variable is not None:
        return quantity.variable.key
    return "label" if quantity.label else "loss"


def _windows(step: Step | None) -> tuple[int, ...]:
    """The window that a forward convolution looks through."""
    variable = step.computes.variable if step else None
    if step and step.phase == "forward" and variable and variable.group == "s":
        return (variable.index[0],)
    return ()


def draw_operation(of: Walk, precision: Precision) -> None:
    """What is done at this operation: its phase, its formula, the numbers in."""
    at = done(of)
    if not at:
        nothing = words.NOTHING if of.after.architecture.has_dense else words.NOTHING_OF_GIVEN
        st.info(say(nothing), icon=":material/touch_app:")
        return
    step = of.steps[at - 1]
    st.markdown(f"**{_place(of)}**")
    _draw_formula(step, precision)
    st.code("\n".join(line.text for line in step.source), language="python", wrap_lines=True)


def _place(of: Walk) -> str:
    """Which operation it is, in words."""
    at = done(of)
    phase = say(words.PHASES[of.steps[at - 1].phase])
    return say(words.AT, done=at, count=len(of.steps), phase=phase)


def _draw_formula(step: Step, precision: Precision) -> None:
    arrow = step.phase == "update" and step.computes.variable is not None
    formula.pair(
        step.left.latex(),
        step.expression,
        precision,
        step.label,
        equals=r"\leftarrow" if arrow else "=",
    )


def draw_update(of: Walk, state: State, precision: Precision) -> None:
    """Weights and loss before and after, and the gradient that moved each."""
    st.subheader(say(words.CHANGE))
    probe_slider("probe_rate", say(words.RATE), ("η", ""), 0.1, most=10.0)
    if not complete(of):
        st.caption(say(words.NOT_YET))
        return
    before, after = state.loss, of.after.loss
    told = (
        words.LOSS_FELL
        if after < before
        else words.LOSS_ROSE
        if after > before
        else words.LOSS_STAYED
    )
    written = say(
        told, before=computed_number(before, precision), after=computed_number(after, precision)
    )
    (st.success if after <= before else st.warning)(written)
    weights = _weights(state)
    table.draw(
        {
            say(words.WEIGHT): [plain_symbol(v, state.architecture) for v in weights],
            say(words.BEFORE): [plain_number(state.number(v), precision) for v in weights],
            say(words.GRADIENT): [computed_number(state.gradient(v), precision) for v in weights],
            say(words.AFTER): [computed_number(of.after.number(v), precision) for v in weights],
        }
    )


def _turn(way: int) -> bool:
    of = current(session.scenario().state())
    if way > 0 and predict.brings_question(of, done(of)):
        return True
    place = done(of) + way
    if not 0 <= place <= len(of.steps):
        return False
    _go(place)
    return True


def _lecture() -> None:
    """The picture at this operation, and its formula; what comes next may be asked for."""
    scenario, state = session.scenario(), session.scenario().state()
    of = current(state)
    draw_picture(of, state, scenario.precision)
    if predict.or_operation(of, done(of)) and done(of):
        _draw_formula(of.steps[done(of) - 1], scenario.precision)


def _tells(quantity: Quantity) -> bool:
    """Whether the walk has come to it."""
    of = current(session.scenario().state())
    return quantity in of.known(done(of))


def _tell_place() -> None:
    """Which operation it is, beside the title."""
    of = current(session.scenario().state())
    if done(of):
        st.markdown(_place(of), width="content")


PAGE = Page(
    "steps",
    words.IN_MENU,
    ":material/footprint:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    lecture=Lecture(_lecture, lecture.NEXT_OPERATION, _tell_place, _turn, tells=_tells),
)
