"""Starting points worth a look, and random ones by a seed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, Literal, get_args

import numpy as np

from lib.network import GEOMETRY
from lib.scenario.limits import LARGEST_SEED
from lib.scenario.network import drawn
from lib.scenario.value import Scenario
from lib.scenario.worked import COMPOSED, WORKED, ComposedName, OnNotesName
from lib.training.digits import all_digits

_OwnName = Literal["notes", "all_different", "vertical", "horizontal", "digit", "saturated", "zero"]
PresetName = _OwnName | OnNotesName | ComposedName
PRESETS: tuple[PresetName, ...] = (*get_args(_OwnName), *get_args(OnNotesName))
"""Those of the notes' network."""

_EDGE_KERNEL = np.array([[-1.0, 0.0, 1.0]] * 3)
_EDGE_IMAGE = np.array([[0.0, 0.0, 1.0, 1.0]] * 4)
_EDGE_DENSE = (1.5, -1.0, 1.5, -1.0)

_ALL_DIFFERENT: dict[str, Any] = {
    "image": (
        *(0.42, 0.23, 0.81, 0.54),
        *(0.79, 0.71, 0.17, 0.63),
        *(0.87, 0.82, 0.28, 0.21),
        *(0.24, 0.3, 0.59, 0.43),
    ),
    "kernel": (-0.91, 0.5, 0.86, -0.4, 0.05, -0.57, 0.66, 0.35, -0.53),
    "dense": (-1.51, -0.31, -1.07, 1.08),
    "label": 0.9,
}


@cache
def preset(name: PresetName) -> Scenario:
    """The scenario of that name, with every other choice at its default.

    ``notes``: numbers a hand can work with. ``all_different``: no two of all its numbers look
    alike, so that none is taken for another. ``vertical``, ``horizontal``: an edge under its edge
    detector. ``digit``: a real handwritten 0. ``saturated``: α ≈ 40, where the long product
    loses its digits. ``zero``: everything 0, where only the dense weights have a gradient.
    All others are published examples, see :mod:`lib.scenario.worked`.
    """
    match name:
        case "notes":
            return Scenario()
        case "all_different":
            return Scenario(**_ALL_DIFFERENT)
        case "vertical":
            return _of(_EDGE_IMAGE, _EDGE_KERNEL, _EDGE_DENSE, 1.0)
        case "horizontal":
            return _of(_EDGE_IMAGE.T, _EDGE_KERNEL.T, (1.5, 1.5, -1.0, -1.0), 1.0)
        case "digit":
            ring = np.array([[0.5, 0.25, 0.5], [0.25, -1.5, 0.25], [0.5, 0.25, 0.5]])
            return _of(np.round(_first_digit(0), 2), ring, (2.0, 1.0, -1.0, 1.5), 0.0)
        case "saturated":
            return _of(
                np.ones(GEOMETRY.image_shape),
                np.full(GEOMETRY.kernel_shape, 0.6),
                (10.1, 10.1, 10.1, 10.1),
                0.0,
            )
        case "zero":
            return _of(
                np.zeros(GEOMETRY.image_shape),
                np.zeros(GEOMETRY.kernel_shape),
                (0.0, 0.0, 0.0, 0.0),
                0.0,
            )
        case worked:
            return WORKED[worked].scenario


def preset_of(scenario: Scenario) -> PresetName | None:
    """The preset whose network and numbers a scenario has, or None."""
    known: tuple[PresetName, ...] = PRESETS if scenario.network is None else COMPOSED
    net, numbers = scenario.architecture, scenario.numbers
    return next(
        (
            name
            for name in known
            if preset(name).architecture == net and preset(name).numbers == numbers
        ),
        None,
    )


def randomised(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with numbers drawn by ``seed`` (0 … 999 999) and no name; all else stays.

    Pixels are uniform in [0, 1], weights normal with a standard deviation of 0.7 (kernel) and 1.5
    (dense), all with two decimals; the label is 0 or 1. :func:`lib.scenario.network.drawn` says
    what other networks have besides.

    Raises:
        ValueError: a seed that is not a whole number in range.
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= LARGEST_SEED:
        raise ValueError(f"seed: wanted a whole number from 0 to {LARGEST_SEED}")
    numbers = drawn(scenario.architecture, seed).numbers
    return replace(scenario.with_numbers(numbers), name="", seed=seed)


def _of(image: np.ndarray, kernel: np.ndarray, dense: tuple[float, ...], label: float) -> Scenario:
    return Scenario(
        image=tuple(float(x) for x in image.flat),
        kernel=tuple(float(x) for x in kernel.flat),
        dense=dense,
        label=label,
    )


def _first_digit(digit: int) -> np.ndarray:
    """The first image of a digit in the data set, (4, 4)."""
    images, digits = all_digits()
    return np.asarray(images[digits == digit][0])
