"""The contour lines lie where the surface has their level, and are closed."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from lib.network.validate import Array
from lib.ui.charts.contours import contour
from lib.ui.charts.landscape import landscape_rows

X, Y = np.linspace(-2.0, 2.0, 41), np.linspace(-1.5, 1.5, 31)
ACROSS, UP = np.meshgrid(X, Y)


@pytest.mark.parametrize("radius", [0.33, 0.71, 1.13, 1.41])
def test_a_circle_is_a_circle(radius: float) -> None:
    segments = contour(X, Y, ACROSS**2 + UP**2, radius**2)
    ends = segments.reshape(-1, 2)
    assert np.hypot(*ends.T) == pytest.approx(radius, abs=0.01)
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]).sum()
    assert length == pytest.approx(2 * np.pi * radius, rel=0.02)
    # closed: every end meets one other
    assert set(Counter(map(tuple, ends.round(9))).values()) == {2}


def test_a_plane_is_cut_exactly() -> None:
    segments = contour(X, Y, 2 * ACROSS + UP, 0.25)
    assert 2 * segments[:, 0] + segments[:, 1] == pytest.approx(0.25, abs=1e-12)
    assert 2 * segments[:, 2] + segments[:, 3] == pytest.approx(0.25, abs=1e-12)


@pytest.mark.parametrize(("level", "alike"), [(-0.1, True), (0.1, False)])
def test_the_middle_decides_a_saddle(level: float, alike: bool) -> None:
    ends = np.array([0.0, 1.0])
    segments = contour(ends, ends, np.array([[1.0, -1.0], [-1.0, 1.0]]), level)
    assert segments.shape == (2, 4)
    # the corners above the level hang together when the middle is above it, too
    cuts_high_corner = any(segment.min() == 0.0 and segment.max() < 0.6 for segment in segments)
    assert cuts_high_corner != alike


@pytest.mark.parametrize("level", [-1.0, 100.0])
def test_no_line_where_no_surface_is(level: float) -> None:
    assert contour(X, Y, ACROSS**2 + UP**2, level).shape == (0, 4)


def rows(way: Array, loss: Array | None = None) -> dict[str, pd.DataFrame]:
    surface = 0.1 + ACROSS**2 + UP**2 if loss is None else loss
    frame = landscape_rows(X, Y, surface, np.arange(len(way)), way, ("start", "now"))
    return {str(kind): rows for kind, rows in frame.groupby("kind")}


def test_the_cells_cover_the_map_and_nothing_else() -> None:
    cells = rows(np.zeros((1, 2)))["cell"]
    assert len(cells) == 40 * 30
    assert (cells.x.min(), cells.x2.max()) == (X[0], X[-1])
    assert (cells.y.min(), cells.y2.max()) == (Y[0], Y[-1])


def test_what_leaves_the_map_is_not_drawn() -> None:
    kinds = rows(np.array([[9.0, 0.0], [1.0, 0.5], [0.0, 0.0]]))
    way, marks = kinds["way"], kinds["mark"]
    assert list(way.x.isna()) == [True, False, False]
    assert list(marks.name) == ["now"]


def test_a_flat_loss_has_no_lines() -> None:
    kinds = rows(np.zeros((2, 2)), np.full(ACROSS.shape, 0.5))
    assert "line" not in kinds
