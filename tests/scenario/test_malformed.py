"""Whatever a stranger sends is refused: one kind of error, soon, with little memory."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable

import pytest

from lib.scenario import FileError, LinkError, decode, read_file
from scripts.make_malformed import Case, all_cases, line
from tests.scenario.corpus import cases, content, lines

SLOWEST = 0.050
"""Seconds of this process's own time, so that a busy machine fails nobody."""
MOST_BYTES = 10_000_000


def reader(case: Case) -> Callable[[], object]:
    """What reads the case; the text is made before, it is not ours to pay for."""
    text = content(case)
    if case.what == "link":
        return lambda: decode(text)
    data = text.encode("latin-1")
    return lambda: read_file(data)


def refused(read: Callable[[], object]) -> str:
    """How a case is refused; anything but our own two errors goes through."""
    try:
        read()
    except FileError as error:
        return error.problem
    except LinkError:
        return "link"
    return ""


@pytest.fixture(scope="module")
def corpus() -> list[Case]:
    return list(cases())


def test_the_corpus_is_what_its_script_makes() -> None:
    assert lines() == [line(case) for case in all_cases()]


def test_the_corpus_is_large_and_of_every_kind(corpus: list[Case]) -> None:
    kinds = Counter((case.what, case.how) for case in corpus)
    assert len(corpus) >= 10_000
    assert len(set(corpus)) == len(corpus)
    assert len(kinds) >= 35
    for what in ("link", "file"):
        assert kinds[what, "injection"] >= 100
        assert kinds[what, "huge"] >= 20
        assert kinds[what, "cut short"] >= 500


def test_every_case_is_refused_soon(corpus: list[Case]) -> None:
    taken, slow, reasons = [], [], Counter[str]()
    for case in corpus:
        read = reader(case)
        start = time.process_time()
        reason = refused(read)
        if time.process_time() - start > SLOWEST:
            slow.append(read)
        reasons[reason] += 1
        if not reason:
            taken.append(case)
    assert not taken, taken[:5]
    assert set(reasons) == {"link", "size", "encoding", "json", "format", "version", "value"}
    for read in slow:  # once more: the first time may have been a collection of garbage
        start = time.process_time()
        refused(read)
        assert time.process_time() - start <= SLOWEST


def test_refusing_takes_little_memory(corpus: list[Case]) -> None:
    ordinary = [case for case in corpus if not case.times]
    sample = random.Random(1).sample(ordinary, 300)
    sample += [case for case in corpus if case.times or len(case.text) > 50_000]
    tracemalloc.start()
    try:
        for case in sample:
            read = reader(case)
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            refused(read)
            taken = tracemalloc.get_traced_memory()[1] - before
            assert taken <= MOST_BYTES, (case.what, case.how, case.text[:40], case.unit, taken)
    finally:
        tracemalloc.stop()
