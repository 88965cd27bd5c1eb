"""Our side: the very classes that the training page uses."""

from __future__ import annotations

import time
from functools import partial

import numpy as np

from benchmarks import bare
from benchmarks.networks import NETWORKS, numbers_of
from benchmarks.timing import BATCHES, RATE, SWEEPS, data, fastest, first_weights, report
from lib.network.validate import Array
from lib.training import Dataset, Run, Sweep, TrainingSetup, layered_gradient, sweep_setups
from lib.training.gradient import mean_gradient
from lib.training.layered_gradient import LayeredGradient, cut_columns

STEPS = 1024
SETUP = TrainingSetup(data="own", learning_rate=RATE)


def dataset(count: int, tested: bool = False) -> Dataset:
    images, labels = data(count)
    test = slice(None) if tested else slice(0)
    return Dataset("own", ("0", "1"), images, labels, images[test], labels[test])


def one_run(count: int) -> dict[str, float]:
    """µs a step: a run with its curves, with a test set too, bare, and in the readable form."""
    images, labels = data(count)
    weights = first_weights(1)[0]

    def readable() -> None:
        w = weights.copy()
        for _ in range(64):
            w -= RATE * mean_gradient(w, images, labels)[1]

    run, tested = Run(SETUP, dataset(count)), Run(SETUP, dataset(count, tested=True))
    # turn about, so that a slow moment of the machine does not fall on one of the two
    ours, alone = [], []
    for _ in range(9):
        ours.append(fastest(lambda: run.advance(STEPS), 2) / STEPS)
        alone.append(
            fastest(lambda: bare.train(images, labels, weights.copy(), RATE, STEPS), 2) / STEPS
        )
    return {
        f"ours_us_n{count}": min(ours),
        f"bare_us_n{count}": min(alone),
        f"ours_with_test_set_us_n{count}": fastest(lambda: tested.advance(STEPS)) / STEPS,
        f"readable_us_n{count}": fastest(readable, 3) / 64,
    }


def other_networks(count: int) -> dict[str, float]:
    """µs a step of gradient descent, by the plan and in the readable form."""
    results = {}
    for name, net in NETWORKS.items():
        weights, images, labels = numbers_of(net, count)
        alpha, gradient = np.empty((net.outputs, count)), np.empty(net.parameter_count)
        columns = cut_columns(net, images)
        plan = LayeredGradient(net, columns, labels, weights, alpha, gradient)

        def train(
            plan: LayeredGradient = plan, weights: Array = weights, gradient: Array = gradient
        ) -> None:
            with np.errstate(all="ignore"):
                for _ in range(256):
                    plan()
                    weights -= RATE * gradient

        results[f"{name}_us_n{count}"] = fastest(train) / 256
        by_hand = partial(layered_gradient.mean_gradient, net, weights, images, labels)
        results[f"{name}_readable_us_n{count}"] = fastest(by_hand, 20)
    return results


def sweep(count: int, runs: int) -> float:
    """µs a step and network."""
    setups = sweep_setups(SETUP, initial_seeds=range(runs))
    trained = Sweep(setups, dataset(count))
    steps = 256
    return fastest(lambda: trained.advance(steps)) / steps / runs


def growth() -> dict[str, float]:
    """What a step costs as images, networks and steps grow."""
    results = {}
    for count in (1, 4, 64, 1024, 4096):
        run = Run(SETUP, dataset(count))
        results[f"ours_us_n{count}"] = fastest(partial(run.advance, 256), 4) / 256
    for runs in (1, 2, 4, 8, 16, 64):
        results[f"sweep{runs}_us_n16"] = sweep(16, runs)
    for steps in (1_000, 10_000, 100_000):
        run = Run(SETUP, dataset(16))
        start = time.perf_counter()
        while run.step < steps:
            run.advance(min(1000, steps - run.step))
        results[f"ours_us_a_step_over_{steps}_steps"] = (time.perf_counter() - start) / steps * 1e6
        results[f"history_megabytes_{steps}_steps"] = run.history.size_in_bytes / 1e6
        middle = steps // 2 + 63
        results[f"time_travel_ms_in_{steps}_steps"] = fastest(partial(run.at, middle))
        results[f"time_travel_ms_in_{steps}_steps"] /= 1000
    return results


if __name__ == "__main__":
    found: dict[str, float] = {}
    for batch in BATCHES:
        found |= one_run(batch)
    for images, networks in SWEEPS:
        found[f"sweep{networks}_us_n{images}"] = sweep(images, networks)
    for batch in BATCHES:
        found |= other_networks(batch)
    found |= growth()
    assert np.isfinite(list(found.values())).all()
    report(found)
