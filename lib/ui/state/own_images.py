"""The learner's own images in this tab: painted or read from a file."""

from __future__ import annotations

from typing import cast

import numpy as np
import streamlit as st

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.training import Dataset, TrainingSetup, own_dataset
from lib.training.images_file import most_images
from lib.training.images_file.scale import averaged
from lib.ui.state import keys

NONE: tuple[Array, Array] = np.empty((0, *GEOMETRY.image_shape)), np.empty(0)


def images() -> tuple[Array, Array]:
    """Images (n, H, W), as large as the network was that they were made for, and the class of each,
    (n,); n may be 0."""
    return cast(tuple[Array, Array], st.session_state.get(keys.OWN_IMAGES, NONE))


def version() -> int:
    """A count that grows with every change."""
    return cast(int, st.session_state.get(keys.OWN_IMAGES_VERSION, 0))


def replace(new: Array, labels: Array) -> None:
    """Take these images instead."""
    st.session_state[keys.OWN_IMAGES] = (new, labels)
    st.session_state[keys.OWN_IMAGES_VERSION] = version() + 1


def add(image: Array, label: float) -> bool:
    """Add one image (H, W), and bring the others to its size; False where there is no more room."""
    shape = (image.shape[0], image.shape[1])
    old, labels = images()
    if len(old) >= most_images(shape):
        return False
    old = averaged(old, shape)
    replace(np.concatenate([old, image[None]]), np.append(labels, label))
    return True


def counts(classes: int) -> list[int]:
    """How many there are of each class; of two, a share counts as the nearer."""
    _, labels = images()
    numbers = np.floor(labels + 0.5) if classes == 2 else labels
    return [int((numbers == number).sum()) for number in range(classes)]


def complete(classes: int) -> bool:
    """Whether a run can be made of them: at least one image of each class, and of no other."""
    _, labels = images()
    count = counts(classes)
    return min(count) > 0 and sum(count) == len(labels) and bool(labels.max() <= classes - 1)


def dataset(setup: TrainingSetup) -> Dataset:
    """The images in the network's size, split as the set-up says.

    Raises:
        ValueError: not one image of each class, or of others.
    """
    return own_dataset(setup, *images())
