"""The images with what the network says of each, sorted by loss; a click chooses one."""

from __future__ import annotations

import streamlit as st

from lib.derivation import plain_number
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import Run, gallery
from lib.ui.bridge.component import picked
from lib.ui.components import one_of, thumbnails
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say
from lib.ui.training.send import choose, chosen

_SHOWN = 36


def draw_options() -> None:
    """Which images, in which order; outside the live part."""
    parts = {"test": training_words.TEST, "train": training_words.TRAIN}
    orders = {"worst": words.WORST, "best": words.BEST}
    with st.container(horizontal=True):
        one_of.draw(words.PART, parts, **choice.widget("training_page.gallery_part"))
        one_of.draw(words.ORDER, orders, **choice.widget("training_page.gallery_order"))


def draw(run: Run, _: bool) -> None:
    """The first images of the chosen order."""
    page = session.scenario().training_page
    part = page.gallery_part if len(run.dataset.test_images) else "train"
    images = getattr(run.dataset, f"{part}_images")
    labels = getattr(run.dataset, f"{part}_labels")
    found = gallery(run.parameters, images, labels)
    worst_first = range(len(images))
    places = worst_first if page.gallery_order == "worst" else worst_first[::-1]
    tiles = []
    for place in list(places)[:_SHOWN]:
        number = int(found.order[place])
        label = float(labels[number])
        y_out, loss = float(found.y_out[place]), float(found.loss[place])
        said = say(
            words.IMAGE_SPOKEN,
            number=number,
            y_out=plain_number(y_out, 3),
            label=f"{label:g}",
            loss=plain_number(loss, 3),
        )
        right = bool(found.right[place])
        tiles.append(
            thumbnails.Picture(
                key=f"{part}-{number}",
                pixels=thumbnails.pixels_of(images[number]),
                lines=[f"{'✓' if right else '✗'} {y_out:.3f}", f"yy {label:g}"],
                spoken=said,
                open=(part, number) == chosen(),
                bad=not right,
            )
        )
    wrong = int((~found.right).sum())
    st.caption(say(words.SHOWN, shown=len(tiles), count=len(images), wrong=wrong))
    thumbnails.draw(
        tiles, keys.GALLERY, on_pick=lambda: choose(picked(st.session_state.get(keys.GALLERY)))
    )
