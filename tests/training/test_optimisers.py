"""Each optimiser does what its rule says, and what PyTorch does."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sympy.parsing.latex import parse_latex

from lib.training import OPTIMISERS, Run, TrainingSetup, weight_symbols, weight_update
from lib.training.optimisers import Now

CURVES = json.loads(Path(__file__).with_name("pytorch_curves.json").read_text())


@pytest.mark.parametrize("number", range(len(CURVES["runs"])))
def test_losses_and_weights_are_those_of_pytorch(number: int) -> None:
    recorded = CURVES["runs"][number]
    run = Run(TrainingSetup(**recorded["setup"]))
    run.advance(CURVES["steps"])
    np.testing.assert_allclose(run.history.batch_loss, recorded["losses"], rtol=0, atol=1e-9)
    weights = np.append(run.parameters.kernel, run.parameters.dense)
    np.testing.assert_allclose(weights, recorded["weights"], rtol=0, atol=1e-9)


def test_every_optimiser_was_recorded() -> None:
    assert {recorded["setup"]["optimiser"] for recorded in CURVES["runs"]} == set(OPTIMISERS)
    for recorded in CURVES["runs"]:
        assert abs(recorded["losses"][0] - recorded["losses"][-1]) > 0.01


@pytest.mark.parametrize("kind", sorted(OPTIMISERS))
@pytest.mark.parametrize("weight", [2, 11])
def test_the_rule_with_its_numbers_in_is_true(kind: str, weight: int) -> None:
    setup = TrainingSetup(optimiser=kind, learning_rate=0.1, l2=0.01)
    run = Run(setup)
    run.advance(30)
    for step in (0, 17):
        update = weight_update(setup, run.at(step), weight)
        assert update.after["w"] == run.path(step + 1, step + 1)[0, weight]
        assert update.change == update.after["w"] - run.path(step, step)[0, weight]
        for line in update.lines(lambda x: f"{x:.17f}"):
            left, right = line.rsplit(" = ", 1)
            assert float(parse_latex(left).evalf(30)) == pytest.approx(float(right), abs=1e-12)


@pytest.mark.parametrize("kind", sorted(OPTIMISERS))
def test_what_is_remembered_is_named_in_the_rule(kind: Any) -> None:
    optimiser = OPTIMISERS[kind]
    for symbol in optimiser.memory:
        assert any(line.startswith(rf"{symbol} \leftarrow") for line in optimiser.latex)
    assert optimiser.latex[-1].startswith(r"w \leftarrow")


@pytest.mark.parametrize("kind", sorted(OPTIMISERS))
def test_many_runs_move_as_each_alone(kind: Any) -> None:
    random = np.random.default_rng(0)
    setup, optimiser = TrainingSetup(), OPTIMISERS[kind]
    rates = np.array([0.1, 0.02, 3.0])
    w, gradients = random.standard_normal((13, 3)), random.standard_normal((4, 13, 3))
    alone = w.copy()
    memory = np.zeros((len(optimiser.memory), 13, 3))
    for t, g in enumerate(gradients, start=1):
        optimiser.move(Now(setup, w, g, memory, rates, t))
    for run, rate in enumerate(rates):
        own, own_memory = alone[:, run].copy(), np.zeros((len(optimiser.memory), 13))
        for t, g in enumerate(gradients, start=1):
            optimiser.move(Now(setup, own, g[:, run], own_memory, float(rate), t))
        np.testing.assert_allclose(w[:, run], own, rtol=1e-14)


def test_a_weight_that_is_not_there() -> None:
    run = Run(TrainingSetup())
    with pytest.raises(ValueError, match="weight: got 13, wanted 0…12"):
        weight_update(run.setup, run.at(0), 13)


def test_symbols_are_those_of_the_notes() -> None:
    symbols = weight_symbols()
    assert symbols[:4] == ("w_{00}", "w_{01}", "w_{02}", "w_{10}")
    assert symbols[8:] == ("w_{22}", "w_a", "w_b", "w_c", "w_d")


def test_momentum_after_a_change_of_the_rate() -> None:
    """The form that is used, and the other one that books have; the values are independent."""
    setup, rates = TrainingSetup(momentum=0.9), (2.0, 1.0, 0.5)
    w, memory = np.zeros(1), np.zeros((1, 1))
    for t, rate in enumerate(rates, start=1):
        OPTIMISERS["momentum"].move(Now(setup, w, np.ones(1), memory, rate, t))
    assert w[0] == pytest.approx(-5.255, rel=1e-12)
    other, v = 0.0, 0.0
    for rate in rates:
        v = 0.9 * v - rate
        other += v
    assert other == pytest.approx(-7.82, rel=1e-12)
