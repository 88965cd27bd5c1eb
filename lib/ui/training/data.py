"""Which images a run learns from."""

from __future__ import annotations

import streamlit as st

from lib.text import Text
from lib.text import training as training_words
from lib.text import training_views as words
from lib.ui.state import keys, own_images, session, training_run
from lib.ui.state.session import named, say
from lib.ui.training import given, own, settings

_SHARES = tuple(round(0.05 * n, 2) for n in range(1, 21))
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
        left, right = st.columns(2)
        with left:
            _digit("first_digit", training_words.FIRST, setup.first_digit)
        with right:
            _digit("second_digit", training_words.SECOND, setup.second_digit)
    if setup.data == "xor":
        st.info(say(words.XOR_WHY))
    if setup.data == "image":
        st.caption(say(words.GIVEN_IMAGE))
        given.draw()
    else:
        _draw_split(made_up=setup.data != "own")
    with st.expander(say(words.OWN_TITLE), expanded=setup.data == "own"):
        own.draw()


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
    if not training_run.change_setup(**{name: st.session_state[keys.setting(name)]}):
        st.session_state[keys.TRAINING_MESSAGE] = (training_words.SAME_DIGIT, None)


def _set_data() -> None:
    kind = st.session_state[keys.setting("data")]
    if kind == "own" and not own_images.complete():
        st.session_state[keys.TRAINING_MESSAGE] = (words.OWN_NEEDED, None)
        return
    batch = {"batch_size": 0} if kind == "image" else {}
    if not training_run.change_setup(data=kind, **batch):
        st.session_state[keys.TRAINING_MESSAGE] = (words.NOT_POSSIBLE, words.DATA)
