"""A composed network with its numbers: what stands in the place of the notes' network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np

from lib.derivation import State
from lib.network import NOTES, Architecture
from lib.network.architecture import CHOICES
from lib.network.fits import MOST_NUMBERS, RANGES
from lib.network.places import Group, Place, places
from lib.network.validate import Array
from lib.scenario.kinds import Choice, FieldError, Kind, Number
from lib.scenario.limits import LARGEST
from lib.scenario.lists import List
from lib.scenario.record import Record, holds, settle
from lib.text import file as words
from lib.training.given import NOTES as NUMBERS_OF_NOTES

WEIGHT, _SHARE = Number(-LARGEST, LARGEST), Number(0, 1)
"""Any number of a network, and one that is a share."""
_ROW = List(WEIGHT, 0, MOST_NUMBERS)


def _kind(name: str) -> Kind:
    return Choice(CHOICES[name]) if name in CHOICES else Number(*RANGES[name], whole=True)


ARCHITECTURE = Record(Architecture, {one.name: _kind(one.name) for one in fields(Architecture)})


@dataclass(frozen=True, slots=True)
class Network:
    """An architecture and its numbers, each array row by row; empty where there is no such place.

    Attributes:
        architecture: sizes and kinds of the layers.
        image: ``a``, channel by channel.
        kernel: ``w``, kernel by kernel, channel by channel.
        kernel_bias: ``b``, one a kernel.
        dense: the dense weights, output by output.
        dense_bias: ``c``, one an output.
        target: ``yy``, one an output: from 0 to 1 where the head ends in σ; 1 for one class and 0
            for the others with ``softmax``. Without a dense layer the given gradient, one a cell.

    Raises:
        FieldError: a wrong count, or a number that does not fit.
    """

    architecture: Architecture = holds(ARCHITECTURE, NOTES)
    image: tuple[float, ...] = holds(_ROW, NUMBERS_OF_NOTES.image)
    kernel: tuple[float, ...] = holds(_ROW, NUMBERS_OF_NOTES.kernel)
    kernel_bias: tuple[float, ...] = holds(_ROW, ())
    dense: tuple[float, ...] = holds(_ROW, NUMBERS_OF_NOTES.dense)
    dense_bias: tuple[float, ...] = holds(_ROW, ())
    target: tuple[float, ...] = holds(_ROW, (NUMBERS_OF_NOTES.label,))

    def __post_init__(self) -> None:
        settle(self)
        for name, count in counts(self.architecture).items():
            kind = List(
                target_kind(self.architecture) if name == "target" else WEIGHT, count, count
            )
            try:
                kind.read(getattr(self, name))
            except FieldError as error:
                raise error.within(name) from None
        one_class = sorted(self.target) == [0.0] * (len(self.target) - 1) + [1.0]
        if self.architecture.head == "softmax" and not one_class:
            raise FieldError(words.ONE_CLASS.filled(count=len(self.target)), "target")

    @property
    def numbers(self) -> tuple[float, ...]:
        """All of them: image, kernel, kernel_bias, dense, dense_bias, target."""
        return tuple(number for name in ROWS for number in getattr(self, name))

    def with_numbers(self, numbers: Iterable[float]) -> Network:
        """Other numbers, in the order of :attr:`numbers`, of which there are as many.

        Raises:
            FieldError: one that is not allowed.
        """
        rest = iter(numbers)
        rows: dict[str, Any] = {
            name: tuple(islice(rest, n)) for name, n in counts(self.architecture).items()
        }
        return replace(self, **rows)

    def state(self) -> State:
        """Run forward and backward."""
        known = places(self.architecture)
        parameters = {
            name: getattr(self, name) for name, place in known.items() if place.role == "parameter"
        }
        return State.of_network(self.architecture, parameters, self.image, self.target)


ROWS = tuple(one.name for one in fields(Network) if one.name != "architecture")
"""The arrays in the order of :attr:`Network.numbers`."""


def target_kind(architecture: Architecture) -> Number:
    """What each number of the target may be."""
    return WEIGHT if architecture.head in ("squared", "given") else _SHARE


def place_of(row: str, architecture: Architecture) -> Group:
    """The place of an array of a network: its own name, but for the target."""
    name: Any = row
    if row == "target":
        name = "label" if architecture.has_dense else "given"
    return name


@lru_cache(maxsize=64)
def counts(architecture: Architecture) -> dict[str, int]:
    """How many numbers each array has, 0 where there is no such place; in the order of ``ROWS``."""
    found = {row: _place(row, architecture) for row in ROWS}
    return {row: place.count if place else 0 for row, place in found.items()}


def drawn(architecture: Architecture, seed: int) -> Network:
    """A network with numbers drawn by a seed, all with two decimals.

    Pixels are uniform in [0, 1], weights and biases normal with a standard deviation of 0.7 (of a
    kernel) and 1.5 (dense), squared error's labels and a given gradient with 1; other labels are 0
    or 1.
    """
    draw = np.random.default_rng(seed)
    spread = {"kernel": 0.7, "kernel_bias": 0.7, "dense": 1.5, "dense_bias": 1.5, "target": 1.0}
    rows: dict[str, tuple[float, ...]] = {}
    row: Array
    for name, count in counts(architecture).items():
        if name == "image":
            row = draw.random(count)
        elif name == "target" and architecture.head == "softmax":
            row = np.eye(count)[draw.integers(0, count)]
        elif name == "target" and target_kind(architecture) is _SHARE:
            row = draw.integers(0, 2, count).astype(np.float64)
        else:
            row = spread[name] * draw.standard_normal(count)
        rows[name] = tuple(round(float(number), 2) for number in row)
    return Network(architecture, **rows)


def fitted(network: Network, architecture: Architecture, seed: int) -> Network:
    """The numbers of a network in another architecture.

    An array whose shape stays keeps its numbers, if the new head allows them; the image keeps the
    pixels that it has room for. All others are drawn by the seed.
    """
    new = drawn(architecture, seed)
    pixels = np.reshape(new.image, architecture.image_shape)
    before = np.reshape(network.image, network.architecture.image_shape)
    room = tuple(map(slice, np.minimum(pixels.shape, before.shape)))
    pixels[room] = before[room]
    new = replace(new, image=tuple(float(pixel) for pixel in pixels.flat))
    for row in ROWS[1:]:
        if _place(row, network.architecture) == _place(row, architecture):
            kept: Any = {row: getattr(network, row)}
            try:
                new = replace(new, **kept)
            except FieldError:  # a label that another head does not allow
                continue
    return new


def _place(row: str, architecture: Architecture) -> Place | None:
    return places(architecture).get(place_of(row, architecture))
