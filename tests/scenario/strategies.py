"""Any scenario that a link or a file may hold, and what it is to be the same to the bit."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lib.derivation import PRECISIONS, variables
from lib.scenario import GEOMETRY, LARGEST, PROBES, SLIDERS, OwnImages, Scenario
from lib.scenario.limits import COUNTS, LOOKS, MOST_OPERATIONS, MOST_RATE_CHANGES, MOST_STEPS
from lib.text import LANGUAGES
from lib.training import CHOICES, RANGES, TrainingSetup

WHOLE = {name for name in RANGES if isinstance(getattr(TrainingSetup(), name), int)}
KEYS = [variable.key for variable in variables(GEOMETRY)]


def same_bits(one: object, other: object) -> bool:
    """Equal to the last bit: the shortest repr tells every float apart, −0 from 0 too."""
    return one == other and repr(one) == repr(other)


def on_slider(low: float, high: float, step: float) -> st.SearchStrategy[float]:
    """A number that a slider can be moved to."""
    count = round((high - low) / step)
    return st.integers(0, count).map(lambda k: min(high, round(low + k * step, 6)))


def numbers(group: str) -> st.SearchStrategy[float]:
    """A number of a group: on its slider, typed, or left by a training run (subnormals too)."""
    sliders = SLIDERS[group]
    low, high = (0.0, 1.0) if group == "label" else (-LARGEST, LARGEST)
    return st.one_of(
        on_slider(sliders.low, sliders.high, sliders.step),
        st.floats(low, high),
        st.floats(-1e-308, 1e-308).map(abs) if group == "label" else st.floats(-1e-308, 1e-308),
    )


@st.composite
def setups(draw: st.DrawFn) -> TrainingSetup:
    """Any training set-up: some choices made, the others left as they are."""
    chosen: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from([*RANGES, *CHOICES]), unique=True)):
        if name in CHOICES:
            chosen[name] = draw(st.sampled_from(CHOICES[name]))
        elif name in WHOLE:
            chosen[name] = draw(st.integers(int(RANGES[name].lowest), int(RANGES[name].highest)))
        else:
            chosen[name] = draw(st.floats(*RANGES[name]))
    first, second = chosen.get("first_digit", 0), chosen.get("second_digit", 1)
    if first == second:
        chosen |= {"first_digit": first, "second_digit": (first + 1) % 10}
    return TrainingSetup(**chosen)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario at all."""
    groups = {name: tuple(draw(st.tuples(*[numbers(name)] * n))) for name, n in COUNTS.items()}
    step = draw(st.integers(0, MOST_STEPS))
    rate = st.floats(*RANGES["learning_rate"])
    changes = st.lists(st.tuples(st.integers(0, step), rate), max_size=MOST_RATE_CHANGES)
    return Scenario(
        **groups,
        label=draw(numbers("label")),
        variable=draw(st.sampled_from(KEYS)),
        precision=draw(st.sampled_from(PRECISIONS)),
        language=draw(st.sampled_from(LANGUAGES)),
        look=draw(st.sampled_from(LOOKS)),
        operations_done=draw(st.integers(0, MOST_OPERATIONS)),
        **{name: draw(st.floats(*ends)) for name, ends in PROBES.items()},
        training=draw(setups()),
        step=step,
        rate_changes=tuple(sorted(draw(changes), key=lambda change: change[0])),
    )


@st.composite
def own_images(draw: st.DrawFn) -> OwnImages:
    """A few images of a learner's own."""
    share = st.one_of(st.sampled_from([0.0, 1.0]), st.floats(0, 1))
    count = draw(st.integers(1, 4))
    images = st.lists(st.tuples(*[share] * 16), min_size=count, max_size=count)
    labels = st.lists(share, min_size=count, max_size=count)
    return OwnImages(tuple(draw(images)), tuple(draw(labels)))
