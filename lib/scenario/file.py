"""A scenario as a JSON file, and back to the same value, to the bit; own images go with it.

A file is a stranger's. Before it is parsed it is measured: 1 MB, and no more brackets, colons and
commas than a full file has, so that parsing costs little whatever it holds. An error says where the
file is wrong and what would be right there; of the file's own text it repeats keys of ours alone.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from lib.scenario.example import MOST_EXAMPLES, read_examples, write_examples
from lib.scenario.format import SCENARIO, VERSION, parse
from lib.scenario.kinds import FieldError
from lib.scenario.own import OwnImages
from lib.scenario.record import Record
from lib.scenario.v1.file import values_of_version_1
from lib.scenario.value import Scenario
from lib.text import Text
from lib.text import file as words
from lib.training.images_file import MOST_IMAGES

MOST_BYTES = 1_000_000
_MOST = {"{": 12 + 3 * MOST_EXAMPLES, ":": 1500, '"': 4000, "[": 10 * MOST_IMAGES}
_MOST |= dict.fromkeys(",−–－", 20 * MOST_IMAGES)
_OWN = Record(OwnImages)
_STRING_OR_DASH = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[−–－]', re.DOTALL)


class FileError(ValueError):
    """A file that cannot be read.

    Attributes:
        problem: which of the sentences, a key of ``lib.text.file.PROBLEMS``.
        sentence: what the page says.
    """

    def __init__(self, problem: str, **told: object) -> None:
        self.problem = problem
        self.sentence = words.PROBLEMS[problem].filled(**told)
        super().__init__(self.sentence.en)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds: a scenario, and the learner's own images and examples if there are any.

    An example is a scenario of which only the numbers, their name and their seed are written.
    """

    scenario: Scenario
    own_images: OwnImages | None = None
    examples: tuple[Scenario, ...] = ()


def write_file(saved: Saved) -> bytes:
    """The file: every key with its value, a row or an image a line, UTF-8."""
    values = {"version": VERSION, **SCENARIO.write(saved.scenario)}
    if saved.examples:
        values["examples"] = write_examples(saved.examples)
    if saved.own_images is not None:
        values["own_images"] = _OWN.write(saved.own_images)
    return f"{_laid_out(values)}\n".encode()


def _laid_out(value: Any, indent: str = "") -> str:
    """JSON with a line for each key of an object and for each list in a list."""
    inner = f"{indent}  "
    if isinstance(value, dict):
        lines = [f'"{key}": {_laid_out(item, inner)}' for key, item in value.items()]
    elif isinstance(value, list) and value and isinstance(value[0], list | dict):
        lines = [json.dumps(item, ensure_ascii=False) for item in value]
    else:
        return json.dumps(value, ensure_ascii=False)
    start, end = "{}" if isinstance(value, dict) else "[]"
    return f"{start}\n{inner}" + f",\n{inner}".join(lines) + f"\n{indent}{end}"


def read_file(content: bytes) -> Saved:
    """What :func:`write_file` wrote, now or in version 1, or what a hand wrote like it.

    Raises:
        FileError: anything else.
    """
    values = _parsed(_text(content))
    version = values.pop("version", None) if isinstance(values, dict) else None
    if type(version) is not int or version < 1:
        raise FileError("format")
    if version > VERSION:
        raise FileError("version")
    if version == 1:
        values = values_of_version_1(values)
    own, examples = values.pop("own_images", None), values.pop("examples", [])
    try:
        images = None if own is None else _own_images(own)
        return Saved(SCENARIO.read(values), images, read_examples(examples))
    except FieldError as error:
        raise _misfit(error) from error


def _text(content: bytes) -> str:
    """The file's text, whatever an editor has made of it."""
    if len(content) > MOST_BYTES:
        raise FileError("size")
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("encoding") from error
    if any(text.count(mark) > most for mark, most in _MOST.items()):
        raise FileError("format")
    return _STRING_OR_DASH.sub(lambda part: "-" if part[0] in "−–－" else part[0], text)


def _parsed(text: str) -> Any:
    try:
        return parse(text)
    except json.JSONDecodeError as error:
        raise FileError("json", line=error.lineno, column=error.colno) from error
    except FieldError as error:
        raise _misfit(error) from error
    except (ValueError, RecursionError) as error:
        raise FileError("format") from error


def _own_images(own: Any) -> OwnImages:
    try:
        images: OwnImages = _OWN.read(own)
    except FieldError as error:
        raise error.within("own_images") from None
    return images


def _misfit(error: FieldError) -> FileError:
    place: Text | str = f"`{error.path}`" if error.path else words.ROOT
    return FileError("value", place=place, wanted=error.wanted)
