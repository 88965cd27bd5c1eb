"""The parts of the training page: its controls, its live picture, and the way to Backward."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import streamlit as st

from lib.derivation import plain_number, variables
from lib.network import forward
from lib.scenario import GEOMETRY
from lib.text import training as words
from lib.training import RANGES, Run
from lib.ui import session, training_run
from lib.ui.charts import spec
from lib.ui.charts.training import curve_rows, curve_spec
from lib.ui.components import address, grids
from lib.ui.session import say

RATES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
STEPS_A_FRAME = (1, 2, 5, 10, 20, 50, 100, 200, 500)
PER_FRAME = "steps_a_frame"
_IMAGE = "test_image"
_MOST_STOP = 100_000
_MESSAGE = "training_message"


def draw_controls() -> None:
    """Digits, learning rate, pace, seeds."""
    scenario = session.scenario()
    setup = scenario.training
    left, right = st.columns(2)
    with left:
        _choice("first_digit", say(words.FIRST), range(10), setup.first_digit, _set_digits)
    with right:
        _choice("second_digit", say(words.SECOND), range(10), setup.second_digit, _set_digits)
    rate = training_run.rate_now(scenario)
    _slider("rate", say(words.RATE), RATES, rate, _set_rate, say(words.RATE_HELP))
    st.session_state.setdefault(PER_FRAME, 5)
    st.select_slider(say(words.PER_FRAME), STEPS_A_FRAME, key=PER_FRAME, persist_state="session")
    left, right = st.columns(2)
    with left:
        _whole("initial_seed", say(words.INITIAL_SEED), setup.initial_seed, _set_seed)
    with right:
        _whole("split_seed", say(words.SPLIT_SEED), setup.split_seed, _set_seed)
    if message := st.session_state.pop(_MESSAGE, None):
        st.warning(say(message), icon=":material/info:")


def draw_buttons() -> None:
    """Play or pause, one step, reset, and where to stop."""
    playing = training_run.playing()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if playing:
            st.button(
                say(words.PAUSE),
                icon=":material/pause:",
                type="primary",
                key="pause",
                on_click=training_run.pause,
            )
        else:
            st.button(
                say(words.PLAY),
                icon=":material/play_arrow:",
                type="primary",
                key="play",
                on_click=training_run.play,
            )
        st.button(
            say(words.STEP),
            icon=":material/skip_next:",
            on_click=training_run.advance,
            args=(1,),
            disabled=playing,
        )
        st.button(
            say(words.RESET),
            icon=":material/restart_alt:",
            help=say(words.RESET_HELP),
            on_click=training_run.reset,
        )
        stop = session.scenario().training.stop_steps
        _whole("stop_steps", say(words.STOP_AFTER), stop, _set_stop, least=1, most=_MOST_STOP)


def draw_live(run: Run) -> None:
    """Progress, numbers, curves and weights as they are at this step."""
    stop = run.setup.stop_steps
    goal = session.scenario().step if training_run.behind() else stop
    text = words.CATCHING_UP if training_run.behind() else words.PROGRESS
    st.progress(
        min(1.0, run.step / goal) if goal else 0.0, say(text, step=run.step, stop=goal or "∞")
    )
    _draw_numbers(run)
    kinds = (say(words.TRAIN), say(words.TEST))
    left, right = st.columns(2)
    with left:
        spec.draw(
            curve_rows(run.history, "loss", kinds),
            curve_spec(say(words.STEPS), say(words.LOSS), kinds, None, 270),
            "loss_curves",
            say(words.LOSS_CHART),
        )
    with right:
        spec.draw(
            curve_rows(run.history, "accuracy", kinds),
            curve_spec(say(words.STEPS), say(words.ACCURACY), kinds, 1.0, 270),
            "accuracy_curves",
            say(words.ACCURACY_CHART),
        )
    _draw_weights(run)
    _draw_stop(run)
    address.write(session.link(), "address-training")


def _draw_numbers(run: Run) -> None:
    digits, history = session.scenario().precision, run.history
    with st.container(horizontal=True):
        st.metric(say(words.TRAIN_LOSS), plain_number(float(history.train_loss[-1]), digits))
        st.metric(say(words.TEST_LOSS), plain_number(float(history.test_loss[-1]), digits))
        st.metric(say(words.TRAIN_ACCURACY), _percent(float(history.train_accuracy[-1])))
        st.metric(say(words.TEST_ACCURACY), _percent(float(history.test_accuracy[-1])))


def _percent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f} %"


def _draw_weights(run: Run) -> None:
    parameters = run.parameters
    matrices = []
    for group, title, columns in (("kernel", words.KERNEL, 3), ("dense", words.DENSE, 4)):
        members = [v for v in variables(GEOMETRY) if v.group == group]
        values = [float(getattr(parameters, group)[v.index]) for v in members]
        cells = [
            grids.Cell(*grids.symbol_parts(v), value=value, spoken=grids.plain_symbol(v))
            for v, value in zip(members, values, strict=True)
        ]
        scale = max(1.0, *map(abs, values))
        matrices.append(grids.Grid(say(title), cells, columns, scale))
    grids.draw(matrices, session.scenario().precision, "trained-weights")


def _draw_stop(run: Run) -> None:
    if run.stopped is None:
        return
    if run.stopped.reason == "diverged":
        st.error(say(words.DIVERGED, step=run.step), icon=":material/warning:")
    elif run.stopped.reason == "steps":
        st.success(say(words.DONE, stop=run.step), icon=":material/check:")
    else:
        st.info(say(words.STOPPED, step=run.step), icon=":material/stop:")


def draw_send(run: Run, go: Callable[[], None]) -> None:
    """Choose a test image, see what the network says of it, and take both to Backward."""
    images, labels = run.dataset.test_images, run.dataset.test_labels
    if not len(images):
        return
    st.subheader(say(words.SEND_TITLE))
    place = min(int(st.session_state.get(_IMAGE, 0)), len(images) - 1)
    st.session_state[_IMAGE] = place
    left, right = st.columns([2, 3])
    with right:
        _whole(_IMAGE, say(words.IMAGE), place, lambda _: None, most=len(images) - 1)
        place = int(st.session_state[_IMAGE])
        y_out = float(forward(run.parameters, images[place]).y_out)
        label = float(labels[place])
        name = run.dataset.classes[int(label)]
        verdict = say(words.RIGHT if (y_out >= 0.5) == (label == 1.0) else words.WRONG)
        icon = ":material/check:" if (y_out >= 0.5) == (label == 1.0) else ":material/close:"
        told = say(
            words.SAYS, y_out=plain_number(y_out, session.scenario().precision), label=int(label)
        )
        st.markdown(f"{told} ({name}): {icon} {verdict}")
        if st.button(say(words.SEND), icon=":material/arrow_back:", help=say(words.SEND_NOTE)):
            if _send(run, place):
                go()
            else:
                st.warning(say(words.TOO_LARGE), icon=":material/warning:")
    with left:
        cells = [
            grids.Cell("", "", value=float(images[place][p, q]), spoken=f"a{p}{q}")
            for p in range(4)
            for q in range(4)
        ]
        title = f"{say(words.IMAGE)} {place}"
        grid = grids.Grid(title, cells, 4, 1.0, small=True, width="3rem")
        grids.draw([grid], 3, "chosen-image")


def _send(run: Run, place: int) -> bool:
    """Put the trained weights and the image on the sliders; False where a weight is too large."""
    parameters = run.parameters
    numbers = (
        *run.dataset.test_images[place].flat,
        *parameters.kernel.flat,
        *parameters.dense,
        run.dataset.test_labels[place],
    )
    try:
        session.put(session.scenario().with_numbers(map(float, numbers)))
    except ValueError:
        return False
    training_run.pause()
    return True


def _choice(
    name: str, label: str, options: Any, value: Any, changed: Callable[[str], None]
) -> None:
    st.session_state[name] = value
    st.selectbox(label, options, key=name, on_change=changed, args=(name,))


def _slider(
    name: str,
    label: str,
    options: tuple[float, ...],
    value: float,
    changed: Callable[[str], None],
    told: str,
) -> None:
    """A slider over fixed options, and the value itself where a link brought another one."""
    every = tuple(sorted({*options, value}))
    st.session_state[name] = value
    st.select_slider(
        label,
        every,
        key=name,
        format_func=lambda rate: plain_number(rate, 6),
        on_change=changed,
        args=(name,),
        help=told,
    )


def _whole(
    name: str,
    label: str,
    value: int,
    changed: Callable[[str], None],
    least: int = 0,
    most: int | None = None,
) -> None:
    most = int(RANGES[name].highest) if most is None else most
    st.session_state[name] = min(max(value, least), most)
    st.number_input(
        label, least, most, step=1, key=name, on_change=changed, args=(name,), width=190
    )


def _set_digits(name: str) -> None:
    setup = session.scenario().training
    digit = st.session_state[name]
    other = setup.second_digit if name == "first_digit" else setup.first_digit
    if digit == other:
        st.session_state[_MESSAGE] = words.SAME_DIGIT
        return
    training_run.change_setup(**{name: digit})


def _set_rate(name: str) -> None:
    if not training_run.change_rate(float(st.session_state[name])):
        st.session_state[_MESSAGE] = words.TOO_MANY_CHANGES


def _set_seed(name: str) -> None:
    training_run.change_setup(**{name: int(st.session_state[name])})


def _set_stop(name: str) -> None:
    training_run.change_stop(int(st.session_state[name]))
