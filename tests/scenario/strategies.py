"""Any scenario that a link or a file may hold, and what it is to be the same to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from lib.network import NOTES
from lib.scenario import LARGEST, Network, OwnImages, Scenario
from lib.scenario.kinds import Choice, Code, Kind, Name, Number, NumberText, OrNull
from lib.scenario.limits import MOST_RATE_CHANGES
from lib.scenario.lists import Grid, List, Pair
from lib.scenario.network import counts, drawn, target_kind
from lib.scenario.record import Record, kinds_of
from lib.scenario.value import TRAINING, keys_of
from lib.training import RANGES, TrainingSetup
from tests.network.random_architectures import architectures

SCENARIO = kinds_of(Scenario)


def same_bits(one: object, other: object) -> bool:
    """Equal to the last bit: the shortest repr tells every float apart, −0 from 0 too."""
    return one == other and repr(one) == repr(other)


def held(kind: Kind) -> st.SearchStrategy[Any]:
    """Any value of a kind: a new field needs nothing here."""
    match kind:
        case Number(low, high, whole=True):
            return st.integers(int(low), int(high))
        case Number(low, high):
            hundredths = st.integers(int(100 * low) + 1, int(100 * high)).map(lambda k: k / 100)
            tiny = (
                st.floats(max(low, -1e-308), min(high, 1e-308)) if low <= 0 <= high else hundredths
            )
            return st.one_of(hundredths, st.floats(low, high), tiny).map(lambda x: x + 0.0)
        case Choice(options):
            return st.sampled_from(options)
        case Name(most):
            return st.text(st.sampled_from("aZ09 é练λ.,-−–'’（）"), max_size=most)
        case NumberText():
            return st.sampled_from(
                ("", "-0.25", "−0,250", "3/8", "1.5·10⁻⁷", " .5 ", "２．５", "9" * 60)
            )
        case Code(count, alphabet):
            return st.text(st.sampled_from(alphabet), min_size=count, max_size=count)
        case OrNull(kind):
            return st.none() | held(kind)
        case List(kind, least, most, once):
            one = held(kind)
            few = min(most, max(least, 6))
            return st.lists(one, min_size=least, max_size=few, unique=once).map(tuple)
        case Grid(rows, columns, kind):
            return st.tuples(*[held(kind)] * (rows * columns))
        case Pair(first, second):
            return st.tuples(held(first), held(second))
        case Record():
            each = {name: held(kind) for name, kind in kind.kinds.items()}
            return st.fixed_dictionaries(each).map(lambda values: kind.record(**values))
    raise TypeError(kind)


APART = st.fixed_dictionaries(
    {
        name: held(kind)
        for name, kind in SCENARIO.items()
        if name not in ("training", "step", "rate_changes", "network", "variable")
    }
)
"""The fields that stand for themselves."""


@st.composite
def setups(draw: st.DrawFn) -> TrainingSetup:
    """Any training set-up: some choices made, the others left as they are."""
    names = draw(st.lists(st.sampled_from(list(TRAINING.kinds)), unique=True))
    chosen = {name: draw(held(TRAINING.kinds[name])) for name in names}
    first, second = chosen.get("first_digit", 0), chosen.get("second_digit", 1)
    if first == second:
        chosen |= {"first_digit": first, "second_digit": (first + 1) % 10}
    return TrainingSetup(**chosen)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Any composed network: its numbers of a seed, but for one image and one bias that are not."""
    architecture = draw(architectures())
    network = drawn(architecture, draw(st.integers(0, 999_999)))
    number = draw(held(Number(-LARGEST, LARGEST)))
    target = network.target
    if architecture.head != "softmax":
        target = (draw(held(target_kind(architecture))), *target[1:])
    bias = (number,) * counts(architecture)["kernel_bias"]
    return replace(network, image=(number, *network.image[1:]), kernel_bias=bias, target=target)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario at all."""
    values = draw(APART)
    network = draw(st.none() | networks())
    known = keys_of(network.architecture if network else NOTES)
    values |= {"network": network, "variable": draw(st.sampled_from(known))}
    step = draw(held(SCENARIO["step"]))
    change = st.tuples(st.integers(0, step), st.floats(*RANGES["learning_rate"]))
    changes = sorted(draw(st.lists(change, max_size=MOST_RATE_CHANGES)), key=lambda c: c[0])
    return Scenario(**values, training=draw(setups()), step=step, rate_changes=tuple(changes))


@st.composite
def own_images(draw: st.DrawFn) -> OwnImages:
    """A few images of a learner's own."""
    share = st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0, 1))
    images = draw(st.lists(st.tuples(*[share] * 16), max_size=4))
    return OwnImages(tuple(images), tuple(draw(share) for _ in images))
