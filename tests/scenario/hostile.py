"""Links and files that nobody's page wrote, and the means to forge more of them."""

from __future__ import annotations

import base64
import gzip
import json
import struct
import zlib
from pathlib import Path

from lib.scenario import Saved, encode, preset, randomised, write_file
from lib.scenario.link import _DICTIONARY as DICTIONARY

HERE = Path(__file__).parent
V1_LINKS = json.loads((HERE / "v1" / "links.json").read_text("utf-8"))
V1_FILES = sorted((HERE / "v1" / "files").glob("*.json"))
V2_LINKS = json.loads((HERE / "v2" / "links.json").read_text("utf-8"))
V2_FILES = sorted((HERE / "v2" / "files").glob("*.json"))

INJECTIONS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://example.com/x.png)",
    "[x](javascript:alert(1))",
    r"$\rule{3000em}{2000em}$",
    r"\input{/etc/passwd}",
    ":material/home: :red-background[x]",
    "{0.__class__.__mro__}",
    "%s%s%s%n",
    "`__proto__`",
    "../../../../etc/passwd",
    "\x1b[2J",
    "\x00\x01",
    "\u202egnp.exe",
    "\u200b\ufeff",
    "=cmd|' /C calc'!A0",
)


def sealed(body: bytes) -> str:
    """Any bytes as base64url with a right check sum: a link of version 1."""
    whole = body + struct.pack(">I", zlib.crc32(body))
    return base64.urlsafe_b64encode(whole).decode().rstrip("=")


def unsealed(text: str) -> bytes:
    """The bytes that a link seals."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))[:-4]


def forged(plain: bytes) -> str:
    """Any bytes in the place of the JSON of a link of version 2."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=DICTIONARY)
    return "2" + sealed(deflate.compress(plain) + deflate.flush())


GOOD_LINK = encode(randomised(preset("notes"), 3))
LINKS = (
    *("", " ", "A", "2", "-", "AQAA", "garbage", "é" * 40, "\ud800" * 40, "%00%ff"),
    *INJECTIONS,
    GOOD_LINK[:-1],
    GOOD_LINK[1:],
    GOOD_LINK + "A",
    GOOD_LINK * 2,
    GOOD_LINK.swapcase(),
    "3" + GOOD_LINK[1:],
    V1_LINKS[0]["link"][:-1],
    sealed(b"\x02" + unsealed(V1_LINKS[0]["link"])[1:]),
    *(forged(text.encode("utf-8", "surrogatepass")) for text in INJECTIONS),
    *(forged(json.dumps({"name": text}).encode()) for text in INJECTIONS),
    *(forged(json.dumps({text: 1}).encode()) for text in INJECTIONS),
    *map(
        forged,
        (
            b"",
            b"[]",
            b"{}" + b" " * 17_000,
            b"null",
            b"[" * 7000,
            b"\xff",
            b'{"step":1e9}',
            b'{"label":NaN}',
        ),
    ),
    *(forged(unit * (1_000_000 // len(unit))) for unit in (b" ", b"[", b"9", b'{"a":')),
    *(unit * times for unit in ("A", "_", "%", "\u4e2d") for times in (8001, 5_000_000)),
)
"""What no reader may take."""

GOOD_FILE = write_file(Saved(preset("digit")))
_PACKED = gzip.compress(b"\0" * 1_000_000, mtime=0)
FILES = (
    *(b"", b"\0", b"\xff\xfe", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"cos\nsystem\n(S'id'\ntR."),
    *(
        b"null",
        b"[]",
        b"1",
        b"{}",
        b'{"version":2',
        b'{"version":[2]}',
        b'{"version":true}',
        _PACKED,
    ),
    GOOD_FILE[:-3],
    GOOD_FILE + b"]",
    GOOD_FILE.decode().encode("utf-32"),
    *(
        json.dumps({"version": 2, key: value}).encode()
        for text in INJECTIONS
        for key, value in ((text, 1), ("name", text), ("look", text), ("training", {text: 1}))
    ),
    *(
        unit * (times // len(unit))
        for unit in (
            b"[",
            b"{",
            b'{"a":',
            b'"',
            b"\\",
            b'"\\',
            b'\\"',
            b",",
            b" ",
            b"9",
            "−".encode(),
        )
        for times in (2000, 999_000, 1_100_000)
    ),
    b"[" + b"0," * 499_000 + b"0]",
    b"[" + b"[]," * 300_000 + b"0]",
    b'{"version":2,"step":' + b"9" * 900_000 + b"}",
    b'{"version":2,"label":1.' + b"1" * 900_000 + b"}",
    b'{"version":2,"name":"' + b"\\n" * 450_000 + b'"}',
    b'{"version":2,"name":"' + b"a" * 900_000 + b'"}',
)
"""What no reader may take, whatever it would cost to read it."""
