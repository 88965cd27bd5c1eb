"""A link is the scenario to the bit, short, and one spelling only; nothing else is a link."""

from __future__ import annotations

import base64
import json
import math
import re
import struct
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.scenario import (
    LARGEST,
    PROBES,
    SLIDERS,
    LinkError,
    Scenario,
    decode,
    encode,
    preset,
    randomised,
)
from lib.scenario.limits import MOST_RATE_CHANGES, MOST_STEPS
from lib.scenario.link import LONGEST
from lib.training import CHOICES, RANGES, TrainingSetup
from scripts.make_malformed import link_of
from tests.scenario.strategies import KEYS, on_slider, same_bits, scenarios

NOTES = preset("notes")
EXAMPLES = json.loads(Path(__file__).with_name("links_v1.json").read_text("utf-8"))
UNEVEN = 1 / 3  # no multiple of a thousandth: 8 bytes


def body_of(link: str) -> bytes:
    """What a link says, its check sum taken off."""
    return base64.urlsafe_b64decode(link + "=" * (-len(link) % 4))[:-4]


def plain(scenario: Scenario) -> dict[str, Any]:
    """A scenario as a JSON file would hold it."""
    plain_value: dict[str, Any] = json.loads(json.dumps(asdict(scenario)))
    plain_value["tab"], plain_value["walk"] = (
        plain_value.pop("look"),
        plain_value.pop("operations_done"),
    )
    return plain_value


@settings(deadline=None, max_examples=300)
@given(scenarios())
def test_a_link_comes_back_to_the_bit(scenario: Scenario) -> None:
    link = encode(scenario)
    assert same_bits(decode(link), scenario)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", link)
    assert len(link) <= LONGEST
    assert encode(decode(link)) == link


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_slider_positions_make_a_short_link(data: st.DataObject) -> None:
    counts = {"image": 16, "kernel": 9, "dense": 4, "label": 1}
    row = [
        data.draw(on_slider(SLIDERS[name].low, SLIDERS[name].high, SLIDERS[name].step))
        for name, count in counts.items()
        for _ in range(count)
    ]
    scenario = replace(NOTES.with_numbers(row), variable=data.draw(st.sampled_from(KEYS)))
    assert same_bits(decode(encode(scenario)), scenario)
    assert len(encode(scenario)) < 150


def _all_long(training: TrainingSetup, changes: tuple[tuple[int, float], ...] = ()) -> Scenario:
    """Every number needs its 8 bytes."""
    probes = {name: min(high, low + UNEVEN) for name, (low, high) in PROBES.items()}
    scenario = NOTES.with_numbers([UNEVEN] * 30)
    return replace(
        scenario,
        **probes,
        training=training,
        step=MOST_STEPS,
        rate_changes=changes,
        operations_done=255,
    )


def test_the_longest_link_of_the_sliders_is_under_600_characters() -> None:
    """Every number 8 bytes, and all that the training page's own controls can change."""
    chosen = TrainingSetup(
        first_digit=8,
        second_digit=9,
        learning_rate=100.0,
        initial_seed=2**31 - 1,
        split_seed=2**31 - 1,
        stop_steps=100_000,
        batch_size=1,
        batch_seed=2**31 - 1,
        optimiser="adam",
        schedule="cosine",
    )
    assert len(encode(_all_long(chosen))) < 600


def test_the_longest_link_of_all_can_be_read() -> None:
    numbers = {
        name: (low + high) / 3 if isinstance(getattr(TrainingSetup(), name), float) else int(high)
        for name, (low, high) in RANGES.items()
    }
    words = {name: words[-1] for name, words in CHOICES.items()}
    training = TrainingSetup(**{**numbers, **words, "first_digit": 8})
    changes = tuple((k, UNEVEN) for k in range(MOST_RATE_CHANGES))
    scenario = _all_long(training, changes)
    link = encode(scenario)
    assert same_bits(decode(link), scenario)
    assert len(link) <= LONGEST


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["what"])
def test_a_link_of_version_1_still_means_what_it_meant(example: dict[str, Any]) -> None:
    assert plain(decode(example["link"])) == example["scenario"]


def test_there_are_examples_of_every_kind() -> None:
    seen = [example["scenario"] for example in EXAMPLES]
    assert len(EXAMPLES) >= 10
    assert {scenario["language"] for scenario in seen} == {"en", "zh"}
    assert {scenario["precision"] for scenario in seen} == {3, 6, 17}
    assert {scenario["training"]["optimiser"] for scenario in seen} == set(CHOICES["optimiser"])
    assert any(scenario["rate_changes"] for scenario in seen)


def test_one_character_changed_anywhere_is_noticed() -> None:
    link = encode(randomised(NOTES, 3))
    alphabet = "Aa0-_z"
    for place, old in enumerate(link):
        for new in alphabet:
            if new != old:
                with pytest.raises(LinkError):
                    decode(link[:place] + new + link[place + 1 :])


def test_a_link_cut_anywhere_is_noticed() -> None:
    link = encode(replace(NOTES, step=9, rate_changes=((3, 1.0),)))
    for length in range(len(link)):
        with pytest.raises(LinkError):
            decode(link[:length])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=",
        "A",
        "AAAA",
        "AAAAA",
        "AQAA",
        " ",
        "\x00",
        "é" * 40,
        "\ud800" * 40,
        "<script>alert(1)</script>",
        r"$\rule{3000em}{2000em}$",
        "../../etc/passwd",
        "%00%ff",
        "A" * LONGEST,
        "A" * (LONGEST + 1),
        "A" * 1_000_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(LinkError):
        decode(text)


@pytest.mark.parametrize(
    "respell",
    [
        lambda link: link + "=",
        lambda link: link + "==",
        lambda link: link + "\n",
        lambda link: " " + link,
        lambda link: link + link,
        lambda link: link.replace("-", "+").replace("_", "/"),
        lambda link: link.swapcase(),
        lambda link: base64.b64encode(base64.urlsafe_b64decode(link + "==")).decode(),
    ],
)
def test_a_link_has_one_spelling(respell: Callable[[str], str]) -> None:
    links = (encode(randomised(NOTES, seed)) for seed in range(50))
    link = next(link for link in links if "-" in link and "_" in link)
    assert respell(link) != link
    with pytest.raises(LinkError):
        decode(respell(link))


def test_the_spare_bits_of_the_last_character_are_no_second_spelling() -> None:
    link = encode(replace(NOTES, training=replace(NOTES.training, batch_size=1)))
    assert len(link) % 4 == 3
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    neighbour = last[last.index(link[-1]) ^ 1]
    assert base64.urlsafe_b64decode(link + "==") == base64.urlsafe_b64decode(
        link[:-1] + neighbour + "=="
    )
    with pytest.raises(LinkError, match="base64url"):
        decode(link[:-1] + neighbour)


HEAD = 14
"""Bytes before the numbers: version, five choices, the mask."""


def _forged(place: int, new: bytes, link: str = "") -> str:
    body = body_of(link or encode(_all_long(TrainingSetup(stop_steps=2000))))
    return link_of(body[:place] + new + body[place + len(new) :])


@pytest.mark.parametrize("version", [0, 2, 3, 128, 255])
def test_an_unknown_version_is_refused(version: int) -> None:
    with pytest.raises(LinkError, match="version"):
        decode(_forged(0, bytes([version])))


@pytest.mark.parametrize(("place", "count"), [(1, 2), (2, 3), (3, 39), (4, 6)])
def test_an_unknown_choice_is_refused(place: int, count: int) -> None:
    decode(_forged(place, bytes([count - 1])))
    for bad in (count, 255):
        with pytest.raises(LinkError):
            decode(_forged(place, bytes([bad])))


@pytest.mark.parametrize(
    "number",
    [math.nan, math.inf, -math.inf, np.nextafter(LARGEST, math.inf), -1e300],
    ids=repr,
)
def test_a_forged_number_is_refused(number: float) -> None:
    for k in range(35):
        with pytest.raises(LinkError):
            decode(_forged(HEAD + 8 * k, struct.pack(">d", number)))


def test_a_forged_mask_is_refused() -> None:
    for bit in range(64):
        with pytest.raises(LinkError):
            decode(_forged(6, struct.pack(">Q", 1 << bit)))


def test_a_forged_run_is_refused() -> None:
    place = HEAD + 8 * 35
    for step in (MOST_STEPS + 1, 2**31, 2**32 - 1):
        with pytest.raises(LinkError):
            decode(_forged(place, struct.pack(">I", step)))
    for count in (1, 40, 41, 255):  # more changes than the link holds
        with pytest.raises(LinkError):
            decode(_forged(place + 4, bytes([count])))


def test_forty_one_rate_changes_are_too_many() -> None:
    body = body_of(encode(_all_long(TrainingSetup(stop_steps=2000))))
    place = HEAD + 8 * 35 + 4
    for count, read in ((40, True), (41, False)):
        changes = b"".join(struct.pack(">Id", k, 1.0) for k in range(count))
        link = link_of(body[:place] + bytes([count]) + changes + body[place + 1 :])
        if read:
            assert len(decode(link).rate_changes) == count
        else:
            with pytest.raises(LinkError):
                decode(link)


@settings(deadline=None, max_examples=200)
@given(scenarios(), st.data())
def test_forged_bytes_never_make_anything_but_a_scenario_or_a_refusal(
    scenario: Scenario, data: st.DataObject
) -> None:
    body = bytearray(body_of(encode(scenario)))
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=4)):
        body[place] = data.draw(st.integers(0, 255))
    try:
        read = decode(link_of(bytes(body)))
    except LinkError:
        return
    assert same_bits(decode(encode(read)), read)
