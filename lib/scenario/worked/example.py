"""A worked example that somebody has published: its network, and the numbers its source gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lib.derivation import State, Variable
from lib.network import Architecture
from lib.network.places import Group, places
from lib.scenario.network import Network, counts
from lib.scenario.value import Scenario

Slip = Literal["last_window", "mean_of_windows", "kernel_turned", "minus_lost"]


@dataclass(frozen=True, slots=True)
class Published:
    """Numbers of one place as a source prints them.

    Attributes:
        place: what they are numbers of; ``loss`` is L.
        text: the numbers, with the digits that the source gives: ``19 25; 37 43``.
        above: the first indices of all of them: the kernel or the channel, or a whole index.
        is_gradient: whether they are ∂L/∂(place), and not its values.
        loss_halved: whether the source has half of our loss, ½·Σ(y − yy)².
    """

    place: Group
    text: str
    above: tuple[int, ...] = ()
    is_gradient: bool = False
    loss_halved: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The numbers as they are printed, row by row."""
        return tuple(tuple(row.split()) for row in self.text.split(";"))

    @property
    def digits(self) -> int:
        """To how many digits after the point the source rounds."""
        return max(len(text.partition(".")[2]) for row in self.rows for text in row)

    def variables(self, architecture: Architecture) -> tuple[Variable, ...]:
        """What they are numbers of, in their order.

        Raises:
            ValueError: another count than the source has numbers.
        """
        if self.place == "loss":
            return (Variable("loss"),)
        of = len(self.above)
        known = places(architecture)[self.place].cells()
        found = tuple(cell for cell in known if cell.index[:of] == self.above)
        if len(found) != sum(map(len, self.rows)):
            raise ValueError(f"{self.place}: {self.text} are not the numbers of {len(found)} cells")
        return found

    def here(self, state: State) -> tuple[tuple[float, ...], ...]:
        """The same numbers as the network gives them, row by row."""
        share = 0.5 if self.loss_halved else 1.0
        numbers = iter(
            share * (state.gradient(v) if self.is_gradient else _value(v, state))
            for v in self.variables(state.architecture)
        )
        return tuple(tuple(next(numbers) for _ in row) for row in self.rows)

    def difference(self, state: State) -> float:
        """The largest, each number of ours rounded as the source rounds these."""
        texts, digits = [text for row in self.rows for text in row], self.digits
        numbers = [number for row in self.here(state) for number in row]
        return max(
            abs(round(round(ours, digits) - float(text), digits))
            for text, ours in zip(texts, numbers, strict=True)
        )


def _value(variable: Variable, state: State) -> float:
    return state.loss if variable.group == "loss" else state.number(variable)


Wrong = tuple[tuple[Slip, tuple[Published, ...]], ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A published example.

    Attributes:
        source: book, course, program or forum, in no language's words.
        scenario: the network with the example's numbers.
        published: what the source gives.
        slips: wrong answers that learners brought there.
    """

    source: str
    scenario: Scenario
    published: tuple[Published, ...]
    slips: Wrong = ()


def scenario_of(architecture: Architecture, **rows: str) -> Scenario:
    """A network with its numbers in rows of text; what is left out is 0, a given gradient 1."""
    numbers = {}
    for name, count in counts(architecture).items():
        blank = 1.0 if name == "target" and architecture.head == "given" else 0.0
        text = rows.get(name)
        numbers[name] = tuple(map(float, text.split())) if text else (blank,) * count
    return Scenario().with_network(Network(architecture, **numbers))
