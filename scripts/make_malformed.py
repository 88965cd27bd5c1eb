"""Writes tests/scenario/malformed.jsonl.gz: links and files that must be refused.

    python scripts/make_malformed.py

Every case is made from the committed examples of version 1 by a change that cannot leave a valid
link or file, or is something else altogether. The same seed gives the same cases. A line is
``{"what": "link" | "file", "how": …, "text": …}``; ``text`` holds a file's bytes as Latin-1. Huge
cases are written as ``unit`` repeated ``times`` times between ``text`` and ``after``.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import json
import pickle
import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

TESTS = Path(__file__).parents[1] / "tests" / "scenario"
CORPUS = TESTS / "malformed.jsonl.gz"
SEED = 20_240_607

URL_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
HEAD = ">BBBBBBQ"
"""Version 1 of a link: version, language, precision, variable, tab, walk, mask."""
CHOICES = {1: 2, 2: 3, 3: 39, 4: 6}
"""Place of each choice in the head, and how many there are to choose from."""
NUMBERS = 35
FIELDS = 27
"""Fields of a training set-up."""
LONGEST = 1600

INJECTIONS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "![x](https://example.com/x.png)",
    "[x](javascript:alert(1))",
    "<iframe src=https://example.com></iframe>",
    r"$\rule{3000em}{2000em}$",
    r"$\href{javascript:alert(1)}{x}$",
    r"\def\x{\x\x}\x",
    r"\input{/etc/passwd}",
    r"\write18{id}",
    "{{7*7}}",
    "${7*7}",
    "#{7*7}",
    "{0.__class__.__mro__}",
    "%s%s%s%n",
    "__import__('os').system('id')",
    "'; DROP TABLE scenarios; --",
    '" OR "1"="1',
    "../../../../etc/passwd",
    r"..\..\windows\win.ini",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data",
    "\x1b[2J\x1b[31m",
    "\x00\x01\x02",
    "\r\nSet-Cookie: a=b",
    "\u202egnp.exe",
    "\u200b\u200c\u200d\ufeff",
    ":material/home: :red-background[x]",
    "=cmd|' /C calc'!A0",
    "&lt;b&gt;",
    "%3Cscript%3E",
    "constructor",
    "__proto__",
    "NaN",
    "null",
    "undefined",
)

WRONG: tuple[Any, ...] = (None, True, False, "", "0.5", [], [0.5], {}, {"0": 0})
"""What no number, no word and no whole number may be."""
LITERALS = ("NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e309", "1001", "-1001", "9" * 19)
BAD_SYNTAX = ("01", "+1", ".5", "1.", "0x10", "1_000", "1e", "--1", "1,5", "'1'", "nan", "inf")
BAD_SYNTAX += ("True", "None", "undefined", "1f", "1/2", "0b1", "９", "٣", "1e1e1", "-", "e5", "")


class Case(NamedTuple):
    """One thing to be refused."""

    what: str
    how: str
    text: str
    unit: str = ""
    times: int = 0
    after: str = ""


def all_cases() -> Iterator[Case]:
    """Every case, in the order of the file."""
    draw = random.Random(SEED)
    seen: set[Case] = set()
    for maker in (links, files):
        for case in maker(draw):
            if case not in seen:
                seen.add(case)
                yield case


# links ---------------------------------------------------------------------------------------


def links(draw: random.Random) -> Iterator[Case]:
    """Everything that is no link."""
    examples = [example["link"] for example in json.loads((TESTS / "links_v1.json").read_text())]
    valid = set(examples)
    for how, text in _altered_links(draw, examples):
        if text not in valid:
            yield Case("link", how, text)
    for how, body in _forged_links(draw, examples):
        yield Case("link", how, link_of(body))
    yield from _huge_links(draw, examples)


def _altered_links(draw: random.Random, examples: list[str]) -> Iterator[tuple[str, str]]:
    for link in examples:
        for length in draw.sample(range(len(link)), 50):
            yield "cut short", link[:length]
        for _ in range(90):
            place, new = draw.randrange(len(link)), draw.choice(URL_ALPHABET)
            yield "a character changed", link[:place] + new + link[place + 1 :]
        for _ in range(25):
            place = draw.randrange(len(link))
            yield "a character lost", link[:place] + link[place + 1 :]
            yield "a character more", link[:place] + draw.choice(URL_ALPHABET) + link[place:]
            swapped = link[:place] + link[place : place + 2][::-1] + link[place + 2 :]
            yield "two characters swapped", swapped
        whole = base64.urlsafe_b64decode(link + "==")
        for _ in range(60):
            place, bit = draw.randrange(len(whole)), 1 << draw.randrange(8)
            flipped = whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]
            yield "a bit flipped", base64.urlsafe_b64encode(flipped).decode().rstrip("=")
        yield from _respelt(link, whole)
        for text in INJECTIONS:
            place = draw.randrange(1, len(link))
            yield "injection", link[:place] + text + link[place:]
    for text in INJECTIONS:
        yield "injection", text
        yield "injection", base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
        yield "injection", text * 20
    for _ in range(500):
        length = draw.choice((1, 2, 3, 4, 5, 7, 8, 16, 31, 64, 120))
        yield "random", "".join(draw.choices(URL_ALPHABET, k=length))
    for _ in range(200):
        yield "random", "".join(chr(draw.randrange(0xD7FF)) for _ in range(draw.randrange(1, 20)))
    for data in _other_formats():
        yield "another format", base64.urlsafe_b64encode(data).decode().rstrip("=")[:LONGEST]


def _respelt(link: str, whole: bytes) -> Iterator[tuple[str, str]]:
    """The same link in another spelling, which no tab of ours writes."""
    yield "respelt", link + "="
    yield "respelt", link + "=="
    yield "respelt", link + "\n"
    yield "respelt", " " + link
    yield "respelt", link[:8] + " " + link[8:]
    yield "respelt", link + "%20"
    yield "respelt", "s=" + link
    yield "respelt", f'"{link}"'
    yield "respelt", link + "\x00"
    yield "respelt", "\ufeff" + link
    yield "respelt", link.swapcase()
    yield "respelt", link[::-1]
    yield "respelt", link * 2
    yield "respelt", whole.hex()
    yield "respelt", base64.b32encode(whole).decode()
    yield "respelt", base64.b85encode(whole).decode()
    yield "respelt", "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in link)  # full width
    yield "respelt", link.replace("A", "\u0410").replace("a", "\u0430")  # Cyrillic
    yield "respelt", "".join(f"%{ord(character):02X}" for character in link)


def _forged_links(draw: random.Random, examples: list[str]) -> Iterator[tuple[str, bytes]]:
    """Bodies with a right check sum that no page writes."""
    bad_numbers = [float("nan"), float("inf"), float("-inf"), 1000.0000000000001, -1e4, 1e300]
    for link in examples:
        body = base64.urlsafe_b64decode(link + "==")[:-4]
        numbers, places = _numbers_of(body)
        fixed = places[-1]
        for version in (0, 2, 3, 127, 255):
            yield "forged version", bytes([version]) + body[1:]
        for place, count in CHOICES.items():
            for bad in (count, count + 1, 255):
                yield "forged choice", body[:place] + bytes([bad]) + body[place + 1 :]
        for bit in range(NUMBERS, 64):
            mask = struct.unpack_from(HEAD, body)[-1] | 1 << bit
            yield "forged mask", body[:6] + struct.pack(">Q", mask) + body[14:]
        for k in range(NUMBERS):
            bad_number = draw.choice(bad_numbers)
            mask = struct.unpack_from(HEAD, body)[-1] & ~(1 << k)
            forged = [*numbers[:k], struct.pack(">d", bad_number), *numbers[k + 1 :]]
            head = body[:6] + struct.pack(">Q", mask)
            yield "forged number", head + b"".join(forged) + body[fixed:]
        for step in (1_000_001, 2**31, 2**32 - 1):
            yield "forged step", body[:fixed] + struct.pack(">I", step) + body[fixed + 4 :]
        for length in draw.sample(range(fixed + 4), 20):
            yield "forged length", body[:length]
        for changes in (41, 255):
            yield "forged rates", body[: fixed + 4] + bytes([changes]) + body[fixed + 5 :]
        step = struct.pack(">I", 10)
        for pairs in (
            [(11, 1.0)],
            [(5, -1.0)],
            [(5, float("nan"))],
            [(5, 1e7)],
            [(5, 1.0), (4, 1.0)],
            [(k, 1.0) for k in range(41)],
        ):
            packed = b"".join(struct.pack(">Id", *pair) for pair in pairs)
            rates = bytes([len(pairs)]) + packed
            yield "forged rates", body[:fixed] + step + rates
        start = body[:fixed] + step + b"\0"
        for field in range(FIELDS, 256, 9):
            yield "forged training", start + bytes([field]) + b"\0" * 8
        for field in range(FIELDS):
            yield "forged training", start + bytes([field])
            yield "forged training", start + bytes([field]) + b"\xff" * 8
            yield "forged training", start + bytes([field]) + b"\xff"
    for length in range(5):
        yield "forged length", b"\1" * length


def _numbers_of(body: bytes) -> tuple[list[bytes], list[int]]:
    """The bytes of each number, and where each begins; last, where the step begins."""
    mask, place = struct.unpack_from(HEAD, body)[-1], struct.calcsize(HEAD)
    numbers, places = [], []
    for k in range(NUMBERS):
        size = 2 if mask >> k & 1 else 8
        numbers.append(body[place : place + size])
        places.append(place)
        place += size
    return numbers, [*places, place]


def link_of(body: bytes) -> str:
    """Any bytes as a link with a right check sum."""
    whole = body + struct.pack(">I", zlib.crc32(body))
    return base64.urlsafe_b64encode(whole).decode().rstrip("=")


def _huge_links(draw: random.Random, examples: list[str]) -> Iterator[Case]:
    for times in (LONGEST + 1, 5000, 100_000, 1_000_000, 5_000_000):
        for unit in ("A", "_", "%", "\u4e2d"):
            yield Case("link", "huge", "", unit, times)
        yield Case("link", "huge", draw.choice(examples), "=", times)


# files ---------------------------------------------------------------------------------------


def files(draw: random.Random) -> Iterator[Case]:
    """Everything that is no file."""
    examples = [path.read_bytes() for path in sorted((TESTS / "files_v1").glob("*.json"))]
    for how, content in _altered_files(draw, examples):
        yield Case("file", how, content.decode("latin-1"))
    for how, text in _rewritten_files(draw, examples):
        yield Case("file", how, text.encode("utf-8", "surrogatepass").decode("latin-1"))
    yield from _huge_files(examples[0].decode())


def _altered_files(draw: random.Random, examples: list[bytes]) -> Iterator[tuple[str, bytes]]:
    for content in examples:
        last = content.rindex(b"}")
        for length in draw.sample(range(last), 150):
            yield "cut short", content[:length]
        for _ in range(100):
            place = draw.randrange(len(content))
            high = bytes([content[place] | 0x80])
            yield "not ASCII", content[:place] + high + content[place + 1 :]
        marks = [place for place, byte in enumerate(content) if chr(byte) in '{}[]",:']
        for place in draw.sample(marks, 80):
            yield "a mark lost", content[:place] + content[place + 1 :]
            yield "a mark twice", content[:place] + content[place : place + 1] + content[place:]
        text = content.decode()
        for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp037"):
            yield "another encoding", text.encode(encoding)
        yield "another encoding", text.encode("utf-7").replace(b"{", b"+AHs-")
        yield "packed", gzip.compress(content, mtime=0)
        yield "packed", zlib.compress(content)
        yield "packed", bz2.compress(content)
        yield "packed", base64.b64encode(content)
        yield "packed", pickle.dumps(json.loads(content), protocol=0)
    for data in _other_formats():
        yield "another format", data
    for _ in range(300):
        yield "random", draw.randbytes(draw.randrange(1, 64))
    tokens = ("{", "}", "[", "]", ",", ":", '"', "1", "-", "e", ".", " ", "null", "true", '"a"')
    for _ in range(400):
        yield "random", "".join(draw.choices(tokens, k=draw.randrange(1, 30))).encode()


def _rewritten_files(draw: random.Random, examples: list[bytes]) -> Iterator[tuple[str, str]]:
    for content in examples:
        values = json.loads(content)
        training: dict[str, Any] = values["training"]

        def with_value(change: dict[str, Any], values: dict[str, Any] = values) -> str:
            return json.dumps({**values, **change})

        for key in values:
            rest = {other: value for other, value in values.items() if other != key}
            if key != "own_images":
                yield "a key missing", json.dumps(rest)
            yield "a key renamed", json.dumps({**rest, key.upper(): values[key]})
            yield "a key renamed", json.dumps({**rest, key + " ": values[key]})
            doubled = json.dumps(values).replace(f'"{key}":', f'"{key}": 0, "{key}":', 1)
            yield "a key twice", doubled
            for wrong in WRONG:
                if (key, wrong) not in (("rate_changes", []),):
                    yield "a wrong value", with_value({key: wrong})
            for text in draw.sample(INJECTIONS, 6):
                yield "injection", with_value({key: text})
        for text in INJECTIONS:
            yield "injection", with_value({text: 0})
            yield "injection", with_value({"training": {**training, text: 0}})
        for name, value in training.items():
            rest = {other: training[other] for other in training if other != name}
            yield "a training key missing", with_value({"training": rest})
            wrongs: list[Any] = [*WRONG, "<b>", -1, 1e7, 2**31]
            if type(value) is int:
                wrongs += [0.5, float(value)]
            for wrong in wrongs:
                yield "a wrong training value", with_value({"training": {**training, name: wrong}})
        for key in ("image", "kernel", "dense"):
            row = values[key]
            for size in (0, 1, len(row) - 1, len(row) + 1, 1000):
                yield "a wrong count", with_value({key: [0.5] * size})
            for place in draw.sample(range(len(row)), 4):
                for wrong in WRONG:
                    changed = [*row[:place], wrong, *row[place + 1 :]]
                    yield "a wrong number", with_value({key: changed})
                for literal in (*LITERALS, *BAD_SYNTAX):
                    marked = with_value({key: [*row[:place], "@", *row[place + 1 :]]})
                    yield "a wrong number", marked.replace('"@"', literal)
        for key in ("label", "step", "walk", "precision", "probe_x"):
            for literal in (*LITERALS, *BAD_SYNTAX):
                if (key, literal) != ("step", "1001"):
                    yield "a wrong number", with_value({key: "@"}).replace('"@"', literal)
        for version in (0, -1, 2, 3, 1.0, 1.5, True, "1", None, [1], 10**30):
            yield "another version", with_value({"version": version})
        for name in ("", "Backprop-by-hand", "backprop", None, 1, ["backprop-by-hand"]):
            yield "another format", with_value({"format": name})
        for own in _wrong_images():
            yield "wrong images", with_value({"own_images": own})
        for changes in ([[0]], [[0, 1, 2]], [0], ["01"], [[0, -1]], [["0", 1]], [[0, 1]] * 41):
            yield "wrong rate changes", with_value({"rate_changes": changes})
        plain = json.dumps(values)
        yield "not JSON", plain.replace('"', "'")
        yield "not JSON", plain.replace("{", "{/* a comment */", 1)
        yield "not JSON", plain[:-1] + ",}"
        yield "not JSON", plain + plain
        yield "not JSON", f"var scenario = {plain};"
        yield "not JSON", f"callback({plain})"
        yield "not JSON", plain + "\x00"
        yield "another format", f"[{plain}]"
        yield "another format", json.dumps(plain)


def _wrong_images() -> Iterator[Any]:
    good = [0.5] * 16
    for images, labels in (
        ([], []),
        ([good], []),
        ([], [0]),
        ([good], [0, 1]),
        ([good[1:]], [0]),
        ([[*good, 0.5]], [0]),
        ([[good]], [0]),
        (good, [0]),
        ([None], [0]),
        ("0" * 16, "0"),
        ({}, {}),
        (None, None),
        ([good] * 2001, [0] * 2001),
    ):
        yield {"images": images, "labels": labels}
    for wrong in (*WRONG, -0.001, 1.001, 1e300, -1, 2):
        yield {"images": [[wrong, *good[1:]]], "labels": [0]}
        yield {"images": [good], "labels": [wrong]}
    yield from ([], None, 1, "x", {}, {"images": [good]}, {"labels": [0]})
    yield {"images": [good], "labels": [0], "classes": ["a", "b"]}


def _huge_files(plain: str) -> Iterator[Case]:
    """Bombs: what would cost much to read, before and after the limits."""
    for times in (900, 2000, 50_000, 999_000, 1_100_000):
        for unit in ("[", "{", '{"a":', "[[[[", '"', "\\", ",", " ", "9", "\xff"):
            yield Case("file", "huge", "", unit, times // len(unit))
        yield Case("file", "huge", "[", "0,", times // 2, "0]")
        yield Case("file", "huge", "[", "[],", times // 3, "0]")
        yield Case("file", "huge", "[", "1e5,", times // 4, "0]")
        yield Case("file", "huge", "[", '"ab",', times // 5, "0]")
        yield Case("file", "huge", "{", '"a":0,', times // 6, '"b":0}')
        yield Case("file", "huge", "", "[", times // 2, "]" * 20)
        yield Case("file", "huge", '["', "a", times, '"]')
        yield Case("file", "huge", '["', "\\u00e9", times // 6, '"]')
        yield Case("file", "huge", '["\\ud83d\\ude00', "a", times, '"]')
        yield Case("file", "huge", '["', "a\\n", times // 3, '"]')
        yield Case("file", "huge", "[", "9", times, "]")
        yield Case("file", "huge", "[0.", "1", times, "]")
        yield Case("file", "huge", "[1e", "9", times, "]")
        yield Case("file", "huge", "[", "9" * 4000 + ",", times // 4001, "0]")
        yield Case("file", "huge", plain.rstrip().removesuffix("}"), ',"x":0', times // 6, "}")
        yield Case("file", "huge", plain, " ", times, "x")


def _other_formats() -> Iterator[bytes]:
    """Files of other kinds, harmless and not."""
    entities = "".join(f'<!ENTITY a{k} "&a{k - 1};&a{k - 1};">' for k in range(1, 30))
    yield f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "a">{entities}]><a>&a29;</a>'.encode()
    yield b"<!doctype html><script src=https://example.com/x.js></script>"
    yield b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x7f\xff\xff\xff" * 2
    yield b"GIF89a" + b"\xff" * 32
    yield b"%PDF-1.7\n1 0 obj<</JavaScript(app.alert(1))>>"
    yield b"PK\x03\x04" + b"\x00" * 26 + b"../../evil"
    yield b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    yield b"cos\nsystem\n(S'id'\ntR."
    yield b"\x80\x04\x95" + b"\x00" * 20
    yield b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    yield b"!!python/object/apply:os.system ['id']"
    yield b"[package]\nname = 'x'\n"
    yield b"0.1,0.2,0.3\n0.4,0.5,0.6\n"
    yield b"SQLite format 3\x00"
    yield b"\x7fELF\x02\x01\x01"
    yield b"#!/bin/sh\nid\n"
    yield b"\xef\xbb\xbf{}"
    yield b"\x00" * 64
    yield gzip.compress(b"\x00" * 1_000_000, mtime=0)
    yield zlib.compress(b"[" * 1_000_000, 9)
    yield b"--boundary\r\nContent-Disposition: form-data\r\n\r\n{}\r\n--boundary--"


def line(case: Case) -> str:
    """A case as one line of the corpus; empty parts are left out."""
    parts: Callable[[tuple[str, Any]], bool] = lambda item: bool(item[1]) or item[0] == "text"  # noqa: E731
    return json.dumps(dict(filter(parts, case._asdict().items())), separators=(",", ":"))


def main() -> None:
    """Write the corpus."""
    lines = [line(case) for case in all_cases()]
    packed = gzip.compress(("\n".join(lines) + "\n").encode("ascii"), 9, mtime=0)
    CORPUS.write_bytes(packed)
    print(f"{len(lines)} cases, {len(packed) / 1e6:.2f} MB: {CORPUS}")


if __name__ == "__main__":
    main()
