"""The guards at the door: what gets in, and what the message says."""

from __future__ import annotations

import numpy as np
import pytest

from lib.network.validate import broadcast_leading, finite_array, label_array, no_overflow, spread


def test_a_copy_is_made() -> None:
    given = np.ones((2, 2))
    got = finite_array("image", given, 2, "(H, W)")
    assert not np.shares_memory(given, got)


@pytest.mark.filterwarnings("error")
def test_a_wider_float_is_refused_silently() -> None:
    beyond = np.longdouble("1e4000") if np.finfo(np.longdouble).max > 1e308 else np.inf
    with pytest.raises(ValueError, match="image: NaN or infinity"):
        finite_array("image", np.full((2, 2), beyond), 2, "(H, W)")


@pytest.mark.parametrize("value", ["1", b"1", None, 1j, object(), np.datetime64("2024-01-01")])
def test_only_real_numbers(value: object) -> None:
    with pytest.raises(ValueError, match=r"x: got .+ in shape \(\), wanted real numbers of shape"):
        finite_array("x", value, 0, "(...)")


def test_labels_from_0_to_1() -> None:
    assert label_array([0, 0.5, 1, True]).tolist() == [0, 0.5, 1, 1]
    with pytest.raises(ValueError, match=r"label: got 2\.0 in shape \(3,\)"):
        label_array([0, 2, 3])


def test_leading_axes() -> None:
    assert broadcast_leading(a=(32, 1), b=(50,), c=()) == (32, 50)
    with pytest.raises(ValueError, match=r"got a \(2,\), b \(3,\), wanted"):
        broadcast_leading(a=(2,), b=(3,))


def test_spread_gives_an_array_of_its_own() -> None:
    whole = spread(np.ones((3, 2)), (5, 3), 1)
    assert whole.shape == (5, 3, 2)
    whole[0] = 0
    assert (whole[1] == 1).all()


def test_overflow_is_named() -> None:
    with pytest.raises(ValueError, match=r"s: got numbers beyond float64 in shape \(1,\)"):
        no_overflow("s", np.array([np.inf]))
