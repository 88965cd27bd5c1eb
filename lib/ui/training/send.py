"""One image, what the network says of it, and the way to Backward with both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import streamlit as st

from lib.network.validate import Array
from lib.text import training as words
from lib.training import Run
from lib.ui.components import thumbnails
from lib.ui.state import choice, keys, session, training_run
from lib.ui.state.session import say
from lib.ui.training import verdict


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
        verdict.draw(run, images[place], labels[place])
        if st.button(say(words.SEND), icon=":material/arrow_back:", help=say(words.SEND_NOTE)):
            send(run.weights, images[place], labels[place], go)


def send(weights: Array, image: Array, label: Array, go: Callable[[], None]) -> None:
    """Put weights and image on the sliders of every page and go; say so where they do not fit."""
    numbers = (*image.flat, *weights, *np.ravel(label))
    try:
        sent = session.scenario().with_numbers(map(float, numbers))
    except ValueError:
        st.warning(say(words.TOO_LARGE), icon=":material/warning:")
        return
    session.replace_numbers(replace(sent, name=""), "training")
    training_run.pause()
    go()
