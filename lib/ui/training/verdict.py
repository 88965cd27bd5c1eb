"""What the network says of an image and what it is, in the words of its classes."""

from __future__ import annotations

import numpy as np
import streamlit as st

from lib.derivation import computed_number
from lib.network.validate import Array
from lib.text import training as words
from lib.text import training_views
from lib.training import Run, gallery_of
from lib.ui.state import session
from lib.ui.state.session import say


def class_name(run: Run, number: int) -> str:
    """What a class is called where a few letters have to do."""
    name = run.dataset.classes[number]
    if run.dataset.name in ("own", "image", "digits"):
        return name
    return say(training_views.CLASSES[name])


def label_of(run: Run, label: Array) -> str:
    """A single output's label as a number; of several outputs the class."""
    if np.ndim(label):
        return class_name(run, int(np.argmax(label)))
    return f"{float(label):g}"


def draw(run: Run, image: Array, label: Array) -> None:
    """What the network says of one image, and whether that is right."""
    net = run.setup.architecture
    found = gallery_of(net, run.weights, image[None], np.asarray(label)[None])
    y_out = computed_number(float(found.y_out[0]), session.scenario().precision)
    if net.outputs > 1:
        numbers = {"said": class_name(run, int(found.said[0])), "label": label_of(run, label)}
        told = say(words.SAYS_CLASS, y_out=y_out, **numbers)
    else:
        says = words.SAYS if net.has_output else words.SAYS_ALPHA
        told = say(says, y_out=y_out, label=label_of(run, label)) + _meaning(run, float(label))
    right = bool(found.right[0])
    icon = ":material/check:" if right else ":material/close:"
    st.markdown(f"{told}  \n{icon} {say(words.RIGHT if right else words.WRONG)}", width="content")


def _meaning(run: Run, label: float) -> str:
    """What a label stands for, in brackets; nothing for the learner's own images."""
    name = class_name(run, int(label >= 0.5))
    match run.dataset.name:
        case "own" | "image":
            return ""
        case "digits":
            return f" ({say(words.DIGIT, digit=name)})"
        case _:
            return f" ({name})"
