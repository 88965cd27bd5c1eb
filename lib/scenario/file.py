"""A scenario as a JSON file, and back to the same value, to the bit; own images go with it.

A file is a stranger's. Before it is parsed it is measured: 1 MB, plain ASCII (all that version 1
needs of UTF-8), and no more brackets, colons and commas than a full file has, so that parsing costs
little whatever it holds. Then every key, type, count and range is checked. Nothing of it is ever
shown: an error has a kind, and each kind a fixed sentence.

Version 1 is an object with just these keys: ``format``, ``version``, those in ``KEYS_V1`` (the
fields of :class:`Scenario`; matrices row by row), and ``own_images``, which may be left out.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from lib.scenario.own import OwnImages
from lib.scenario.training import CHOICES_V1, DEFAULTS_V1
from lib.scenario.value import Scenario
from lib.text import Text
from lib.text.file import PROBLEMS
from lib.training import TrainingSetup
from lib.training.csv_images import MOST_IMAGES, PIXELS

FORMAT = "backprop-by-hand"
VERSION = 1
MOST_BYTES = 1_000_000
KEYS_V1 = (
    "image",
    "kernel",
    "dense",
    "label",
    "variable",
    "precision",
    "language",
    "tab",
    "walk",
    "probe_output",
    "probe_x",
    "probe_alpha",
    "probe_epsilon",
    "probe_rate",
    "training",
    "step",
    "rate_changes",
)
_RENAMED = {"tab": "look", "walk": "operations_done"}
"""Keys of version 1 whose fields have another name by now."""
_MOST = {b"{": 3, b":": 100, b"[": MOST_IMAGES + 100, b",": (PIXELS + 1) * MOST_IMAGES + 1000}
_MOST_DIGITS = 20

Problem = Literal["size", "encoding", "json", "format", "version", "value"]


class FileError(ValueError):
    """A file that cannot be read. Its text is for a log, never for the page."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        self.problem = problem
        super().__init__(f"{problem}: {detail}" if detail else problem)

    @property
    def sentence(self) -> Text:
        """What the page says."""
        return PROBLEMS[self.problem]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds: a scenario and, where there are any, the learner's own images."""

    scenario: Scenario
    own_images: OwnImages | None = None


def write_file(saved: Saved) -> bytes:
    """The file: ASCII, one key a line, one image a line."""
    plain = asdict(saved.scenario)
    values: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    values |= {key: plain[_RENAMED.get(key, key)] for key in KEYS_V1}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in values.items()]
    if saved.own_images is not None:
        images = ",\n".join(json.dumps(image) for image in saved.own_images.images)
        labels = json.dumps(saved.own_images.labels)
        lines.append(f'"own_images": {{"labels": {labels}, "images": [\n{images}]}}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("ascii")


def read_file(content: bytes) -> Saved:
    """What :func:`write_file` wrote.

    Raises:
        FileError: anything else.
    """
    values = _parse(content)
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise FileError("format")
    version = values.get("version")
    if type(version) is not int:
        raise FileError("format")
    if version > VERSION:
        raise FileError("version")
    if version != VERSION or values.keys() - {"own_images"} != {"format", "version", *KEYS_V1}:
        raise FileError("format")
    try:
        return _read_version_1(values)
    except ValueError as error:
        raise FileError("value", str(error)) from error


def _parse(content: bytes) -> object:
    if len(content) > MOST_BYTES:
        raise FileError("size")
    if not content.isascii():
        raise FileError("encoding")
    if any(content.count(mark) > most for mark, most in _MOST.items()):
        raise FileError("format", "more of it than any file has")
    try:
        return json.loads(
            content.decode("ascii"),
            parse_int=_whole,
            parse_constant=_refuse,
            object_pairs_hook=_no_key_twice,
        )
    except (ValueError, RecursionError) as error:
        raise FileError("json", type(error).__name__) from error


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:  # the time to read one grows with its square
        raise ValueError("a whole number beyond any that is allowed")
    return int(digits)


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _read_version_1(values: dict[str, Any]) -> Saved:
    plain = {_RENAMED.get(key, key): values[key] for key in KEYS_V1}
    plain["training"] = _training(plain["training"])
    plain["rate_changes"] = _rate_changes(plain["rate_changes"])
    own = _own_images(values["own_images"]) if "own_images" in values else None
    return Saved(Scenario(**plain), own)


def _training(values: object) -> TrainingSetup:
    """The set-up, each value of the very type that it has there."""
    if not isinstance(values, dict) or values.keys() != DEFAULTS_V1.keys():
        raise ValueError("training: other keys")
    for name, default in DEFAULTS_V1.items():
        wanted: tuple[type, ...] = (type(default),)
        if isinstance(default, float):
            wanted = (int, float)
        if type(values[name]) not in wanted:
            raise ValueError("training: another type")
        if name in CHOICES_V1 and values[name] not in CHOICES_V1[name]:
            raise ValueError("training: an unknown word")
    return TrainingSetup(**values)


def _rate_changes(values: object) -> tuple[tuple[int, float], ...]:
    if not isinstance(values, list):
        raise ValueError("rate_changes: wanted a list")
    changes = []
    for change in values:
        match change:
            case [int(step), int(rate) | float(rate)]:
                changes.append((step, rate))
            case _:
                raise ValueError("rate_changes: wanted [step, learning rate] pairs")
    return tuple(changes)


def _own_images(values: object) -> OwnImages:
    if not isinstance(values, dict) or values.keys() != {"images", "labels"}:
        raise ValueError("own_images: other keys")
    return OwnImages(**values)
