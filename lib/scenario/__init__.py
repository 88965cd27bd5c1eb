"""What a link or a file holds: one frozen value, validated, encoded, decoded."""

from lib.network import GEOMETRY
from lib.scenario.comparison import Comparison
from lib.scenario.example import MOST_EXAMPLES, with_numbers_of
from lib.scenario.file import FileError, Saved, read_file, write_file
from lib.scenario.limits import LARGEST, LARGEST_SEED, LOOKS, SLIDERS, SliderRange
from lib.scenario.link import LinkError, decode, encode
from lib.scenario.network import Network
from lib.scenario.own import OwnImages
from lib.scenario.practice import Practice
from lib.scenario.presets import (
    PRESETS,
    PresetName,
    preset,
    preset_of,
    randomised,
)
from lib.scenario.training_page import TrainingPage
from lib.scenario.value import PROBES, Scenario, recomposed
from lib.scenario.worked import COMPOSED

__all__ = [
    "COMPOSED",
    "GEOMETRY",
    "LARGEST",
    "LARGEST_SEED",
    "LOOKS",
    "MOST_EXAMPLES",
    "PRESETS",
    "PROBES",
    "SLIDERS",
    "Comparison",
    "FileError",
    "LinkError",
    "Network",
    "OwnImages",
    "Practice",
    "PresetName",
    "Saved",
    "Scenario",
    "SliderRange",
    "TrainingPage",
    "decode",
    "encode",
    "preset",
    "preset_of",
    "randomised",
    "read_file",
    "recomposed",
    "with_numbers_of",
    "write_file",
]
