"""What a link or a file holds: one frozen value, validated, encoded, decoded."""

from lib.scenario.limits import LARGEST, PROBES, SLIDERS, TABS, SliderRange
from lib.scenario.link import LinkError, decode, encode
from lib.scenario.presets import (
    LARGEST_SEED,
    PRESETS,
    PresetName,
    preset,
    randomised,
    with_numbers_of,
)
from lib.scenario.value import GEOMETRY, Scenario

__all__ = [
    "GEOMETRY",
    "LARGEST",
    "LARGEST_SEED",
    "PRESETS",
    "PROBES",
    "SLIDERS",
    "TABS",
    "LinkError",
    "PresetName",
    "Scenario",
    "SliderRange",
    "decode",
    "encode",
    "preset",
    "randomised",
    "with_numbers_of",
]
