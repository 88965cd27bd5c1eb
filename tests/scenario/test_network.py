"""A composed network: its numbers fit its places, and the notes' numbers stay beside it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation import variables
from lib.derivation.steps import walk
from lib.network import NOTES as NOTES_NETWORK
from lib.network import Architecture, passes
from lib.network.places import split
from lib.scenario import (
    FileError,
    Network,
    Scenario,
    decode,
    encode,
    preset,
    randomised,
    read_file,
    recomposed,
    with_numbers_of,
)
from lib.scenario.__main__ import main
from lib.scenario.limits import MOST_OPERATIONS
from lib.scenario.link import LONGEST
from lib.scenario.network import counts, drawn
from tests.network.random_architectures import ONE_OF_EACH, architectures
from tests.scenario.strategies import networks, same_bits, scenarios

NOTES = preset("notes")
TWO = Architecture(kernels=2, kernel_bias=True, activation="relu", outputs=3, head="softmax")
SEEDS = st.integers(0, 999_999)


def written(**network: Any) -> bytes:
    return json.dumps({"version": 2, "network": network}).encode()


@settings(max_examples=30)
@given(networks())
def test_its_numbers_go_through_the_layers(network: Network) -> None:
    net, state = network.architecture, network.state()
    learned = [*network.kernel, *network.kernel_bias, *network.dense, *network.dense_bias]
    parameters = split(net, np.array(learned))
    image = np.reshape(network.image, net.image_shape)
    shape = (net.kernels, *net.last_map_shape) if net.head == "given" else (net.outputs,)
    target = np.reshape(network.target, shape)
    values = passes.forward(net, parameters, image)
    loss = passes.backward(net, parameters, values, image, target)["loss"]
    assert state.loss == pytest.approx(float(loss), rel=1e-12)
    assert network.with_numbers(network.numbers) == network


def of_notes(scenario: Scenario) -> Network:
    return Network(
        image=scenario.image,
        kernel=scenario.kernel,
        dense=scenario.dense,
        target=(scenario.label,),
    )


@settings(max_examples=30)
@given(scenarios(), architectures(), SEEDS)
def test_another_architecture_keeps_what_has_a_place(
    scenario: Scenario, architecture: Architecture, seed: int
) -> None:
    new = recomposed(scenario, architecture, seed)
    assert new.architecture == architecture
    assert (new.network is None) == (architecture == NOTES_NETWORK)
    fresh = drawn(architecture, seed)
    before, after = scenario.network or of_notes(scenario), new.network or of_notes(new)
    same = architecture.kernel_shape == scenario.architecture.kernel_shape
    same = same and architecture.kernels == scenario.architecture.kernels
    same = same and architecture.channels == scenario.architecture.channels
    assert after.kernel == (before.kernel if same else fresh.kernel)
    if architecture.image_shape == scenario.architecture.image_shape:
        assert after.image == before.image
    for name in ("image", "kernel", "dense", "label", "practice", "precision"):
        assert getattr(new, name) == getattr(scenario, name)
    keys = [variable.key for variable in variables(architecture)]
    assert new.variable == (scenario.variable if scenario.variable in keys else keys[0])
    back = new.with_network(None)
    assert back.numbers == scenario.with_network(None).numbers


def test_an_image_is_cropped_and_continued() -> None:
    small = recomposed(NOTES, Architecture(rows=3, columns=3), 1)
    assert small.network is not None
    a = NOTES.image
    assert small.network.image == (*a[0:3], *a[4:7], *a[8:11])
    large = recomposed(NOTES, Architecture(rows=5, columns=6, kernel_rows=2), 1)
    assert large.network is not None
    pixels = np.reshape(large.network.image, (5, 6))
    np.testing.assert_array_equal(pixels[:4, :4], NOTES.image_array)
    fresh = np.reshape(drawn(large.architecture, 1).image, (5, 6))
    np.testing.assert_array_equal(pixels[4:], fresh[4:])


def test_a_label_that_the_new_head_does_not_allow_is_drawn() -> None:
    half = recomposed(replace(NOTES, label=0.5), Architecture(outputs=2), 3)
    softmax = recomposed(half, Architecture(outputs=2, head="softmax"), 3)
    assert softmax.network is not None
    assert sorted(softmax.network.target) == [0.0, 1.0]


@settings(max_examples=30)
@given(architectures(), SEEDS)
def test_a_seed_draws_every_number(architecture: Architecture, seed: int) -> None:
    scenario = randomised(recomposed(NOTES, architecture, 0), seed)
    assert scenario.seed == seed
    assert scenario.numbers == drawn(architecture, seed).numbers
    assert all(number == round(number, 2) for number in scenario.numbers)
    assert scenario.with_network(None).numbers == NOTES.numbers


@settings(max_examples=30)
@given(scenarios(), scenarios())
def test_numbers_of_another_bring_its_network(one: Scenario, other: Scenario) -> None:
    new = with_numbers_of(one, other)
    assert new.numbers == other.numbers
    assert new.network == other.network
    assert with_numbers_of(new, one).numbers == one.numbers


@pytest.mark.parametrize(
    ("network", "place", "wanted"),
    [
        ({"architecture": {"kernels": 2}}, "network.kernel", "a list of 18 values"),
        ({"architecture": {"kernel_bias": True}}, "network.kernel_bias", "a list of 1 values"),
        ({"dense_bias": [1]}, "network.dense_bias", "a list of 0 values"),
        ({"target": [1.5]}, "network.target[0]", "a number from 0 to 1"),
        ({"image": [0] * 15 + [1e4]}, "network.image[15]", "a number from −1000 to 1000"),
        ({"architecture": {"rows": 9}}, "network.architecture.rows", "a whole number from 1 to 8"),
        ({"architecture": {"stride": 2}}, "network.architecture", "an object whose values go"),
        ({"architecture": {"head": "huber"}}, "network.architecture.head", "one of `"),
        ({"layers": 3}, "network.layers", "left out"),
        (
            {"architecture": {"outputs": 2, "head": "softmax"}, "dense": [0] * 8, "target": [1, 1]},
            "network.target",
            "a list of 2 values, 1 for one class",
        ),
    ],
)
def test_an_error_says_where_and_what(network: dict[str, Any], place: str, wanted: str) -> None:
    with pytest.raises(FileError) as caught:
        read_file(written(**network))
    assert f"`{place}` has to be {wanted}" in caught.value.sentence.en


def test_no_other_thing_stands_for_a_network() -> None:
    for bad in (3, "notes", [], True):
        with pytest.raises(FileError, match=r"`network` has to be an object .*, or null"):
            read_file(json.dumps({"version": 2, "network": bad}).encode())
    assert read_file(b'{"version": 2, "network": null}').scenario == NOTES


def test_a_variable_is_one_of_its_network() -> None:
    scenario = recomposed(NOTES, TWO, 1)
    assert replace(scenario, variable="kernel-1-2-2").variable == "kernel-1-2-2"
    for bad in ("kernel-2-2", "alpha", "s-0"):
        with pytest.raises(ValueError, match="variable: wanted one of"):
            replace(scenario, variable=bad)
    with pytest.raises(ValueError, match="variable: wanted one of"):
        replace(NOTES, variable="kernel-1-2-2")


def test_a_link_holds_what_differs() -> None:
    short = encode(recomposed(NOTES, Architecture(activation="relu"), 1))
    assert len(short) - len(encode(NOTES)) < 60
    largest = max(ONE_OF_EACH, key=lambda net: net.number_count)
    network = drawn(largest, 1)
    uneven = [number / 3 for number in network.numbers[: -largest.outputs]]
    scenario = NOTES.with_network(network.with_numbers([*uneven, *network.target]))
    assert len(encode(scenario)) < LONGEST / 2
    assert same_bits(decode(encode(scenario)), scenario)


@pytest.mark.parametrize("architecture", ONE_OF_EACH, ids=lambda net: net.head)
def test_its_walk_through_can_be_kept(architecture: Architecture) -> None:
    count = len(walk(drawn(architecture, 1).state(), 0.1).steps)
    assert count <= MOST_OPERATIONS
    scenario = recomposed(NOTES, architecture, 1)
    assert replace(scenario, operations_done=count).operations_done == count


def test_the_answer_key_is_that_of_the_network(capsys: pytest.CaptureFixture[str]) -> None:
    scenario = recomposed(NOTES, TWO, 1)
    assert main([encode(scenario), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    state = scenario.state()
    known = variables(TWO)
    assert told["partials"] == {v.key: state.gradient(v) for v in known}
    assert main([encode(scenario)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == [v.key for v in known]


def test_every_array_has_its_count() -> None:
    assert list(counts(TWO)) == [one.name for one in fields(Network)][1:]
    assert counts(TWO) == {
        "image": 16, "kernel": 18, "kernel_bias": 2, "dense": 24, "dense_bias": 0, "target": 3,
    }  # fmt: skip
