"""Writes docs/malformed.md: what each kind of malformed link and file got, and what it cost.

python -m scripts.report_malformed
"""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
from collections import Counter, defaultdict
from pathlib import Path

from lib.scenario import FileError, LinkError, decode, read_file
from scripts.make_malformed import CORPUS, Case

PAGE = Path(__file__).parents[1] / "docs" / "malformed.md"
HEAD = """# Malformed links and files, and what each got

{count} cases, made by `scripts/make_malformed.py` from a fixed seed and kept in
`tests/scenario/malformed.jsonl.gz`. Every one is refused: a link with the sentence for bad links, a
file with the sentence of its kind, and nothing that was on the screen is lost. The last two columns
are the worst of each row, in milliseconds of processor time and in megabytes at the peak
(`python -m scripts.report_malformed` measures them again).

| what | how it is wrong | cases | what it got | ms | MB |
| --- | --- | ---: | --- | ---: | ---: |
"""


def main() -> None:
    """Read every case twice, for its time and for its memory, and write the table."""
    got: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    time_of: dict[tuple[str, str], float] = defaultdict(float)
    size_of: dict[tuple[str, str], float] = defaultdict(float)
    for line in gzip.decompress(CORPUS.read_bytes()).decode("ascii").splitlines():
        case = Case(**json.loads(line))
        text = case.text + case.unit * case.times + case.after
        data = text.encode("latin-1") if case.what == "file" else b""
        row = case.what, case.how
        start = time.process_time()
        got[row][_read(case.what, text, data)] += 1
        time_of[row] = max(time_of[row], time.process_time() - start)
        tracemalloc.start()
        _read(case.what, text, data)
        size_of[row] = max(size_of[row], tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    rows = []
    for (what, how), reasons in got.items():
        told = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
        cost = f"{1e3 * time_of[what, how]:.1f} | {size_of[what, how] / 1e6:.2f}"
        rows.append(f"| {what} | {how} | {reasons.total()} | {told} | {cost} |")
    count = sum(reasons.total() for reasons in got.values())
    PAGE.write_text(HEAD.format(count=count) + "\n".join(rows) + "\n", encoding="utf-8")


def _read(what: str, text: str, data: bytes) -> str:
    try:
        _ = decode(text) if what == "link" else read_file(data)
    except LinkError:
        return "bad link"
    except FileError as error:
        return error.problem
    return "TAKEN"


if __name__ == "__main__":
    main()
