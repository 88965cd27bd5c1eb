"""A record: a frozen dataclass whose fields say, where they stand, what they may hold.

``step: int = holds(Number(0, 100, whole=True), 0)``: the kind checks the field of every instance,
reads it from JSON and writes it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from functools import cache
from typing import Any

from lib.scenario.kinds import FieldError, Kind, OrNull, misplaced
from lib.text import Text
from lib.text import file as words


def holds(kind: Kind, default: Any) -> Any:
    """A field of a dataclass: what it may hold, and what it holds where nothing is said."""
    return field(default=default, metadata={"kind": kind})


@cache
def kinds_of(record: Any) -> Mapping[str, Kind]:
    """What each field of a dataclass holds."""
    return {item.name: item.metadata["kind"] for item in fields(record)}


def settle(record: Any) -> None:
    """Read every field of a frozen dataclass: what its ``__post_init__`` does first.

    Raises:
        FieldError: a field with a value that it does not hold.
    """
    its_type: Any = type(record)
    kinds = kinds_of(its_type)
    for name, value in _read(kinds, {name: getattr(record, name) for name in kinds}).items():
        object.__setattr__(record, name, value)


def _read(kinds: Mapping[str, Kind], values: Mapping[str, Any]) -> dict[str, Any]:
    """Every value read by the kind of its name."""
    read = {}
    name = ""
    try:
        for name, value in values.items():
            read[name] = kinds[name].read(value)
    except FieldError as error:
        raise error.within(name) from None
    return read


class Record(Kind):
    """A frozen dataclass, written as an object; a key that is left out stands for its default.

    Args:
        record: the dataclass; it has a default for every field.
        kinds: what its fields hold, if they do not say so themselves.
        defaults: those that are not the dataclass's own.
    """

    def __init__(
        self, record: Any, kinds: Mapping[str, Kind] | None = None, **defaults: Any
    ) -> None:
        self.record = record
        self.kinds = kinds_of(record) if kinds is None else kinds
        self.defaults = record(**defaults)

    @property
    def wanted(self) -> Text:
        return words.OBJECT

    def read(self, value: Any) -> Any:
        if isinstance(value, self.record):
            return value
        if not isinstance(value, dict):
            raise FieldError(self.wanted)
        for key in value:
            if key not in self.kinds:
                raise misplaced(key, words.NO_KEY, words.KNOWN_KEYS)
        written = {name: getattr(self.defaults, name) for name in self.kinds}
        try:
            return self.record(**written | _read(self.kinds, value))
        except FieldError:
            raise
        except ValueError as error:  # each fits, but not beside the others
            raise FieldError(words.IN_ACCORD) from error

    def write(self, value: Any) -> dict[str, Any]:
        items = ((name, kind, getattr(value, name)) for name, kind in self.kinds.items())
        return {name: kind.write(item) for name, kind, item in items if not _absent(kind, item)}

    def differences(self, value: Any) -> dict[str, Any]:
        written = {}
        for name, kind in self.kinds.items():
            item = getattr(value, name)
            if item != getattr(self.defaults, name):
                written[name] = kind.differences(item)
        return written


def _absent(kind: Kind, item: Any) -> bool:
    """Whether it is an object that is not there: it is left out of a file too."""
    return item is None and isinstance(kind, OrNull) and isinstance(kind.kind, Record)
