"""How often practice is right about an answer: ``python -m benchmarks.practice``.

A thousand certified instances; results in ``practice.json``, flat. What is counted:

``single_…``        one mistake, answered with four significant digits
``unrelated_named`` numbers that come from no mistake, four digits, right · 10^U(−1, 1), any sign
``rounded_…``       the right method, every single operation rounded to 3 or 4 decimals or digits
                    along ways that the judge does not know. Accused: named or asked about
``pairs_…``         two mistakes at once
``asked_back_…``    several mistakes with one number: does the question tell them apart?
``first_wrong_…``   four-line answers with one mistake at a random line

The same on a thousand seeds that nobody chose stands under ``any_seed_…``.
"""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from lib.derivation import State, Variable
from lib.network import Pixel
from lib.practice.certified import exercises
from lib.practice.diagnose import diagnose
from lib.practice.instance import LARGEST_SEED
from lib.practice.item import Item, instances_of_seeds
from lib.practice.judge_lines import judge_lines
from lib.practice.kind import Kind
from lib.practice.lines import line_keys, line_mistakes, line_values
from lib.practice.mistakes import KINDS
from lib.practice.work import Working

RESULTS = Path(__file__).with_name("practice.json")
SEEDS, UNRELATED, PAIRS, ROUNDED, LINES = 1_000, 100_000, 20_000, 20_000, 3_000
BATCH = 100

Counts = Counter[str]


def certified_batches() -> Iterator[list[Item]]:
    """The certified items of a thousand instances, a batch at a time."""
    some = exercises()[:SEEDS]
    for first in range(0, SEEDS, BATCH):
        part = some[first : first + BATCH]
        made = instances_of_seeds([exercise.seed for exercise in part])
        yield [
            instance.item(variable)
            for exercise, instance in zip(part, made, strict=True)
            for variable in exercise.variables
        ]


def any_batches() -> Iterator[list[Item]]:
    """All items of a thousand seeds from the far end, where no certified one is taken from."""
    for first in range(LARGEST_SEED - SEEDS, LARGEST_SEED, BATCH):
        made = instances_of_seeds(range(first, first + BATCH))
        yield [instance.item(variable) for instance in made for variable in instance.variables]


def four(value: float) -> str:
    """Four significant digits."""
    return f"{value:.3e}"


def singles(items: list[Item], counts: Counts) -> None:
    """Every mistake of every item."""
    for item in items:
        for mistake, value in item.wrong.items():
            verdict = diagnose(item, four(value))
            there = mistake in verdict.mistakes and len(verdict.mistakes) <= 3
            counts["singles"] += 1
            counts["found"] += there
            counts["named"] += verdict.outcome == "named"
            counts["misnamed"] += verdict.outcome == "named" and not there
            if verdict.outcome in ("ask", "right", "rounded") and len(verdict.mistakes) > 1:
                counts["asked"] += 1
                counts["separated"] += verdict.question is not None


def unrelated(items: list[Item], share: int, rng: random.Random, counts: Counts) -> None:
    """Numbers that nobody's mistake gave."""
    for _ in range(share):
        item = rng.choice(items)
        value = item.right * 10 ** rng.uniform(-1, 1) * rng.choice((1, -1))
        if abs(value - item.right) <= 0.01 * abs(item.right):
            continue
        counts["unrelated"] += 1
        counts[f"unrelated {diagnose(item, four(value)).outcome}"] += 1


def pairs(items: list[Item], share: int, rng: random.Random, counts: Counts) -> None:
    """Two mistakes in one formula: the second edit made on what the first has left."""
    for _ in range(share // 20):
        item = rng.choice(items)
        for value in islice(_twice_spoilt(item, rng), 20):
            verdict = diagnose(item, four(value))
            counts["pairs"] += 1
            counts["pairs certain"] += verdict.certain and verdict.outcome != "right"
            counts["pairs right"] += verdict.outcome == "right"
            counts["pairs named"] += verdict.outcome == "named"


def _twice_spoilt(item: Item, rng: random.Random) -> Iterator[float]:
    first = list(item.spoilt)
    rng.shuffle(first)
    for formula in first:
        work = Working(item.variable, item.work.examples, formula.tree)
        known = (0.0, item.right, item.wrong[formula.mistake])
        kind: Kind = rng.choice(list(KINDS.values()))
        for _, tree in kind.edits(work):
            with np.errstate(all="ignore"):
                value = float(tree.evaluate(textbook=False))
            if math.isfinite(value) and all(abs(value - x) > 1e-9 for x in known):
                yield value


Hand = Callable[[float], float]
HANDS: dict[str, tuple[Hand, ...]] = {
    "4": (lambda x: round(x, 4), lambda x: float(f"{x:.4g}")),
    "3": (lambda x: round(x, 3), lambda x: float(f"{x:.3g}")),
}


def rounded(items: list[Item], share: int, rng: random.Random, counts: Counts) -> None:
    """The right method, every operation rounded."""
    for _ in range(share):
        item = rng.choice(items)
        for digits, hands in HANDS.items():
            for hand in hands:
                try:
                    value = worked_by_hand(item.instance.state, item.variable, hand, rng)
                except (ZeroDivisionError, OverflowError):
                    continue
                if value == 0.0:
                    continue  # nothing is left to answer with
                verdict = diagnose(item, repr(value))
                counts[f"rounded {digits}"] += 1
                counts[f"rounded {digits} accepted"] += verdict.outcome == "right"
                counts[f"rounded {digits} early"] += verdict.outcome == "rounded"
                counts[f"rounded {digits} accused"] += verdict.outcome in ("named", "ask")


def worked_by_hand(state: State, variable: Variable, hand: Hand, rng: random.Random) -> float:
    """∂L/∂variable by someone who writes down and rounds every single operation.

    Written without the formula trees: e^{-x} on paper, ∂L/∂y_out in its two-term form, window by
    window. Where there are two ways, one is drawn.
    """
    geometry, image, kernel = state.geometry, state.image, state.parameters.kernel
    dense, yy = state.parameters.dense, state.label

    def sigmoid(x: float) -> float:
        return hand(1 / hand(1 + hand(math.exp(-x))))

    def slope(x: float) -> float:
        if rng.random() < 0.5:
            decay = hand(math.exp(-x))
            return hand(decay / hand(hand(1 + decay) ** 2))
        return hand(sigmoid(x) * hand(1 - sigmoid(x)))

    s, o = [], []
    alpha = 0.0
    for window in geometry.windows():
        total = 0.0
        for m, n in geometry.kernel_entries():
            total = hand(
                total + hand(float(kernel[m, n]) * float(image[window.i + m, window.j + n]))
            )
        s.append(total)
        o.append(sigmoid(total))
        alpha = hand(alpha + hand(float(dense[window.k]) * o[-1]))
    y = sigmoid(alpha)
    group, index = variable.group, variable.index
    by_output = hand(hand(hand(1 - yy) / hand(1 - y)) - hand(yy / y))
    if group == "y_out":
        return by_output
    by_alpha = hand(y - yy) if rng.random() < 0.5 else hand(by_output * slope(alpha))
    if group == "alpha":
        return by_alpha
    if group == "dense":
        return hand(by_alpha * o[index[0]])
    by_o = [hand(by_alpha * float(weight)) for weight in dense]
    if group == "o":
        return by_o[index[0]]
    by_s = [hand(by_o[k] * slope(s[k])) for k in range(len(s))]
    if group == "s":
        return by_s[index[0]]
    if group == "kernel":
        met = [(w.k, float(image[w.i + index[0], w.j + index[1]])) for w in geometry.windows()]
    else:
        seen = geometry.windows_of(Pixel(*index))
        met = [(w.k, float(kernel[entry])) for w, entry in seen]
    total = 0.0
    for k, other in met:
        total = hand(total + hand(by_s[k] * other))
    return total


def lines(items: list[Item], share: int, rng: random.Random, counts: Counts) -> None:
    """Answers in lines with one slip; later lines are worked out from the slip, in five digits."""
    done = 0
    while done < share:
        item = rng.choice(items)
        keys, right = line_keys(item), line_values(item)
        key = rng.choice(keys)
        made = line_mistakes(item, key)
        usual = {m: v for m, v in made.items() if abs(v / right[key] - 1) > 0.02}
        if not usual:
            continue
        done += 1
        mistake = rng.choice(list(usual))
        values = {**right, key: usual[mistake]}
        values = {name: float(f"{value:.4e}") for name, value in values.items()}
        follow(values, key)
        verdicts = judge_lines(item, {name: f"{value:.4e}" for name, value in values.items()})
        first = [verdict.key for verdict in verdicts if verdict.first]
        later = {verdict.key: verdict for verdict in verdicts}
        moved = [
            name
            for name in keys[keys.index(key) + 1 :]
            if abs(values[name] - right[name]) > 0.01 * abs(right[name])
        ]
        counts["lines"] += 1
        counts["lines found"] += first == [key]
        counts["lines later"] += len(moved)
        counts["lines followed"] += sum(later[name].outcome == "follows" for name in moved)


def follow(values: dict[str, float], key: str) -> None:
    """Work out what comes after a line, each value rounded to five digits."""
    terms = [value for name, value in values.items() if name.startswith("term")]
    if key.startswith("term") and "sum" in values:
        values["sum"] = float(f"{sum(terms):.4e}")
    if key != "product" and len(values) > 1:
        before = math.prod(values[name] for name in ("output_slope", "alpha_slope"))
        last = values.get("sum", terms[0] if terms else 1.0)
        values["product"] = float(f"{before * last:.4e}")


def microseconds(items: list[Item]) -> float:
    """The median time of a diagnosis, over answers of every kind."""
    texts = [(item, four(value)) for item in items[:200] for value in item.wrong.values()]
    taken = []
    for item, text in texts:
        start = time.perf_counter()
        diagnose(item, text)
        taken.append(time.perf_counter() - start)
    return float(np.median(taken)) * 1e6


def measure() -> dict[str, float]:
    """All of it, about two minutes on one core."""
    rng = random.Random(2024)
    counts, rest = Counts(), Counts()
    rounds = SEEDS // BATCH
    median = 0.0
    for items in certified_batches():
        singles(items, counts)
        unrelated(items, UNRELATED // rounds, rng, counts)
        pairs(items, PAIRS // rounds, rng, counts)
        rounded(items, ROUNDED // rounds, rng, counts)
        lines(items, LINES // rounds, rng, counts)
        median = median or microseconds(items)
    for items in any_batches():
        singles(items, rest)
        unrelated(items, UNRELATED // rounds, rng, rest)
        rounded(items, ROUNDED // rounds, rng, rest)
    return {
        "single_named_or_asked": counts["found"] / counts["singles"],
        "single_misnamed": counts["misnamed"],
        "single_named": counts["named"] / counts["singles"],
        "singles": counts["singles"],
        "unrelated_named": counts["unrelated named"] / counts["unrelated"],
        "unrelated_asked": counts["unrelated ask"] / counts["unrelated"],
        **_rounded(counts, ""),
        "pairs": counts["pairs"],
        "pairs_called_certain": counts["pairs certain"],
        "pairs_named": counts["pairs named"] / counts["pairs"],
        "pairs_taken_for_right": counts["pairs right"] / counts["pairs"],
        "first_wrong_line_found": counts["lines found"] / counts["lines"],
        "later_lines_follow": counts["lines followed"] / counts["lines later"],
        "kinds": len(KINDS),
        "microseconds_a_diagnosis": round(median, 1),
        "any_seed_single_named_or_asked": rest["found"] / rest["singles"],
        "any_seed_single_misnamed": rest["misnamed"],
        "any_seed_unrelated_named": rest["unrelated named"] / rest["unrelated"],
        "asked_back_separated": rest["separated"] / rest["asked"],
        "asked_back": rest["asked"],
        **_rounded(rest, "any_seed_"),
    }


def _rounded(counts: Counts, prefix: str) -> dict[str, float]:
    found = {}
    for digits in HANDS:
        for what in ("accepted", "early", "accused"):
            share = counts[f"rounded {digits} {what}"] / counts[f"rounded {digits}"]
            found[f"{prefix}rounded_{digits}_{what}"] = share
    return found


def main() -> None:
    """Measure, print, and write the results."""
    start = time.perf_counter()
    results = {name: round(value, 6) for name, value in measure().items()}
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    print(json.dumps(results, indent=2))
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
