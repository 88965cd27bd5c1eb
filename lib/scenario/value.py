"""The scenario: one frozen value that holds everything a page shows.

Each field says what it may hold and what it holds where nothing is said. Link, file, their
documentation's test and the fuzzers take it from here: a new field is one line. A default means
what a link leaves out, so it never changes; where the app starts is :func:`lib.scenario.preset`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice
from typing import Literal, get_args

import numpy as np

from lib.derivation import PRECISIONS, Precision, State, variables
from lib.network import GEOMETRY, Architecture, Parameters
from lib.network import NOTES as NOTES_NETWORK
from lib.network.fits import MOST_NUMBERS
from lib.network.validate import Array
from lib.scenario import limits
from lib.scenario.comparison import Comparison
from lib.scenario.kinds import Choice, FieldError, Key, Kind, Name, Number, OrNull
from lib.scenario.lists import Grid, List, Pair
from lib.scenario.network import Network, fitted
from lib.scenario.practice import Practice
from lib.scenario.record import Record, holds, settle
from lib.scenario.training_page import TrainingPage
from lib.text import LANGUAGES, Language
from lib.text import file as words
from lib.training import CHOICES, RANGES, Given, TrainingSetup
from lib.training.given import NOTES
from lib.training.rates import Rates

BackwardView = Literal["heatmaps", "picture"]


_WEIGHT, _SHARE, _FLAG = (
    Number(-limits.LARGEST, limits.LARGEST),
    Number(0, 1),
    Choice((False, True)),
)
_IMAGE, _KERNEL = Grid(*GEOMETRY.image_shape, _WEIGHT), Grid(*GEOMETRY.kernel_shape, _WEIGHT)
_DENSE = List(_WEIGHT, GEOMETRY.window_count, GEOMETRY.window_count)
GIVEN = Record(Given, {"image": _IMAGE, "kernel": _KERNEL, "dense": _DENSE, "label": _SHARE})


def _training_kind(name: str, default: object) -> Kind:
    if name == "given":
        return GIVEN
    if name == "numbers":
        return List(_WEIGHT, 0, MOST_NUMBERS + 4)  # of five classes a budget counts one number
    if name in CHOICES:
        return Choice(CHOICES[name])
    return Number(*RANGES[name], whole=isinstance(default, int))


TRAINING = Record(
    TrainingSetup,
    {
        field.name: _training_kind(field.name, field.default)
        for field in fields(TrainingSetup)
        if field.name != "architecture"
    },
    stop_steps=2000,
)
"""The architecture is the scenario's own: it is written once."""
_STEP = Number(0, limits.MOST_STEPS, whole=True)
_CHANGES = List(Pair(_STEP, Number(*RANGES["learning_rate"])), 0, limits.MOST_RATE_CHANGES)


@lru_cache(maxsize=64)
def keys_of(architecture: Architecture) -> tuple[str, ...]:
    """The key of every variable of a network; the first is its first weight."""
    return tuple(variable.key for variable in variables(architecture))


@dataclass(frozen=True, slots=True)
class Scenario:
    """A network with its numbers, and the choices that decide what a page shows of it.

    While another network is composed, the notes' numbers stay where they are.

    Attributes:
        name: what the example is called; never to be rendered as Markdown.
        image: ``a_{pq}``, 16 numbers, row by row.
        kernel: ``w_{mn}``, 9 numbers, row by row.
        dense: ``w_a … w_d``, 4 numbers.
        label: ``yy`` in [0, 1].
        seed: the seed that the numbers were last drawn from; None if they were not.
        variable: the key of the variable whose derivation is open, such as ``kernel-0-0``; one of
            the network that is shown.
        precision: significant digits on the screen: 3, 6 or 17 (all).
        language: ``en`` or ``zh``.
        look: which look into the derivation is open, one of ``LOOKS``.
        backward_view: whether the partials are shown as heatmaps or in the picture.
        print_all: whether all derivations are printed, or the open one.
        operations_done: how many operations of the walk-through are done.
        probe_output: the y_out of the cross-entropy lesson, from 0.001 to 0.999.
        probe_x: the x of the sigmoid lesson, from −10 to 10.
        probe_alpha: the α at which the long path is compared, from −60 to 60.
        probe_epsilon: log10 of the nudge ε, from −16 to 0.
        probe_rate: the learning rate of the walk-through's update, from 0 to 100.
        training: the set-up of the training run.
        step: how many steps of that run have been taken, at most a million.
        rate_changes: (step, learning rate) pairs, at most 40: the rates set while the run went on.
        training_page: what is open and chosen on the page that trains.
        comparison: the runs that are compared.
        practice: the question that is open, and the progress so far.
        predict: whether a number is to be predicted before it is shown.
        lecture: whether the lessons are shown to a room: large, and without the sidebar.
        window: which window Forward shows where there are too many for all; a number beyond them
            means the last.
        unrolled: whether a derivation with many terms is written out all the way.
        network: a network other than the notes', with its numbers; None for the notes' network.

    Raises:
        FieldError: a field with a value that it does not hold, or rate changes that a run would not
            take.
    """

    name: str = holds(Name(60), "")
    image: tuple[float, ...] = holds(_IMAGE, NOTES.image)
    kernel: tuple[float, ...] = holds(_KERNEL, NOTES.kernel)
    dense: tuple[float, ...] = holds(_DENSE, NOTES.dense)
    label: float = holds(_SHARE, NOTES.label)
    seed: int | None = holds(OrNull(Number(0, limits.LARGEST_SEED, whole=True)), None)
    variable: str = holds(Key(keys_of(NOTES_NETWORK)), "kernel-0-0")
    precision: Precision = holds(Choice(PRECISIONS), 3)
    language: Language = holds(Choice(LANGUAGES), "en")
    look: str = holds(Choice(limits.LOOKS), "unpack")
    backward_view: BackwardView = holds(Choice(get_args(BackwardView)), "heatmaps")
    print_all: bool = holds(_FLAG, False)
    operations_done: int = holds(Number(0, limits.MOST_OPERATIONS, whole=True), 0)
    probe_output: float = holds(Number(0.001, 0.999), 0.7)
    probe_x: float = holds(Number(-10, 10), 1.0)
    probe_alpha: float = holds(Number(-60, 60), 4.0)
    probe_epsilon: float = holds(Number(-16, 0), -5.25)
    probe_rate: float = holds(Number(0, 100), 1.0)
    training: TrainingSetup = holds(TRAINING, TRAINING.defaults)
    step: int = holds(_STEP, 0)
    rate_changes: tuple[tuple[int, float], ...] = holds(_CHANGES, ())
    training_page: TrainingPage = holds(Record(TrainingPage), TrainingPage())
    comparison: Comparison = holds(Record(Comparison), Comparison())
    practice: Practice = holds(Record(Practice), Practice())
    predict: bool = holds(_FLAG, False)
    lecture: bool = holds(_FLAG, False)
    window: int = holds(Number(0, limits.MOST_WINDOWS - 1, whole=True), 0)
    unrolled: bool = holds(_FLAG, False)
    network: Network | None = holds(OrNull(Record(Network)), None)

    def __post_init__(self) -> None:
        settle(self)
        object.__setattr__(self, "training", self._training())
        try:
            changes = Rates(self.training, self.rate_changes).changes
        except ValueError as error:
            raise FieldError(words.RUN_STEPS, "rate_changes") from error
        if changes and changes[-1][0] > self.step:
            raise FieldError(words.RUN_STEPS, "rate_changes")
        object.__setattr__(self, "rate_changes", changes)
        known = keys_of(self.architecture)
        if self.variable not in known:
            raise FieldError(Choice(known).wanted, "variable")

    def _training(self) -> TrainingSetup:
        """The set-up for the network at hand; numbers that it was given for another one, or not at
        all, are those of now.

        Raises:
            FieldError: given numbers that the network does not allow.
        """
        of, net, network = self.training, self.architecture, self.network
        numbers: tuple[float, ...] = ()
        if network is not None and of.uses_given:
            fit = len(of.numbers) == len(network.numbers)
            numbers = of.numbers if fit else network.numbers
            try:
                network.with_numbers(numbers)
            except FieldError as error:
                raise FieldError(error.wanted, "training", "numbers") from None
        if of.architecture == net and of.numbers == numbers:
            return of
        return replace(of, architecture=net, numbers=numbers)

    @property
    def architecture(self) -> Architecture:
        """What the network is made of."""
        return NOTES_NETWORK if self.network is None else self.network.architecture

    @property
    def numbers(self) -> tuple[float, ...]:
        """All numbers of the network in one row: image, kernel, kernel biases, dense weights, dense
        biases, and the label (or the given gradient). For the notes 30."""
        if self.network is not None:
            return self.network.numbers
        return (*self.image, *self.kernel, *self.dense, self.label)

    def with_numbers(self, numbers: Iterable[float]) -> Scenario:
        """The same scenario with other numbers, in the order of :attr:`numbers`.

        They are not drawn from the seed any more, so it goes.

        Raises:
            ValueError: another count of numbers, or one that is not allowed.
        """
        row, before = tuple(numbers), self.numbers
        if len(row) != len(before):
            raise ValueError(f"numbers: got {len(row)}, wanted {len(before)}")
        if row == before:
            return self
        if self.network is not None:
            return replace(self, network=self.network.with_numbers(row), seed=None)
        rest = iter(row)
        image = tuple(islice(rest, GEOMETRY.pixel_count))
        kernel = tuple(islice(rest, GEOMETRY.kernel_count))
        dense = (*rest,)[:-1]
        return replace(self, image=image, kernel=kernel, dense=dense, label=row[-1], seed=None)

    def with_network(self, network: Network | None) -> Scenario:
        """The same scenario with another network; None is the notes', with the numbers it had.

        A choice that has no place in it goes back: the open variable to the first weight, the
        walk-through and the training run to their start.
        """
        new = NOTES_NETWORK if network is None else network.architecture
        if new == self.architecture:
            return replace(self, network=network)
        known = keys_of(new)
        variable = self.variable if self.variable in known else known[0]
        return replace(
            self,
            network=network,
            variable=variable,
            operations_done=0,
            training=replace(self.training, numbers=()),
            step=0,
            rate_changes=(),
            comparison=replace(self.comparison, steps_taken=0, run_a=None, run_b=None),
        )

    @property
    def given(self) -> Given:
        """The notes' numbers, for a run to train on or to start from."""
        return Given(self.image, self.kernel, self.dense, self.label)

    @property
    def image_array(self) -> Array:
        """The notes' image as (4, 4)."""
        return np.reshape(self.image, GEOMETRY.image_shape).astype(np.float64)

    @property
    def parameters(self) -> Parameters:
        """The notes' weights as their network takes them."""
        return Parameters(np.reshape(self.kernel, GEOMETRY.kernel_shape), self.dense)

    def state(self) -> State:
        """The network run forward and backward on its numbers."""
        if self.network is not None:
            return self.network.state()
        return State.of(self.parameters, self.image_array, self.label)


def recomposed(scenario: Scenario, architecture: Architecture, seed: int) -> Scenario:
    """The scenario with a network of another architecture.

    An array whose shape stays keeps its numbers, the image the pixels that it has room for; the
    others are drawn by ``seed`` (0 … 999 999), with two decimals.
    """
    before = scenario.network or Network(
        image=scenario.image,
        kernel=scenario.kernel,
        dense=scenario.dense,
        target=(scenario.label,),
    )
    new = fitted(before, architecture, seed)
    if architecture != NOTES_NETWORK:
        return replace(scenario.with_network(new), seed=None)
    return replace(
        scenario.with_network(None),
        image=new.image,
        kernel=new.kernel,
        dense=new.dense,
        label=new.target[0],
        seed=None,
    )


PROBES = {
    field.name: (field.metadata["kind"].low, field.metadata["kind"].high)
    for field in fields(Scenario)
    if field.name.startswith("probe_")
}
"""The ranges of the sliders that belong to one lesson only."""
