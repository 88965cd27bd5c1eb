"""The learner's own images in this tab: painted or read from a file."""

from __future__ import annotations

from typing import cast

import numpy as np
import streamlit as st

from lib.network import GEOMETRY
from lib.network.validate import Array
from lib.training import Dataset, TrainingSetup, split
from lib.training.images_file import MOST_IMAGES
from lib.ui.state import keys

MOST = MOST_IMAGES
NONE: tuple[Array, Array] = np.empty((0, *GEOMETRY.image_shape)), np.empty(0)


def images() -> tuple[Array, Array]:
    """Images (n, 4, 4) and labels (n,); n may be 0."""
    return cast(tuple[Array, Array], st.session_state.get(keys.OWN_IMAGES, NONE))


def version() -> int:
    """A count that grows with every change."""
    return cast(int, st.session_state.get(keys.OWN_IMAGES_VERSION, 0))


def replace(new: Array, labels: Array) -> None:
    """Take these images instead."""
    st.session_state[keys.OWN_IMAGES] = (new, labels)
    st.session_state[keys.OWN_IMAGES_VERSION] = version() + 1


def add(image: Array, label: float) -> bool:
    """Add one image; False where there is no more room."""
    old, labels = images()
    if len(old) >= MOST:
        return False
    replace(np.concatenate([old, image[None]]), np.append(labels, label))
    return True


def complete() -> bool:
    """Whether a run can be made of them: at least one image of each label."""
    _, labels = images()
    return bool((labels >= 0.5).any() and (labels < 0.5).any())


def dataset(setup: TrainingSetup) -> Dataset:
    """The images split as the set-up says.

    Raises:
        ValueError: not one image of each label.
    """
    own, labels = images()
    return split(own, labels, seed=setup.split_seed, train_share=setup.train_share)
