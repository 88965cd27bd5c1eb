"""Our side: the very classes that the training page uses."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

import numpy as np

from benchmarks import bare, bare_composed
from benchmarks.networks import NETWORKS, Arrays, numbers_of
from benchmarks.timing import BATCHES, RATE, SWEEPS, data, fastest, first_weights, report
from lib.network import Architecture
from lib.training import Dataset, Run, Sweep, TrainingSetup, layered_gradient, sweep_setups
from lib.training.gradient import mean_gradient

STEPS, FEWER = 1024, 256
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


def composed(count: int) -> dict[str, float]:
    """µs a step of other networks: a run with its curves, bare, and in the readable form."""
    results: dict[str, float] = {}
    for name, net in NETWORKS.items():
        weights, images, labels = numbers_of(net, count)
        seen, said = images[:, 0], labels if net.outputs > 1 else labels[:, 0]
        classes = tuple(map(str, range(max(2, net.outputs))))
        data = Dataset("own", classes, seen, said, seen[:0], said[:0])
        run = Run(replace(SETUP, architecture=net), data)

        def alone(net: Architecture = net, numbers: Arrays = (weights, images, labels)) -> None:
            w, pixels, targets = numbers
            bare_composed.train(net, pixels, targets, w.copy(), RATE, FEWER)

        by_run, by_hand = [], []
        for _ in range(9):  # turn about, as above
            by_run.append(fastest(partial(run.advance, FEWER), 2) / FEWER)
            by_hand.append(fastest(alone, 2) / FEWER)
        readable = partial(layered_gradient.mean_gradient, net, weights, images, labels)
        results |= {
            f"composed_{name}_us_n{count}": min(by_run),
            f"composed_{name}_bare_us_n{count}": min(by_hand),
            f"composed_{name}_readable_us_n{count}": fastest(readable, 20),
        }
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
        found |= composed(batch)
    found |= growth()
    assert np.isfinite(list(found.values())).all()
    report(found)
