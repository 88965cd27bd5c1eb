"""Links and files of version 1 are read for ever, and mean what they meant."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from lib.scenario import LinkError, Saved, Scenario, decode, preset, read_file
from lib.scenario.v1.training import read_training
from tests.scenario.hostile import V1_FILES, V1_LINKS, sealed, unsealed

RENAMED = {"tab": "look", "walk": "operations_done"}
HEAD = 14
"""Bytes before the numbers: version, five choices, the mask."""
STEP = HEAD + 8 * 29 + 2 * 6
"""Where the step begins: of this example's 35 numbers, the label and the probes are short."""
ENDS = unsealed(next(e["link"] for e in V1_LINKS if e["what"] == "the ends of every range"))


(MASK,) = struct.unpack_from(">Q", ENDS, 6)


def assert_means(scenario: Scenario, values: dict[str, Any]) -> None:
    """The scenario holds what an example says; fields that came later are at their defaults."""
    now = json.loads(json.dumps(asdict(scenario)))
    said = {RENAMED.get(key, key): value for key, value in values.items()}
    assert now["training"].items() >= said.pop("training").items()
    assert now.items() >= said.items()
    later = now.keys() - said.keys() - {"training"}
    assert replace(scenario, **{name: getattr(Scenario(), name) for name in later}) == scenario


@pytest.mark.parametrize("example", V1_LINKS, ids=lambda example: example["what"])
def test_a_link_still_means_what_it_meant(example: dict[str, Any]) -> None:
    assert_means(decode(example["link"]), example["scenario"])


@pytest.mark.parametrize("path", V1_FILES, ids=lambda path: path.stem)
def test_a_file_still_means_what_it_meant(path: Path) -> None:
    values = json.loads(path.read_bytes())
    saved = read_file(path.read_bytes())
    own = values.pop("own_images", None)
    if own is not None:  # sixteen pixels in a row were four rows of four
        own["images"] = [[row[k : k + 4] for k in range(0, 16, 4)] for row in own["images"]]
    assert (values.pop("format"), values.pop("version")) == ("backprop-by-hand", 1)
    assert_means(saved.scenario, values)
    assert (saved.own_images and json.loads(json.dumps(asdict(saved.own_images)))) == own


def test_there_are_examples_of_every_kind() -> None:
    seen = [example["scenario"] for example in V1_LINKS]
    assert {scenario["language"] for scenario in seen} == {"en", "zh"}
    assert {scenario["precision"] for scenario in seen} == {3, 6, 17}
    assert len({scenario["training"]["optimiser"] for scenario in seen}) == 5
    assert any(scenario["rate_changes"] for scenario in seen)
    owned = [read_file(path.read_bytes()).own_images for path in V1_FILES]
    assert any(owned)
    assert None in owned


@pytest.mark.parametrize(
    ("place", "new"),
    [
        *((0, bytes([version])) for version in (0, 2, 128, 255)),
        *(
            (place, bytes([n]))
            for place, most in ((1, 2), (2, 3), (3, 39), (4, 6))
            for n in (most, 255)
        ),
        *((6, struct.pack(">Q", MASK | 1 << bit)) for bit in range(35, 64)),
        *((HEAD + 8 * k, struct.pack(">d", x)) for k in (0, 28) for x in (float("nan"), 1e300)),
        *((STEP, struct.pack(">I", step)) for step in (1_000_001, 2**32 - 1)),
        *((STEP + 4, bytes([count])) for count in (1, 40, 255)),
    ],
    ids=lambda value: value.hex() if isinstance(value, bytes) else None,
)
def test_forged_bytes_are_refused(place: int, new: bytes) -> None:
    decode(sealed(ENDS))
    with pytest.raises(LinkError):
        decode(sealed(ENDS[:place] + new + ENDS[place + len(new) :]))


def test_bytes_cut_anywhere_are_refused() -> None:
    for length in range(STEP + 5):
        with pytest.raises(LinkError):
            decode(sealed(ENDS[:length]))


@pytest.mark.parametrize(
    "body",
    [
        bytes([27]),
        bytes([255]) * 9,
        bytes([0]),
        bytes([0, 7]),
        bytes([7, 5]),
        bytes([8]) + b"\0" * 7,
        bytes([19]) + b"\0" * 4 + bytes([19]) + b"\0" * 4,
        bytes([20]) + b"\0" * 4 + bytes([19]) + b"\0" * 4,
    ],
    ids=lambda body: body.hex(),
)
def test_other_bytes_are_no_set_up(body: bytes) -> None:
    with pytest.raises((ValueError, IndexError, struct.error)):
        read_training(body)


def test_nothing_in_a_set_up_is_the_first_one() -> None:
    assert Scenario(training=read_training(b"")) == preset("notes")
    assert Saved(preset("notes")).own_images is None
