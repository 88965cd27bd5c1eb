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

from lib.ui.bridge.component import picked
from lib.ui.components import easel
from lib.ui.state.move import Move, read_moves

MOVE: dict[str, Any] = {
    "key": "panel",
    "epoch": "e",
    "revision": 1,
    "count": 1,
    "values": [1.0],
}

NEEDED = ("key", "epoch", "revision", "count", "values")
HOSTILE: list[Any] = [
    None,
    "",
    "moves",
    0,
    1.5,
    True,
    [],
    ["moves"],
    {},
    {"moves": None, "picked": None, "added": None},
    {"moves": "x", "picked": 7, "added": "x"},
    {"moves": [], "picked": [], "added": []},
    {"moves": {}, "picked": {}, "added": {}},
    *({"moves": [{part: MOVE[part] for part in MOVE if part != left_out}]} for left_out in NEEDED),
    *({"moves": [MOVE | {"epoch": bad}]} for bad in (None, 1, ["e"], {})),
    *({"moves": [MOVE | {"revision": bad}]} for bad in (None, "1", -1, 1.0, True, 2**60, math.nan)),
    *({"moves": [MOVE | {"count": bad}]} for bad in (None, "1", -1, 1.0, True, 2**60, [])),
    *({"moves": [MOVE | {"values": bad}]} for bad in (None, "1", {"0": 1}, 1.0)),
    *(
        {
            "moves": [MOVE | {"values": [0.5, bad]}],
            "added": {"pixels": [bad] + [0.0] * 15, "label": 0},
        }
        for bad in (None, True, "1", [1], {}, math.nan, math.inf, -math.inf, 10**400)
    ),
    {"picked": ["alpha"], "added": {"pixels": [0.0] * 16}},
    *(
        {"added": {"pixels": bad, "label": 1}}
        for bad in (None, "0" * 16, {}, [0.0] * 15, [0.0] * 17)
    ),
    *({"added": {"pixels": [bad] + [0.0] * 15, "label": 0}} for bad in (-0.001, 1.001, 2, -1)),
    *(
        {"added": {"pixels": [0.0] * 16, "label": bad}}
        for bad in (None, "0", -1, 0.5, [0], math.nan)
    ),
]

READERS: list[tuple[Callable[[Any], Any], Any]] = [
    (read_moves, []),
    (picked, ""),
    (easel.added, None),
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


@settings(max_examples=200)
@given(json_values, json_values, json_values)
def test_anything_at_all_is_taken_right_or_is_nothing(one: Any, two: Any, three: Any) -> None:
    state = {
        "moves": [MOVE | {"values": one, "count": two, "epoch": three}] if three else one,
        "picked": two,
        "added": {"pixels": one, "label": three},
    }
    for move in read_moves(state):
        assert all(type(x) is float and math.isfinite(x) for x in move.values)
    assert isinstance(picked(state), str)
    added = easel.added(state)
    assert added is None or (added[0].shape == (4, 4) and added[1] in (0.0, 1.0))


def test_what_fits_is_taken() -> None:
    moves = [MOVE | {"values": json.loads("[1, -0.5, 1e-300]")}, "x", MOVE | {"count": 2}]
    assert read_moves({"moves": moves}) == [
        Move("panel", "e", 1, 1, [1.0, -0.5, 1e-300]),
        Move("panel", "e", 1, 2, [1.0]),
    ]
    assert len(read_moves({"moves": [MOVE] * 1000})) < 10
    assert picked({"picked": "image-2-1"}) == "image-2-1"
    found = easel.added({"added": {"pixels": [0, 1, *[0.25] * 14], "label": 1}})
    assert found is not None
    np.testing.assert_array_equal(found[0].ravel(), [0.0, 1.0, *[0.25] * 14])
    assert found[1] == 1.0
