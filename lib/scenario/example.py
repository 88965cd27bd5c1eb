"""An example: numbers with a name and a seed, without the choices of the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lib.scenario.kinds import FieldError
from lib.scenario.lists import List
from lib.scenario.record import Record, kinds_of
from lib.scenario.value import Scenario
from lib.text import file as words

MOST_EXAMPLES = 30
_FIELDS = ("name", "image", "kernel", "dense", "label", "seed", "network")
_KINDS = {name: kinds_of(Scenario)[name] for name in _FIELDS}
_EXAMPLES = List(Record(Scenario, _KINDS), 0, MOST_EXAMPLES)


def with_numbers_of(scenario: Scenario, other: Scenario) -> Scenario:
    """``scenario`` with the network and numbers of ``other``, their name and seed; its other
    choices stay where they have a place there."""
    fitting = scenario.with_network(other.network)
    return replace(fitting, **{name: getattr(other, name) for name in _FIELDS})


def read_examples(value: Any) -> tuple[Scenario, ...]:
    """The examples of a file's ``examples``, each a scenario with all choices at their defaults.

    Raises:
        FieldError: anything else, or a name that is empty or there twice.
    """
    try:
        examples: tuple[Scenario, ...] = _EXAMPLES.read(value)
        names: set[str] = {""}
        for place, example in enumerate(examples):
            if example.name in names:
                raise FieldError(words.NAME_OF_ITS_OWN, place, "name")
            names.add(example.name)
    except FieldError as error:
        raise error.within("examples") from None
    return examples


def write_examples(examples: Iterable[Scenario]) -> Any:
    """Their names, numbers and seeds as JSON."""
    return _EXAMPLES.write(tuple(examples))
