"""Any network is practised: each mistake is an edit of its derivation, and traps are not asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings

from lib.derivation import State, Variable, variables
from lib.derivation.expression import MOST_TERMS
from lib.derivation.nudge import estimates
from lib.network import Architecture
from lib.network.nudge import EPSILON
from lib.network.places import places
from lib.network.validate import Array
from lib.practice import (
    KINDS,
    Instance,
    Item,
    Mistake,
    diagnose,
    help_after,
    hunt_in_derivation,
    indistinguishable,
    judge_lines,
    line_keys,
    line_values,
)
from lib.practice.tree import unmarked
from lib.scenario.network import drawn
from lib.scenario.practice import MOST_LINES
from tests.network.random_architectures import ONE_OF_EACH, Case, cases
from tests.practice.test_mistakes import OF_OTHERS

STRIDES = Architecture(
    channels=2, rows=5, columns=5, stride=2, padding=1, activation="relu", kernel_bias=True
)
CLASSES = Architecture(
    rows=3, columns=3, kernel_rows=2, kernel_columns=2, kernel_bias=True, activation="relu",
    pool="max", outputs=3, head="softmax",
)  # fmt: skip
SIGNAL = Architecture(rows=1, columns=8, kernel_rows=1, padding=1, stride=1, activation="none",
                      kernel_columns=3, pool="max", head="squared", dense_bias=True)  # fmt: skip
LEAKY = Architecture(rows=6, columns=6, activation="leaky_relu", pool="max")
EVERY = (*ONE_OF_EACH[1:], STRIDES, CLASSES, SIGNAL, LEAKY)


def of_case(case: Case) -> State:
    return State.of_network(case.net, case.parameters, case.image, case.target)


@cache
def instance_of(net: Architecture) -> Instance:
    return Instance.of_state(drawn(net, 7).state())


def one_of_each_place(net: Architecture) -> Iterator[Item]:
    """An item of every place of which something may be asked."""
    instance = instance_of(net)
    by_place = {variable.group: variable for variable in reversed(instance.variables)}
    return (instance.item(variable) for variable in by_place.values())


@settings(max_examples=10)
@given(cases(5))
def test_the_right_formula_is_the_gradient(case: Case) -> None:
    state = of_case(case)
    instance = Instance.of_state(state)
    for variable in instance.variables[::5]:
        item = instance.item(variable)
        assert abs(item.work.tree.value - item.right) <= 1e-12 * item.scale
        assert item.right == state.gradient(variable)
        for formula in item.spoilt:
            wrong = item.wrong[formula.mistake]
            assert float(formula.tree.value) == wrong
            assert unmarked(formula.tree).value == pytest.approx(wrong, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("net", EVERY, ids=str)
def test_right_answers_are_right_and_each_mistake_is_told(net: Architecture) -> None:
    for item in one_of_each_place(net):
        assert diagnose(item, f"{item.right:.6g}").outcome == "right"
        lines = {key: f"{value:.5e}" for key, value in line_values(item).items()}
        assert len(lines) <= MOST_LINES + 1
        assert {line.outcome for line in judge_lines(item, lines)} == {"right"}
        first = line_keys(item)[0]
        lines[first] = f"{-line_values(item)[first]:.5e}"
        (wrong,) = [line for line in judge_lines(item, lines) if line.first]
        assert wrong.key == first
        for mistake, value in item.wrong.items():
            verdict = diagnose(item, f"{value:.6g}")
            if verdict.outcome in ("named", "ask"):
                assert mistake in verdict.mistakes
            assert verdict.outcome in ("named", "ask", "right", "rounded", "more_digits")
            assert help_after(item, verdict).line in lines


def test_every_kind_of_other_networks_is_there_and_only_where_it_means_something() -> None:
    found = {m.kind for net in EVERY for item in one_of_each_place(net) for m in item.wrong}
    assert set(OF_OTHERS.split()) <= found
    assert found <= set(KINDS)
    kinds = {m.kind for item in one_of_each_place(CLASSES) for m in item.wrong}
    assert not kinds & {
        "no_sigmoid_slope", "s_for_o", "no_square", "no_share", "no_factor_2", "no_output_slope",
        "stride_ignored", "next_channel", "no_given",
    }  # fmt: skip


def by_hand(net: Architecture, **changed: object) -> Instance:
    known: dict[str, Array] = {
        one.name: np.linspace(0.1, 0.9, one.count) * (-1.0) ** np.arange(one.count)
        for one in places(net).values()
        if one.role in ("parameter", "image")
    }
    known |= {name: np.asarray(value) for name, value in changed.items()}
    label = [1.0, *[0.0] * (net.outputs - 1)]
    image = known.pop("image")
    return Instance.of_state(State.of_network(net, known, image, label))


def test_a_lost_max_and_a_dead_relu_are_not_asked() -> None:
    """One kernel weight over 2×2 cells, whose largest is the last; and all of them negative."""
    net = Architecture(rows=2, columns=2, kernel_rows=1, kernel_columns=1, activation="relu",
                       pool="max", head="squared")  # fmt: skip
    alive = by_hand(net, kernel=[2.0], dense=[1.5], image=[0.1, 0.2, 0.3, 0.4])
    assert Variable("image", (1, 1)) in alive.variables
    assert alive.left_out(Variable("image", (0, 0))) == "zero"
    weight = alive.item(Variable("kernel", (0, 0)))
    error = 2 * (1.5 * 0.8 - 1.0)
    assert weight.right == pytest.approx(error * 1.5 * 0.4)
    assert weight.wrong[Mistake("max_to_all")] == pytest.approx(error * 1.5 * 1.0)
    assert weight.wrong[Mistake("max_first")] == pytest.approx(error * 1.5 * 0.1)
    assert weight.wrong[Mistake("max_shared")] == pytest.approx(error * 1.5 * 0.1)
    assert weight.wrong[Mistake("no_factor_2")] == pytest.approx(error * 1.5 * 0.2)
    dead = by_hand(net, kernel=[-2.0], dense=[1.5], image=[0.1, 0.2, 0.3, 0.4])
    assert {v.group for v in dead.variables} == {"pooled", "o", "alpha"}
    with pytest.raises(LookupError):
        hunt_in_derivation(0, by_hand(net, kernel=[-2.0], dense=[0.0], image=[0.1, 0.2, 0.3, 0.4]))


def test_a_bias_that_was_forgotten_changes_what_comes_after_it() -> None:
    net = Architecture(rows=1, columns=1, kernel_rows=1, kernel_columns=1, kernel_bias=True,
                       dense_bias=True, activation="tanh", head="squared")  # fmt: skip
    item = by_hand(
        net, kernel=[0.5], kernel_bias=[0.3], dense=[2.0], dense_bias=[-0.4], image=[0.8]
    ).item(Variable("kernel", (0, 0)))

    def answer(b: float, c: float) -> float:
        o = np.tanh(0.5 * 0.8 + b)
        return float(2 * (2 * o + c - 1) * 2 * (1 - o**2) * 0.8)

    assert item.right == pytest.approx(answer(0.3, -0.4))
    assert item.wrong[Mistake("kernel_bias_forgotten")] == pytest.approx(answer(0.0, -0.4))
    assert item.wrong[Mistake("dense_bias_forgotten")] == pytest.approx(answer(0.3, 0.0))


def test_long_derivations_are_not_asked() -> None:
    net = ONE_OF_EACH[-1]
    instance = instance_of(net)
    long = [v for v in variables(net) if instance.left_out(v) == "long"]
    assert long
    assert all(len(instance.item(v).work.structure) <= MOST_TERMS for v in instance.variables[::9])


@pytest.mark.parametrize("net", EVERY[::3], ids=str)
def test_a_bug_of_any_network_changes_what_it_says(net: Architecture) -> None:
    instance = instance_of(net)
    for number in range(3):
        hunt = hunt_in_derivation(number, instance)
        assert hunt.variable is not None
        item = instance.item(hunt.variable)
        assert hunt.mistake in item.wrong
        assert hunt.names[hunt.name] == hunt.mistake
        assert len(hunt.names) > 1
        assert hunt.wrong
        nudged = estimates(hunt.nudged.variable, instance.state, [EPSILON]).central[0]
        assert hunt.nudged.nudge == pytest.approx(nudged, rel=1e-4, abs=1e-7)


def test_what_numbers_of_any_network_cannot_show_is_said() -> None:
    state = drawn(CLASSES, 7).state()
    variable = Instance.of_state(state).variables[0]
    found = indistinguishable(state, variable)
    assert all(m.words("en") and m.words("zh") for m in found.hidden)
