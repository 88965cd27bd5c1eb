"""A sheet of formulas and numbers: one component for what would be dozens of page elements.

A part that did not change is left as it is, which is what makes a sheet quick; see ``sheet.js``.

No string from outside ever reaches one: LaTeX comes from :mod:`lib.derivation`, words from
:mod:`lib.text`, numbers from the scenario.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from lib.derivation import Expression, Precision
from lib.ui.bridge.component import register
from lib.ui.bridge.katex import PATH
from lib.ui.components import formula
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot

COMPONENT = register(Path(__file__).parent, f'data-katex="{PATH}"', isolated=False)

Style = Literal["", "bold", "caption", "heading", "lines"]


@dataclass(frozen=True, slots=True)
class Tex:
    """LaTeX where text could stand: in the cell of a table."""

    latex: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A number that stands out; its label is text, or LaTeX between two dollars.

    ``help`` is what a pointer or the focus tells of it.
    """

    label: str
    value: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A term of a sum, from where the terms before it end to where it ends."""

    name: str
    start: float
    end: float
    text: str


@dataclass(slots=True)
class Sheet:
    """A sheet that is being written, block by block from the top."""

    blocks: list[list[Any]] = field(default_factory=list)

    def line(
        self, latex: str, badge: str = "", note: str = "", factors: Sequence[int] = ()
    ) -> None:
        """A formula by itself; behind it its label in the notes and a few words.

        ``factors`` are the places of those marked in it that the keyboard reaches.
        """
        self.blocks.append(["formula", formula.whole_terms(latex), badge, note, list(factors)])

    def pair(
        self,
        left: str,
        expression: Expression,
        precision: Precision,
        badge: str = "",
    ) -> None:
        """A formula with symbols and, under it, the same with its numbers and its value."""
        self.line(f"{left} = {expression.latex()}", badge)
        self.line(f"{formula.hidden(left)} {formula.with_numbers(expression, precision)}")

    def equation(
        self, left: str, lines: Iterable[tuple[Expression, str]], precision: Precision
    ) -> None:
        """Lines with symbols and with numbers under one left side, each from its own = on.

        Args:
            left: what they equal, as LaTeX.
            lines: each formula and its label in the notes.
            precision: significant digits of the numbers.
        """
        rows = []
        for expression, badge in lines:
            rows.append([formula.whole_terms(f"= {expression.latex()}"), badge])
            rows.append([formula.whole_terms(formula.with_numbers(expression, precision)), ""])
        self.blocks.append(["equation", left, rows])

    def text(self, text: str, style: Style = "") -> None:
        """A paragraph of plain text."""
        self.blocks.append(["text", text, style])

    def warning(self, text: str) -> None:
        """A sentence that must be seen."""
        self.blocks.append(["warning", text])

    def metrics(self, *metrics: Metric) -> None:
        """Numbers in a row."""
        items = [[_content(_label(one.label)), one.value, one.help] for one in metrics]
        self.blocks.append(["metrics", items])

    def table(self, columns: Mapping[str, Sequence[str | Tex]]) -> None:
        """Columns under their titles."""
        rows = [[_content(cell) for cell in row] for row in zip(*columns.values(), strict=True)]
        self.blocks.append(["table", list(columns), rows])

    def bars(self, spoken: str, bars: Sequence[Bar]) -> None:
        """Bars that add up, the last of them the total; ``spoken`` says what they are."""
        rows = [[bar.name, bar.start, bar.end, bar.text] for bar in bars]
        self.blocks.append(["bars", spoken, rows])


def part(
    key: str, factors: Part | None = None
) -> Callable[[Callable[[Sheet, Snapshot], None]], Part]:
    """Makes the function that writes a sheet a part of a page.

    ``factors`` is made by :func:`factors_part`, where factors are marked in the formulas.
    """

    def made(write: Callable[[Sheet, Snapshot], None]) -> Part:
        def build(now: Snapshot) -> dict[str, Any]:
            written = Sheet()
            write(written, now)
            return {"blocks": written.blocks}

        return Part(key, COMPONENT, build, factors)

    return made


def factors_part(key: str) -> Callable[[Callable[[Snapshot], dict[str, Any]]], Part]:
    """Makes the function that tells of a sheet's factors a part beside it; see ``factors.js``."""
    return lambda build: Part(key, COMPONENT, build)


def _label(text: str) -> str | Tex:
    return Tex(text[1:-1]) if text.startswith("$") and text.endswith("$") else text


def _content(content: str | Tex) -> str | list[str]:
    return [formula.whole_terms(content.latex)] if isinstance(content, Tex) else content
