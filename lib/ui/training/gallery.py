"""The images with what the network says of each, sorted by loss; a click chooses one."""

from __future__ import annotations

import streamlit as st

from lib.derivation import computed_number
from lib.text import training as training_words
from lib.text import training_views as words
from lib.training import Run, gallery_of
from lib.ui.bridge.component import picked
from lib.ui.components import one_of, thumbnails
from lib.ui.state import choice, keys, session
from lib.ui.state.session import say
from lib.ui.training import verdict
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
    net = run.setup.architecture
    found = gallery_of(net, run.weights, images, labels)
    worst_first = range(len(images))
    places = worst_first if page.gallery_order == "worst" else worst_first[::-1]
    tiles = []
    for place in list(places)[:_SHOWN]:
        number = int(found.order[place])
        y_out, loss = float(found.y_out[place]), float(found.loss[place])
        right = bool(found.right[place])
        mark, label = "✓" if right else "✗", verdict.label_of(run, labels[number])
        told = {
            "number": number,
            "y_out": computed_number(y_out, 3),
            "loss": computed_number(loss, 3),
        }
        if net.outputs > 1:
            named = verdict.class_name(run, int(found.said[place]))
            said = say(words.IMAGE_SAID, said=named, label=label, **told)
            lines = [f"{mark} {named}", f"{y_out:.3f}"]
        else:
            said = say(words.IMAGE_SPOKEN, label=label, **told)
            lines = [f"{mark} {y_out:.3f}", f"yy {label}"]
        tiles.append(
            thumbnails.Picture(
                key=f"{part}-{number}",
                pixels=thumbnails.pixels_of(images[number]),
                lines=lines,
                spoken=said,
                open=(part, number) == chosen(),
                bad=not right,
            )
        )
    wrong = int((~found.right).sum())
    shown = words.SHOWN_OF_CLASSES if net.outputs > 1 else words.SHOWN
    st.caption(say(shown, shown=len(tiles), count=len(images), wrong=wrong))
    thumbnails.draw(
        tiles, keys.GALLERY, on_pick=lambda: choose(picked(st.session_state.get(keys.GALLERY)))
    )
