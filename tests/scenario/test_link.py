"""A link is the scenario to the bit, short, survives mail and forum; nothing else is a link."""

from __future__ import annotations

import json
import re
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from lib.scenario import (
    SLIDERS,
    Comparison,
    LinkError,
    Scenario,
    TrainingPage,
    decode,
    encode,
    preset,
    randomised,
)
from lib.scenario.format import SCENARIO
from lib.scenario.kinds import Choice, Number
from lib.scenario.link import LONGEST
from lib.scenario.record import Record
from lib.scenario.value import TRAINING
from lib.training import TrainingSetup
from tests.scenario.hostile import LINKS, V1_LINKS, V2_LINKS, sealed, unsealed
from tests.scenario.strategies import same_bits, scenarios

NOTES = preset("notes")
UNEVEN = 1 / 3
ENDS_IN_DASH = [example["link"] for example in V1_LINKS if example["link"][-1] in "-_"]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def on_sliders(draw: np.random.Generator) -> Scenario:
    """Every slider at one of its steps, and every choice of the lessons made."""
    row: list[float] = []
    for name, count in (("image", 16), ("kernel", 9), ("dense", 4), ("label", 1)):
        slider = SLIDERS[name]
        steps = draw.integers(0, round((slider.high - slider.low) / slider.step) + 1, count)
        row += [round(float(slider.low + k * slider.step), 6) for k in steps]
    return replace(
        NOTES.with_numbers(row),
        variable="image-2-3",
        precision=6,
        language="zh",
        look="factors",
        backward_view="picture",
        print_all=True,
        seed=int(draw.integers(0, 10**6)),
        operations_done=int(draw.integers(0, 65)),
        probe_output=0.123,
        probe_x=-3.35,
        probe_alpha=-12.3,
        probe_epsilon=-8.25,
        probe_rate=0.7,
    )


def trained(draw: np.random.Generator) -> Scenario:
    """A real image, 13 weights as Adam leaves them, and the run that they come from."""
    image = draw.integers(0, 257, 16) / 256
    scenario = NOTES.with_numbers([*image.tolist(), *(2 * draw.standard_normal(13)).tolist(), 1.0])
    setup = TrainingSetup(
        optimiser="adam",
        learning_rate=0.05,
        first_digit=3,
        second_digit=8,
        batch_size=16,
        batch_seed=int(draw.integers(0, 1000)),
        initial_seed=int(draw.integers(0, 1000)),
        schedule="cosine",
        stop_steps=5000,
    )
    rates = tuple((100 * k, float(draw.choice([0.5, 0.02, draw.random()]))) for k in range(6))
    return replace(scenario, training=setup, step=1234, rate_changes=rates)


@settings(max_examples=60)
@given(scenarios())
def test_a_link_comes_back_to_the_bit(scenario: Scenario) -> None:
    link = encode(scenario)
    assert same_bits(decode(link), scenario)
    assert re.fullmatch(r"2[A-Za-z0-9_-]*[A-Za-z0-9]", link)
    assert len(link) <= LONGEST


@pytest.mark.parametrize(("states", "most"), [(on_sliders, 220), (trained, 600)])
def test_a_link_is_short(states: Callable[[np.random.Generator], Scenario], most: int) -> None:
    draw = np.random.default_rng(1)
    for _ in range(200):
        scenario = states(draw)
        link = encode(scenario)
        assert len(link) <= most
        assert link[-1] not in "-_"
        assert same_bits(decode(link), scenario)


def _longest(kind: Record) -> dict[str, Any]:
    """Every field as long as it gets."""
    longest: dict[str, Any] = {}
    for name, item in kind.kinds.items():
        if isinstance(item, Number):
            longest[name] = int(item.high) if item.whole else item.low + (item.high - item.low) / 3
        elif isinstance(item, Choice):
            longest[name] = max(item.options, key=lambda option: len(str(option)))
    return longest


def test_the_longest_link_of_all_can_be_read() -> None:
    draw = np.random.default_rng(2)
    training = TrainingSetup(**{**_longest(TRAINING), "first_digit": 8})
    compared: Any = {
        "learning_rates": tuple(draw.random(40).tolist()),
        "optimisers": ("adam", "rmsprop", "nesterov", "momentum", "descent"),
        "run_a": 126,
        "run_b": 127,
    }
    page = {"travel_step": 999_999, "travel_image": 1999, "landscape_range": 1000 / 3}
    scenario = Scenario(
        **_longest(SCENARIO)
        | {"image": tuple(-1e-300 * draw.random(16)), "kernel": tuple(-draw.random(9) / 1e9)}
        | {"dense": tuple(draw.random(4)), "name": "练" * 60, "training": training, "seed": 999_999}
        | {"rate_changes": tuple((999_000 + k, float(draw.random())) for k in range(40))}
        | {"comparison": Comparison(**_longest(Record(Comparison)) | compared)}
        | {"training_page": TrainingPage(**_longest(Record(TrainingPage)) | page)}
    )
    link = encode(scenario)
    assert len(link) <= LONGEST
    assert same_bits(decode(link), scenario)


@pytest.mark.parametrize("example", V2_LINKS, ids=lambda example: example["what"])
def test_a_link_of_version_2_means_what_it_meant(example: dict[str, Any]) -> None:
    """Never change a default of a field: old links would mean something else. Change the preset."""
    now = json.loads(json.dumps(SCENARIO.write(decode(example["link"]))))
    then = json.loads(json.dumps(SCENARIO.write(SCENARIO.read(example["says"]))))
    assert now == then
    for name, value in example["says"].items():
        if isinstance(value, dict):
            assert now[name].items() >= value.items()
        else:
            assert now[name] == value


@pytest.mark.parametrize(
    "damage",
    [
        *(lambda link, end=end: link + end for end in ".,;:!?)]}>'\"’”。，）"),
        *(
            lambda link, end=end: link + end
            for end in ("\n", " ", "=", "\r\n\t", "\xa0", ")._", "**")
        ),
        lambda link: f"<{link}>",
        lambda link: f"_{link}_",
        lambda link: "\ufeff \n" + link,
        lambda link: "\n".join(re.findall(".{1,20}", link)),
        lambda link: "=\r\n> ".join(re.findall(".{1,60}", link)),
        lambda link: " ".join(link),
        lambda link: link[:9] + "\u200b" + link[9:],
    ],
)
@pytest.mark.parametrize(
    ("link", "scenario"),
    [
        *((encode(randomised(NOTES, seed)), randomised(NOTES, seed)) for seed in (34, 77, 4711)),
        *((link, decode(link)) for link in ENDS_IN_DASH),
    ],
    ids=lambda value: value[:6] if isinstance(value, str) else "",
)
def test_a_link_that_mail_or_forum_changed_is_found_again(
    damage: Callable[[str], str], link: str, scenario: Scenario
) -> None:
    assert same_bits(decode(damage(link)), scenario)


def test_an_old_link_that_lost_its_last_dash_is_found_again() -> None:
    assert {link[-1] for link in ENDS_IN_DASH} == {"-", "_"}
    for link in ENDS_IN_DASH:
        whole = decode(link)
        assert same_bits(decode(link[:-1]), whole)
        assert same_bits(decode(f"{link[:-1]}."), whole)


def test_one_character_changed_anywhere_is_noticed() -> None:
    link = encode(randomised(NOTES, 3))
    for place, old in enumerate(link):
        for new in "Aa02-_z":
            if new != old:
                with pytest.raises(LinkError):
                    decode(link[:place] + new + link[place + 1 :])


def test_a_link_cut_anywhere_is_noticed() -> None:
    link = encode(replace(NOTES, step=9, rate_changes=((3, 1.0),)))
    for length in range(len(link)):
        with pytest.raises(LinkError):
            decode(link[:length])


def test_the_spare_bits_of_the_last_character_are_no_second_spelling() -> None:
    for seed in range(6):
        link = encode(randomised(NOTES, seed))
        neighbour = ALPHABET[ALPHABET.index(link[-1]) ^ 1]
        assert unsealed(link[1:]) == unsealed(link[1:-1] + neighbour)
        with pytest.raises(LinkError):
            decode(link[:-1] + neighbour)


@pytest.mark.parametrize("text", LINKS, ids=lambda text: ascii(text[:16]))
def test_what_is_no_link_is_refused_at_little_cost(text: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(LinkError):
            decode(text)
        assert tracemalloc.get_traced_memory()[1] <= 1_000_000
    finally:
        tracemalloc.stop()


def test_nothing_may_follow_what_is_packed() -> None:
    body = unsealed(encode(randomised(NOTES, 1))[1:]).rstrip(b"\0")
    assert decode("2" + sealed(body)).seed == decode("2" + sealed(body + b"\0")).seed == 1
    for more in (b"\1", b"\0\0", body):
        with pytest.raises(LinkError):
            decode("2" + sealed(body + more))


@pytest.mark.parametrize("seed", range(5))
def test_a_run_from_the_sliders_costs_a_link_little(seed: int) -> None:
    """Its numbers are in the link already, so they are packed as a repetition."""
    scenario = randomised(NOTES, seed)
    setup = replace(scenario.training, data="image", initial="given")
    run = replace(scenario, training=replace(setup, given=scenario.given))
    assert decode(encode(run)) == run
    plain = replace(scenario, training=setup)
    assert len(encode(run)) - len(encode(plain)) < 25
    moved = run.with_numbers(NOTES.numbers)
    assert decode(encode(moved)).training.given == scenario.given  # and stays when they move
