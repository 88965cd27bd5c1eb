"""What stands on the screen, as text: formulas, tiles, tables, metrics, the sliders' numbers."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page

from lib.numbers import Reading, read_number

# KaTeX leaves the LaTeX that it rendered beside every formula.
_MARK = re.compile(r"\\htmlData\{factor=\d+\}\{")
_SOURCES = 'annotation[encoding="application/x-tex"]'


def formulas(page: Page) -> list[str]:
    """The LaTeX of every formula of the page, in order, without its hints where to break."""
    found: list[str] = page.locator(f"[data-testid=stMain] {_SOURCES}").all_text_contents()
    return [_without_hints(source) for source in found]


def tiles(page: Page) -> dict[str, str]:
    """The tiles of every matrix: what one is called, and its number in all the digits it has."""
    spoken: list[str] = page.locator(".tile").evaluate_all("tiles => tiles.map((t) => t.title)")
    return dict(text.split(" = ", 1) for text in spoken)


def tile_numbers(page: Page) -> dict[str, str]:
    """The same tiles with the number that is printed on them, which may be shorter."""
    read: list[list[str]] = page.locator(".tile").evaluate_all(
        "tiles => tiles.map((t) => [t.title, t.querySelector('.number').textContent])"
    )
    return {title.split(" = ", 1)[0]: number for title, number in read}


def table_rows(page: Page) -> list[list[str]]:
    """The cells of every table, row by row without the head; a formula is read as its LaTeX."""
    rows: list[list[str]] = page.locator(
        "[data-testid=stTable] tbody tr, .sheet tbody tr"
    ).evaluate_all(
        f"""rows => rows.map((row) => [...row.children].map((cell) => {{
          const source = cell.querySelector('{_SOURCES}');
          return (source ?? cell).textContent.trim();
        }}))"""
    )
    return [[_without_hints(cell) for cell in row] for row in rows]


def metrics(page: Page) -> dict[str, str]:
    """The metrics: label (a formula as its LaTeX) and value."""
    read: list[list[str]] = page.locator("[data-testid=stMetric], .sheet .metric").evaluate_all(
        f"""metrics => metrics.map((metric) => {{
          const label = metric.querySelector('[data-testid=stMetricLabel], .words');
          const source = label.querySelector('{_SOURCES}');
          const value = metric.querySelector('[data-testid=stMetricValue], .value');
          return [(source ?? label).textContent.trim(), value.textContent.trim()];
        }})"""
    )
    return dict(map(tuple, read))


def slider_numbers(page: Page) -> list[float]:
    """The 30 numbers above the sliders, with all their digits."""
    return _typed(page, "stSidebar")


def _typed(page: Page, part: str) -> list[float]:
    titles: list[str] = page.locator(f"[data-testid={part}] .panel input.number").evaluate_all(
        "boxes => boxes.map((b) => b.title)"
    )
    return [number(title) for title in titles]


def thumbs(page: Page) -> list[float]:
    """Where the 30 thumbs stand."""
    values: list[Any] = page.locator(
        "[data-testid=stSidebar] .panel input[type=range]"
    ).evaluate_all("sliders => sliders.map((s) => Number(s.value))")
    return [float(value) for value in values]


def _without_hints(source: str) -> str:
    """LaTeX without its hints where not to break a line, and without the marks of its factors."""
    source = source.replace(r"\nobreak ", "")
    while mark := _MARK.search(source):
        start, end = mark.end(), mark.end()
        depth = 1
        while depth:
            depth += (source[end] == "{") - (source[end] == "}")
            end += 1
        source = source[: mark.start()] + source[start : end - 1] + source[end:]
    return source


def number(text: str) -> float:
    """A number as the page writes it: with a real minus, and a power of ten."""
    read = read_number(text)
    assert isinstance(read, Reading), text
    return read.value


def everything(page: Page) -> dict[str, object]:
    """All of the above at once: two pages that show the same numbers are equal here."""
    return {
        "formulas": formulas(page),
        "tiles": tiles(page),
        "tables": table_rows(page),
        "metrics": metrics(page),
        "sliders": slider_numbers(page),
        "sliders of the page": _typed(page, "stMain"),
        "nodes": page.locator(".diagram .node").evaluate_all(
            "nodes => nodes.map((n) => n.getAttribute('aria-description'))"
        ),
        "progress": page.get_by_test_id("stProgress").all_inner_texts(),
    }
