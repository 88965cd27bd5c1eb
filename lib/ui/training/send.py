"""One image, what the network says of it, and the way to Backward with both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from lib.derivation import plain_number
from lib.network import Parameters, forward
from lib.network.validate import Array
from lib.text import training as words
from lib.text import training_views
from lib.training import Run
from lib.ui.components import thumbnails
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say


def choose(key: str) -> None:
    """Choose an image by its key, ``test-12`` or ``train-3``; any other key changes nothing."""
    part, _, number = key.partition("-")
    if part in ("test", "train") and number.isascii() and number.isdigit():
        choice.change("training_page", image_part=part, image=int(number))


def chosen() -> tuple[str, int]:
    """Of which part an image is chosen, and which."""
    page = session.scenario().training_page
    return page.image_part, page.image


def draw(run: Run, go: Callable[[], None]) -> None:
    """The chosen image; ``go`` leads to Backward."""
    part, place = chosen()
    if part == "test" and not len(run.dataset.test_images):
        part = "train"
    images = getattr(run.dataset, f"{part}_images")
    labels = getattr(run.dataset, f"{part}_labels")
    st.subheader(say(words.SEND_TITLE))
    place = min(place, len(images) - 1)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        title = words.IMAGE if part == "test" else words.TRAIN_IMAGE
        st.number_input(
            say(title),
            0,
            len(images) - 1,
            step=1,
            width=170,
            **choice.widget("training_page.image", value=place),
        )
        with st.container(width=90):
            picture = thumbnails.Picture("", thumbnails.pixels_of(images[place]), [], str(place))
            thumbnails.draw([picture], keys.CHOSEN_PICTURE)
        _draw_verdict(run, images[place], float(labels[place]))
        if st.button(say(words.SEND), icon=":material/arrow_back:", help=say(words.SEND_NOTE)):
            send(run.parameters, images[place], float(labels[place]), go)


def _draw_verdict(run: Run, image: Array, label: float) -> None:
    y_out = float(forward(run.parameters, image).y_out)
    right = (y_out >= 0.5) == (label >= 0.5)
    told = say(
        words.SAYS, y_out=plain_number(y_out, session.scenario().precision), label=f"{label:g}"
    )
    meaning = _meaning(run, label)
    icon = ":material/check:" if right else ":material/close:"
    st.markdown(
        f"{told}{meaning}  \n{icon} {say(words.RIGHT if right else words.WRONG)}", width="content"
    )


def _meaning(run: Run, label: float) -> str:
    """What a label stands for, in brackets; nothing for the learner's own images."""
    name = run.dataset.classes[int(label >= 0.5)]
    match run.dataset.name:
        case "own" | "image":
            return ""
        case "digits":
            return f" ({say(words.DIGIT, digit=name)})"
        case _:
            return f" ({say(training_views.CLASSES[name])})"


def send(parameters: Parameters, image: Array, label: float, go: Callable[[], None]) -> None:
    """Put weights and image on the sliders of every page and go; say so where they do not fit."""
    numbers = (*image.flat, *parameters.kernel.flat, *parameters.dense, label)
    try:
        sent = session.scenario().with_numbers(map(float, numbers))
    except ValueError:
        st.warning(say(words.TOO_LARGE), icon=":material/warning:")
        return
    session.replace_numbers(replace(sent, name=""), "training")
    training_run.pause()
    go()
