"""A scenario as one short URL parameter, and back to the same value, to the bit.

Layout of version 1, before base64url without padding:

    version  1 byte
    choices  language, precision, variable, tab: 1 byte each, as places in their lists
    walk     1 byte
    mask     8 bytes: bit k says that number k is written short
    numbers  30 in the order of ``Scenario.numbers``, then the probes in the order of ``_PROBES``;
             short: a whole number of thousandths in 2 bytes; else the float64 in 8
    step     4 bytes
    rates    1 byte: how many rate changes; then for each its step in 4 bytes, its rate in 8
    training the set-up, see lib/scenario/training.py; empty where all is at its default
    check    CRC-32 of all before it, 4 bytes

All numbers are big-endian. A link is at most ``LONGEST`` characters; nothing in it is ever shown.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib

from lib.derivation import PRECISIONS, variables
from lib.scenario.limits import LOOKS
from lib.scenario.training import read_training, write_training
from lib.scenario.value import GEOMETRY, Scenario
from lib.text import LANGUAGES

VERSION = 1
LONGEST = 1600
_HEAD = ">BBBBBBQ"
_PROBES = ("probe_output", "probe_x", "probe_alpha", "probe_epsilon", "probe_rate")
_COUNT = 30 + len(_PROBES)
_THOUSANDTHS = 1000.0
_VARIABLES = [variable.key for variable in variables(GEOMETRY)]


class LinkError(ValueError):
    """A link that cannot be read. Its text is for a log, never for the page."""


def encode(scenario: Scenario) -> str:
    """The scenario as URL-safe text; about 110 characters for slider positions."""
    mask, numbers = 0, bytearray()
    for k, number in enumerate(_numbers(scenario)):
        short = _short(number)
        if short is None:
            numbers += struct.pack(">d", number)
        else:
            mask |= 1 << k
            numbers += struct.pack(">h", short)
    body = struct.pack(
        _HEAD,
        VERSION,
        LANGUAGES.index(scenario.language),
        PRECISIONS.index(scenario.precision),
        _VARIABLES.index(scenario.variable),
        LOOKS.index(scenario.look),
        scenario.operations_done,
        mask,
    )
    body += bytes(numbers) + struct.pack(">IB", scenario.step, len(scenario.rate_changes))
    for step, rate in scenario.rate_changes:
        body += struct.pack(">Id", step, rate)
    body += write_training(scenario.training)
    body += struct.pack(">I", zlib.crc32(body))
    return _base64url(body)


def decode(text: str) -> Scenario:
    """The scenario that :func:`encode` wrote.

    Raises:
        LinkError: anything else: too long, cut short, altered, of an unknown version, or holding a
            value that a scenario does not allow.
    """
    if not 0 < len(text) <= LONGEST:
        raise LinkError("length")
    try:
        body = base64.b64decode(
            text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
    except (UnicodeEncodeError, binascii.Error) as error:
        raise LinkError("not base64url") from error
    if _base64url(body) != text:  # one body has one text: no spare bits, no other alphabet, no "="
        raise LinkError("not base64url")
    if len(body) < 5 or zlib.crc32(body[:-4]) != struct.unpack(">I", body[-4:])[0]:
        raise LinkError("check sum")
    if body[0] != VERSION:
        raise LinkError("version")
    try:
        return _read_version_1(body[:-4])
    except (struct.error, IndexError, ValueError) as error:
        raise LinkError(str(error)) from error


def _base64url(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).decode("ascii").rstrip("=")


def _numbers(scenario: Scenario) -> tuple[float, ...]:
    return (*scenario.numbers, *(getattr(scenario, name) for name in _PROBES))


def _short(number: float) -> int | None:
    """The number in thousandths, where 2 bytes hold exactly that."""
    thousandths = round(number * _THOUSANDTHS)
    exact = abs(thousandths) < 2**15 and thousandths / _THOUSANDTHS == number
    return thousandths if exact else None


def _read_version_1(body: bytes) -> Scenario:
    _, language, precision, variable, tab, walk, mask = struct.unpack_from(_HEAD, body)
    place, numbers = struct.calcsize(_HEAD), []
    if mask >> _COUNT:
        raise LinkError("mask")
    for k in range(_COUNT):
        if mask >> k & 1:
            numbers.append(struct.unpack_from(">h", body, place)[0] / _THOUSANDTHS)
            place += 2
        else:
            numbers.append(struct.unpack_from(">d", body, place)[0])
            place += 8
    step, changes = struct.unpack_from(">IB", body, place)
    place += 5
    rates = tuple(struct.unpack_from(">Id", body, place + 12 * k) for k in range(changes))
    place += 12 * changes
    return Scenario(
        image=tuple(numbers[:16]),
        kernel=tuple(numbers[16:25]),
        dense=tuple(numbers[25:29]),
        label=numbers[29],
        variable=_VARIABLES[variable],
        precision=PRECISIONS[precision],
        language=LANGUAGES[language],
        training=read_training(body[place:]),
        step=step,
        rate_changes=rates,
        look=LOOKS[tab],
        operations_done=walk,
        **dict(zip(_PROBES, numbers[30:], strict=True)),
    )
