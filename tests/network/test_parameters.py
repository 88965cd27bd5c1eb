"""Parameters: what they take, what they refuse, and what fits on which image."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest

from lib.network import Parameters
from lib.network.validate import Array

NOTES = Parameters(kernel=np.arange(9.0).reshape(3, 3), dense=[1, 2, 3, 4])


def test_anything_numeric_becomes_float64() -> None:
    parameters = Parameters(kernel=[[True, False]], dense=np.float32([1.5]))
    assert parameters.kernel.dtype == parameters.dense.dtype == np.float64
    assert parameters.dense.tolist() == [1.5]


def test_equal_numbers_are_equal_parameters() -> None:
    assert replace(NOTES) == NOTES
    assert replace(NOTES, dense=[1, 2, 3, 5]) != NOTES
    assert replace(NOTES, kernel=np.ones((3, 3))) != NOTES
    assert NOTES != "parameters"
    assert pickle.loads(pickle.dumps(NOTES)) == NOTES
    assert copy.deepcopy(NOTES) == NOTES
    with pytest.raises(TypeError, match="unhashable"):
        hash(NOTES)


def test_they_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        NOTES.dense = np.ones(4)  # type: ignore[misc]


def test_geometry_fits_the_image() -> None:
    assert NOTES.geometry((4, 4)).map_shape == (2, 2)
    assert NOTES.geometry((50, 6, 3)).map_shape == (4, 1)
    with pytest.raises(
        ValueError, match=r"dense: got shape \(4,\), wanted \(\.\.\., 9\) for a 3×3"
    ):
        NOTES.geometry((5, 5))
    with pytest.raises(ValueError, match=r"image: got shape \(4,\), wanted \(\.\.\., H, W\)"):
        NOTES.geometry((4,))


@pytest.mark.parametrize(
    ("kernel", "dense", "message"),
    [
        (np.ones(9), np.ones(4), r"kernel: got shape \(9,\), wanted \(\.\.\., kh, kw\)"),
        (1.0, np.ones(4), r"kernel: got shape \(\), wanted \(\.\.\., kh, kw\)"),
        (np.ones((3, 3)), 1.0, r"dense: got shape \(\), wanted \(\.\.\., windows\)"),
        (np.ones((3, 0)), np.ones(4), r"kernel: got shape \(3, 0\), wanted"),
        (np.ones((3, 3)), [], r"dense: got shape \(0,\), wanted"),
        (np.full((3, 3), np.nan), np.ones(4), r"kernel: NaN or infinity .* \(3, 3\)"),
        (np.ones((3, 3)), [1, 2, np.inf, 4], r"dense: NaN or infinity .* \(4,\)"),
        (np.ones((3, 3)), [None] * 4, r"dense: got object in shape \(4,\), wanted"),
        ([[1, 2], [3]], np.ones(4), r"kernel: got rows of unequal length, wanted"),
        (np.ones((2, 3, 3)), np.ones((3, 4)), r"kernel \(2,\), dense \(3,\)"),
    ],
)
def test_bad_parameters_are_named(kernel: Array, dense: Array, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Parameters(kernel, dense)
