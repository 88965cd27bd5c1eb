"""Which window sees which pixel: the notes' counts, and any other shape."""

from __future__ import annotations

import pytest
from hypothesis import given

from lib.network import GEOMETRY, Geometry, Pixel, Window
from tests.network.random_networks import geometries


def test_the_notes_shapes() -> None:
    notes = GEOMETRY
    assert notes.map_shape == (2, 2)
    assert notes.window_count == 4
    assert notes.windows() == [(0, 0, 0), (1, 0, 1), (2, 1, 0), (3, 1, 1)]
    assert len(notes.pixels()) == 16
    assert len(notes.kernel_entries()) == 9


def test_derivation_2s_pixel_meets_the_notes_weights() -> None:
    """N13: a_{21} meets w_{21}, w_{20}, w_{11}, w_{10} in the windows s_0…s_3."""
    met = GEOMETRY.windows_of(Pixel(2, 1))
    assert [window.k for window, _ in met] == [0, 1, 2, 3]
    assert [entry for _, entry in met] == [(2, 1), (2, 0), (1, 1), (1, 0)]


def test_derivation_1s_weight_meets_the_notes_pixels() -> None:
    """N12: w_{00} meets a_{00}, a_{01}, a_{10}, a_{11}."""
    notes = GEOMETRY
    met = [notes.pixel_under(window, Pixel(0, 0)) for window in notes.windows()]
    assert met == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_corners_edges_and_the_middle() -> None:
    notes = GEOMETRY
    for pixel in notes.pixels():
        p, q = pixel
        want = (min(p, 3 - p, 1) + 1) * (min(q, 3 - q, 1) + 1)
        assert len(notes.windows_of(pixel)) == want


@given(geometries(7))
def test_the_two_directions_agree(geometry: Geometry) -> None:
    """Pixel → windows is window → pixels read backwards, in any shape."""
    forwards = {
        (window, entry, geometry.pixel_under(window, entry))
        for window in geometry.windows()
        for entry in geometry.kernel_entries()
    }
    backwards = {
        (window, entry, pixel)
        for pixel in geometry.pixels()
        for window, entry in geometry.windows_of(pixel)
    }
    assert forwards == backwards
    assert [window.k for window in geometry.windows()] == list(range(geometry.window_count))
    rows, columns = geometry.map_shape
    assert all(Window(i * columns + j, i, j) in geometry.windows() for i, j in [(rows - 1, 0)])


@pytest.mark.parametrize(
    ("image", "kernel"), [((4, 4), (5, 1)), ((4, 4), (1, 5)), ((4, 4), (0, 1)), ((0, 4), (1, 1))]
)
def test_impossible_shapes_are_refused(image: tuple[int, int], kernel: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"kernel: got shape \(\d, \d\), wanted .*\(\d, \d\)"):
        Geometry(image, kernel)
