"""A scenario with all that a page computes from it, each at most once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lib.derivation import Derivation, Precision, State, Variable, derive, variable_from_key
from lib.derivation.output import output_state
from lib.network import Gradients, central_difference
from lib.scenario import GEOMETRY, Scenario
from lib.text import Text


@dataclass(frozen=True)
class Snapshot:
    """What the parts of a page are drawn from, worked out once however many parts ask."""

    scenario: Scenario

    @property
    def precision(self) -> Precision:
        """Significant digits on the screen."""
        return self.scenario.precision

    def say(self, text: Text, **numbers: object) -> str:
        """The text in the scenario's language."""
        return text.say(self.scenario.language, **numbers)

    @cached_property
    def state(self) -> State:
        """The network run forward and backward."""
        return self.scenario.state()

    @cached_property
    def variable(self) -> Variable:
        """The variable whose derivation is open."""
        return variable_from_key(self.scenario.variable, GEOMETRY)

    @cached_property
    def derivation(self) -> Derivation:
        """The open derivation."""
        return derive(self.variable, self.state)

    @cached_property
    def nudged(self) -> Gradients:
        """Every partial derivative by central differences."""
        scenario = self.scenario
        return central_difference(scenario.parameters, scenario.image_array, scenario.label)

    @cached_property
    def output(self) -> State:
        """The end of the network alone, with the free y_out of the cross-entropy lesson."""
        return output_state(self.scenario.probe_output, self.scenario.label)
