"""A scenario as one short URL parameter, and back to the same value, to the bit.

    2 base64url( deflate( JSON of what differs from the defaults ) · filler · CRC-32 )

The filler, a zero byte where the length asks for it, leaves spare bits in the last character: that
one is a letter or a digit then, which no mail program takes for the end of a sentence. What a mail
or a forum has done to a link is undone before it is read; the check sum tells whether it was. A
link of version 1 begins with A.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import struct
import zlib
from typing import Any

from lib.scenario.format import SCENARIO, VERSION, parse
from lib.scenario.v1.link import values_of_version_1
from lib.scenario.value import Scenario

LONGEST = 8000
"""Characters that are looked at."""
_MOST_PLAIN = 16_000
"""Bytes of JSON that are unpacked."""
_SIGN = str(VERSION)
_LOST_ENDS = ("", "-", "_", "--", "-_", "_-", "__")
"""What may have been cut off the end of a link of version 1."""
_DICTIONARY = (
    b'"comparison":{"optimisers":["descent","momentum","nesterov","rmsprop","adam"],'
    b'"learning_rates":[0.01,0.02,0.05,0.1,0.2,0.5,1,2,5,10,20,50,100],"first_seed":1,'
    b'"seed_count":8,"steps":1000,"steps_taken":500,"log_loss":true,"run_a":1,"run_b":2}'
    b'"print_all":true,"backward_view":"picture","variable":"image-0-1""variable":"dense-1"'
    b'"look":"shortcut""look":"factors""look":"nudge""look":"code""look":"print"'
    b'"data":"bars""data":"sides""data":"diagonals""data":"textures""data":"xor""data":"own"'
    b'"first_digit":3,"second_digit":8,"split_seed":1,"train_share":0.8,"noise":0.1,"size":100,'
    b'"optimiser":"momentum""optimiser":"nesterov""optimiser":"rmsprop","momentum":0.95,'
    b'"decay":0.9,"beta1":0.8,"beta2":0.99,"epsilon":1e-06,"schedule":"step""schedule":"cosine"'
    b'"schedule":"exponential","schedule_steps":500,"schedule_factor":0.1,"l1":0.001,"l2":0.01,'
    b'"initial":"uniform""initial":"xavier""initial":"zeros","initial_scale":1,"stop_loss":0.1,'
    b'"stop_steps":5000,"stop_plateau":50,"batch_size":16,"batch_seed":1,"initial_seed":1'
    b'"probe_output":0.5,"probe_x":0,"probe_alpha":36,"probe_epsilon":-8,"probe_rate":0.5,'
    b'"name":"","operations_done":30,"training":{"optimiser":"adam","learning_rate":0.05},'
    b'"step":1000,"rate_changes":[[100,0.5],[200,0.1]],"precision":6,"language":"zh"'
    b'"dense":[1,-1,1,-1],"label":0,"seed":1,"variable":"kernel-1-1"'
    b']],"kernel":[[-0.5,0.5,1],[0,{"image":[[0,0,1,1],[0.1,0.2,0.3,0.4],[0.5,0.6,0.7,0.8],[0.'
)
"""What links have in common. Frozen: a link of version 2 can be read with just these bytes."""


class LinkError(ValueError):
    """A link that cannot be read. Its text is for a log, never for the page."""


def encode(scenario: Scenario) -> str:
    """The scenario as letters, digits, ``-`` and ``_``, the last of them a letter or a digit."""
    differences = SCENARIO.differences(scenario)
    plain = json.dumps(differences, separators=(",", ":"), ensure_ascii=False)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_DICTIONARY)
    body = deflate.compress(plain.encode()) + deflate.flush()
    body += b"\0" * ((len(body) + 4) % 3 == 0)
    return _SIGN + _base64url(body + struct.pack(">I", zlib.crc32(body)))


def decode(text: str) -> Scenario:
    """The scenario of a link of any version, also of one that was broken into lines, is followed by
    a full stop or has lost the ``-`` or ``_`` at its end.

    Raises:
        LinkError: anything else: too long, cut short, altered, of an unknown version, or holding a
            value that a scenario does not allow.
    """
    if len(text) > LONGEST:
        raise LinkError("length")
    kept = re.sub(r"[^A-Za-z0-9_-]", "", text).strip("-_")
    new = kept.startswith(_SIGN)
    sealed, values_of = (kept[1:], _values) if new else (kept, values_of_version_1)
    bodies = (_unsealed(sealed + end) for end in _LOST_ENDS)
    body = next((body for body in bodies if body is not None), None)
    if body is None:
        raise LinkError("check sum")
    try:
        scenario: Scenario = SCENARIO.read(values_of(body))
    except (ValueError, RecursionError, LookupError, struct.error, zlib.error) as error:
        raise LinkError(str(error)) from error
    return scenario


def _base64url(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).decode("ascii").rstrip("=")


def _unsealed(text: str) -> bytes | None:
    """The bytes in front of the check sum; None where it is wrong."""
    try:
        whole = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return None
    body, check = whole[:-4], whole[-4:]
    right = len(check) == 4 and zlib.crc32(body) == struct.unpack(">I", check)[0]
    return body if right and _base64url(whole) == text else None


def _values(body: bytes) -> Any:
    """The JSON in the bytes of version 2."""
    inflate = zlib.decompressobj(-15, zdict=_DICTIONARY)
    plain = inflate.decompress(body, _MOST_PLAIN)
    if not inflate.eof or inflate.unused_data not in (b"", b"\0"):
        raise ValueError("more than any link holds")
    return parse(plain.decode())
