"""What a browser sends is a stranger's: panel, grids, heatmaps and easel take only what fits."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.ui.components import grids, heatmaps, paint, panel

HOSTILE: list[Any] = [
    None,
    "",
    "moved",
    0,
    1.5,
    True,
    [],
    ["moved"],
    {},
    {"moved": None, "picked": None, "added": None},
    {"moved": "x", "picked": 7, "added": "x"},
    {"moved": [], "picked": [], "added": []},
    {"moved": {}, "picked": {}, "added": {}},
    {"moved": {"revision": 1}, "picked": ["alpha"], "added": {"pixels": [0.0] * 16}},
    {"moved": {"revision": 1, "values": None}, "added": {"pixels": None, "label": 1}},
    {"moved": {"revision": 1, "values": "1"}, "added": {"pixels": "0" * 16, "label": 1}},
    {"moved": {"revision": 1, "values": {"0": 1}}, "added": {"pixels": {}, "label": 1}},
    {"moved": {"revision": 2, "values": [1.0]}, "added": {"pixels": [0.0] * 15, "label": 1}},
    {"moved": {"revision": "1", "values": [1.0]}, "added": {"pixels": [0.0] * 17, "label": 0}},
    {"moved": {"revision": None, "values": [1.0]}, "added": {"pixels": [0.0] * 16, "label": 2}},
    *(
        {
            "moved": {"revision": 1, "values": [0.5, bad]},
            "added": {"pixels": [bad] + [0.0] * 15, "label": 0},
        }
        for bad in (None, True, "1", [1], {}, math.nan, math.inf, -math.inf, 10**400)
    ),
    *({"added": {"pixels": [bad] + [0.0] * 15, "label": 0}} for bad in (-0.001, 1.001, 2, -1)),
    *(
        {"added": {"pixels": [0.0] * 16, "label": bad}}
        for bad in (None, "0", -1, 0.5, [0], math.nan)
    ),
]

READERS: list[tuple[Callable[[Any], Any], Any]] = [
    (lambda state: panel.moved_numbers(state, 1), None),
    (grids.picked, ""),
    (heatmaps.picked, ""),
    (paint.added, None),
]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=17) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=30,
)


@pytest.mark.parametrize("state", HOSTILE, ids=lambda state: repr(state)[:50])
def test_what_does_not_fit_is_nothing(state: Any) -> None:
    for read, nothing in READERS:
        assert read(state) == nothing


@settings(deadline=None, max_examples=200)
@given(json_values, json_values, json_values)
def test_anything_at_all_is_taken_right_or_is_nothing(one: Any, two: Any, three: Any) -> None:
    state = {
        "moved": {"revision": 1, "values": one} if isinstance(one, list) else one,
        "picked": two,
        "added": {"pixels": one, "label": three},
    }
    numbers = panel.moved_numbers(state, 1)
    assert numbers is None or all(type(x) is float and math.isfinite(x) for x in numbers)
    assert isinstance(grids.picked(state), str)
    assert isinstance(heatmaps.picked(state), str)
    added = paint.added(state)
    assert added is None or (added[0].shape == (4, 4) and added[1] in (0.0, 1.0))


def test_what_fits_is_taken() -> None:
    moved = json.loads('{"moved": {"revision": 4, "values": [1, -0.5, 1e-300]}}')
    assert panel.moved_numbers(moved, 4) == [1.0, -0.5, 1e-300]
    assert panel.moved_numbers(moved, 5) is None, "sent before the server set the sliders"
    assert grids.picked({"picked": "image-2-1"}) == "image-2-1"
    assert heatmaps.picked({"picked": "3"}) == "3"
    found = paint.added({"added": {"pixels": [0, 1, *[0.25] * 14], "label": 1}})
    assert found is not None
    np.testing.assert_array_equal(found[0].ravel(), [0.0, 1.0, *[0.25] * 14])
    assert found[1] == 1.0
