"""What a field may hold. A kind reads a value, writes it as JSON, and says what it wants.

A kind reads Python's values and JSON's alike (a list for a tuple), so there is one check for all
that comes from a slider, a link or a file. To read what was read changes nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from lib.derivation import plain_number
from lib.numbers import LONGEST, Reading, read_number
from lib.text import Text
from lib.text import file as words

_NAME = re.compile(r"(?:[^\W_]|[ .,:;!?()'’+−–-]|[，。：；！？（）、])*")
_KEY = re.compile(r"[a-z_]{1,12}(?:-[0-9]{1,2}){0,4}")


class FieldError(ValueError):
    """A value that its field does not hold.

    Attributes:
        wanted: what would fit.
        place: keys and positions that lead to the value: ``("kernel", 1, 2)``.
    """

    def __init__(self, wanted: Text, *place: str | int) -> None:
        self.wanted, self.place = wanted, place
        super().__init__(f"{self.path or 'scenario'}: wanted {wanted.en}")

    @property
    def path(self) -> str:
        """The place as text, ``kernel[1][2]``; empty for the whole."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.place)
        return "".join(parts).removeprefix(".")

    def within(self, part: str | int) -> FieldError:
        """The same, seen from outside: inside ``part``."""
        return FieldError(self.wanted, part, *self.place)


def misplaced(key: str, safe: Text, other: Text) -> FieldError:
    """A key that may not be there: named if it is a plain word, else only said to be there."""
    plain = re.fullmatch(r"[A-Za-z0-9_]{1,40}", key)
    return FieldError(safe, key) if plain else FieldError(other)


class Kind:
    """What a field may hold."""

    @property
    def wanted(self) -> Text:
        """What fits, in words."""
        raise NotImplementedError

    def read(self, value: Any) -> Any:
        """The value as the scenario keeps it.

        Raises:
            FieldError: another value.
        """
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """A value that was read, as JSON."""
        return value

    def differences(self, value: Any) -> Any:
        """What :meth:`write` gives, without what an object has at its default."""
        return self.write(value)


@dataclass(frozen=True)
class Number(Kind):
    """A float64 from ``low`` to ``high``, or only the whole numbers there, as ints."""

    low: float
    high: float
    whole: bool = False

    @property
    def wanted(self) -> Text:
        ends = {"low": plain_number(self.low, 17), "high": plain_number(self.high, 17)}
        return (words.WHOLE if self.whole else words.NUMBER).filled(**ends)

    def read(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            raise FieldError(self.wanted)
        if not self.low <= value <= self.high:  # NaN fails too
            raise FieldError(self.wanted)
        return value if self.whole else float(value) + 0.0  # no negative zero

    def write(self, value: float) -> float:
        """The shortest that reads back: 1 for 1.0."""
        return int(value) if value == int(value) else value


@dataclass(frozen=True)
class Choice(Kind):
    """One of some words, numbers or truth values, and of its very type."""

    options: tuple[Any, ...]

    @property
    def wanted(self) -> Text:
        shown = [f"`{json.dumps(option)}`" for option in self.options]
        if len(shown) > 12:
            shown[2:-1] = ["…"]
        return words.CHOICE.filled(options=", ".join(shown))

    def read(self, value: Any) -> Any:
        for option in self.options:
            if value == option and type(value) is type(option):
                return value
        raise FieldError(self.wanted)


@dataclass(frozen=True)
class Key(Kind):
    """The key of a variable of any network: a word and its indices.

    Whether the network at hand has it is asked where that is known; ``options`` are the notes'.
    """

    options: tuple[str, ...]

    @property
    def wanted(self) -> Text:
        return Choice(self.options).wanted

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or not _KEY.fullmatch(value):
            raise FieldError(self.wanted)
        return value


@dataclass(frozen=True)
class Name(Kind):
    """A short text without markup."""

    most: int

    @property
    def wanted(self) -> Text:
        return words.NAME.filled(most=self.most)

    def read(self, value: Any) -> str:
        fits = isinstance(value, str) and len(value) <= self.most and _NAME.fullmatch(value)
        if not fits:
            raise FieldError(self.wanted)
        return str(value)


@dataclass(frozen=True)
class NumberText(Kind):
    """One number as a person wrote it, or nothing. For a field to type in, never to be rendered."""

    @property
    def wanted(self) -> Text:
        return words.NUMBER_TEXT.filled(most=LONGEST)

    def read(self, value: Any) -> str:
        fits = isinstance(value, str) and len(value) <= LONGEST
        if not fits or (value and not isinstance(read_number(value), Reading)):
            raise FieldError(self.wanted)
        return str(value)


@dataclass(frozen=True)
class Code(Kind):
    """A fixed count of characters, each one of an alphabet."""

    count: int
    alphabet: str

    @property
    def wanted(self) -> Text:
        ends = {"first": self.alphabet[0], "last": self.alphabet[-1]}
        return words.CODE.filled(count=self.count, **ends)

    def read(self, value: Any) -> str:
        fits = isinstance(value, str) and len(value) == self.count
        if not fits or any(character not in self.alphabet for character in value):
            raise FieldError(self.wanted)
        return str(value)


@dataclass(frozen=True)
class OrNull(Kind):
    """What another kind holds, or nothing."""

    kind: Kind

    @property
    def wanted(self) -> Text:
        return words.OR_NULL.filled(wanted=self.kind.wanted)

    def read(self, value: Any) -> Any:
        if value is None:
            return None
        try:
            return self.kind.read(value)
        except FieldError as error:
            if error.place:  # it is an object, and what is wrong stands inside
                raise
            raise FieldError(self.wanted) from None

    def write(self, value: Any) -> Any:
        return None if value is None else self.kind.write(value)

    def differences(self, value: Any) -> Any:
        return None if value is None else self.kind.differences(value)
