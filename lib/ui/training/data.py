"""Which images a run learns from."""

from __future__ import annotations

import streamlit as st

from lib.network import NOTES
from lib.text import Text
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import TrainingSetup
from lib.ui.state import keys, own_images, session, training_run
from lib.ui.state.session import named, say
from lib.ui.training import given, own, settings

_SHARES = tuple(round(0.05 * n, 2) for n in range(1, 21))
_DIGITS = ("first_digit", "second_digit", "third_digit", "fourth_digit", "fifth_digit")
_NOISES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)


def draw() -> None:
    """The kind of images, and what there is to choose about them."""
    setup = session.scenario().training
    st.session_state[keys.setting("data")] = setup.data
    st.selectbox(
        say(words.DATA),
        list(words.DATA_NAMES),
        format_func=named(words.DATA_NAMES),
        key=keys.setting("data"),
        on_change=_set_data,
    )
    if setup.data == "digits":
        _draw_digits(setup)
    if setup.data == "xor" and setup.architecture == NOTES:
        st.info(say(words.XOR_WHY))
    if setup.data == "image":
        st.caption(say(words.GIVEN_IMAGE))
        given.draw()
    else:
        _draw_split(made_up=setup.data != "own")
    with st.expander(say(words.OWN_TITLE), expanded=setup.data == "own"):
        own.draw()


def _draw_digits(setup: TrainingSetup) -> None:
    """The digit of each class."""
    columns = st.columns(2)
    for place, (name, digit) in enumerate(zip(_DIGITS, setup.digits, strict=False)):
        label = (training_words.FIRST, training_words.SECOND)[place % 2]
        if setup.architecture.outputs > 1:
            label = training_words.OF_CLASS.filled(number=place)
        with columns[place % 2]:
            _digit(name, label, digit)


def _draw_split(made_up: bool) -> None:
    settings.number("train_share", words.SHARE, _SHARES)
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        settings.whole("split_seed", training_words.SPLIT_SEED)
    if made_up:
        with right:
            settings.whole("size", words.SIZE)
        settings.number("noise", words.NOISE, _NOISES)


def _digit(name: str, label: Text, value: int) -> None:
    st.session_state[keys.setting(name)] = value
    st.selectbox(say(label), range(10), key=keys.setting(name), on_change=_set_digit, args=(name,))


def _set_digit(name: str) -> None:
    digit, setup = st.session_state[keys.setting(name)], session.scenario().training
    taken = (number for one, number in zip(_DIGITS, setup.digits, strict=False) if one != name)
    if digit in taken:
        st.session_state[keys.TRAINING_MESSAGE] = (training_words.SAME_DIGIT, None)
        return
    # what stands for a digit that an earlier class took is chosen from now on
    shown = dict(zip(_DIGITS, setup.digits, strict=False))
    training_run.change_setup(**shown | {name: digit})


def _set_data() -> None:
    kind = st.session_state[keys.setting("data")]
    classes = session.scenario().training.class_count
    if kind == "own" and not own_images.complete(classes):
        st.session_state[keys.TRAINING_MESSAGE] = (words.OWN_FIRST, None)
        return
    batch = {"batch_size": 0} if kind == "image" else {}
    if not training_run.change_setup(data=kind, **batch):
        st.session_state[keys.TRAINING_MESSAGE] = (words.NOT_POSSIBLE, words.DATA)
