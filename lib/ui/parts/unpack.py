"""The numbers of ∂L/∂x unpacked: one term a window, and the convolution behind them."""

from __future__ import annotations

import numpy as np

from lib.derivation import Precision, Variable, plain_number
from lib.network import Pixel
from lib.scenario import GEOMETRY
from lib.text import explorer as words
from lib.ui import sheet
from lib.ui.components import grids
from lib.ui.moment import Moment
from lib.ui.sheet import Bar, Sheet


def _parts(now: Moment) -> list[float]:
    """What each term adds to ∂L/∂x."""
    error = now.state.gradient(Variable("alpha"))
    return [error * term.short.value for term in now.derivation.terms]


def total(on: Sheet, now: Moment) -> None:
    """What they add up to, and which of them decides the sign."""
    derivation, parts, precision = now.derivation, _parts(now), now.precision
    symbol = grids.plain_symbol(derivation.variable)
    total = derivation.value
    on.text(
        now.say(
            words.SUM_OF,
            partial=f"∂L/∂{symbol}",
            total=plain_number(total, precision),
            count=len(parts),
            symbol=symbol,
        )
    )
    if total:
        most = max(range(len(parts)), key=lambda n: parts[n] * np.sign(total))
        text = words.NEGATIVE_MOST if total < 0 else words.POSITIVE_MOST
        k = derivation.terms[most].window.k
        on.text(now.say(text, k=k, term=plain_number(parts[most], precision)), "bold")


def bars(on: Sheet, now: Moment) -> None:
    """The terms as bars, each from where the one before it ends."""
    derivation, parts, precision = now.derivation, _parts(now), now.precision
    ends = np.cumsum(parts)
    bars = [
        Bar(
            now.say(words.WINDOW, k=term.window.k),
            float(end - part),
            float(end),
            _signed(part, precision),
        )
        for term, part, end in zip(derivation.terms, parts, ends, strict=True)
    ]
    total = f"= {plain_number(derivation.value, precision)}"
    bars.append(Bar(now.say(words.TOTAL), 0.0, derivation.value, total))
    on.bars(now.say(words.CONTRIBUTION, symbol=grids.plain_symbol(derivation.variable)), bars)


def _signed(value: float, precision: Precision) -> str:
    text = plain_number(value, precision)
    return text if value < 0 else f"+{text}"


def windows(now: Moment) -> list[grids.Grid]:
    """Each window on the image, and what x meets in it."""
    matrices = []
    for term in now.derivation.terms:
        assert term.meets is not None  # more than one term: a kernel weight or a pixel
        met = term.meets.index if now.variable.group == "kernel" else now.variable.index
        inside = {GEOMETRY.pixel_under(term.window, entry) for entry in GEOMETRY.kernel_entries()}
        cells = [
            grids.Cell(
                "",
                "",
                value=float(now.state.image[pixel]),
                spoken=f"a{pixel.row}{pixel.column}",
                mark="open" if pixel == met else "lit" if pixel in inside else "faded",
            )
            for pixel in GEOMETRY.pixels()
        ]
        title = now.say(words.MEETS, k=term.window.k, other=grids.plain_symbol(term.meets))
        matrices.append(grids.Grid(title, cells, 4, 1.0, small=True, width="2.3rem"))
    return matrices


def products(on: Sheet, now: Moment) -> None:
    """Each term as δ_k times what x meets there."""
    rows = []
    for term, part in zip(now.derivation.terms, _parts(now), strict=True):
        assert term.meets is not None
        s = Variable("s", (term.window.k,))
        rows.append(
            f"∂L/∂{grids.plain_symbol(s)} · {grids.plain_symbol(term.meets)} = "
            f"{_bracketed(now.state.gradient(s), now.precision)} · "
            f"{_bracketed(now.state.number(term.meets), now.precision)} = "
            f"{plain_number(part, now.precision)}"
        )
    on.text("\n".join(rows), "lines")


def _bracketed(value: float, precision: Precision) -> str:
    text = plain_number(value, precision)
    return f"({text})" if value < 0 else text


def convolution(now: Moment) -> list[grids.Grid]:
    """What slides over what, and all the entries that it gives."""
    state, place = now.state, Pixel(*now.variable.index)
    delta = state.gradients.s.reshape(GEOMETRY.map_shape)
    kernel = now.variable.group == "kernel"
    if kernel:
        slid, over = state.image, delta
        titles = (words.IMAGE, words.DELTA)
    else:
        kh, kw = GEOMETRY.kernel_shape
        slid = np.pad(delta, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
        over = state.parameters.kernel[::-1, ::-1]
        titles = (words.PADDED, words.FLIPPED)
    rows, columns = over.shape
    under = {(place.row + i, place.column + j) for i in range(rows) for j in range(columns)}
    result = state.gradients.kernel if kernel else state.gradients.image
    symbol = "w" if kernel else "a"
    return [
        _matrix(now.say(titles[0]), slid, dict.fromkeys(under, "lit"), faded=True),
        _matrix(now.say(titles[1]), over, {}),
        _matrix(now.say(words.RESULT, symbol=symbol), result, {tuple(place): "open"}),
    ]


def _matrix(
    title: str, array: np.ndarray, marks: dict[tuple[int, ...], grids.Mark], faded: bool = False
) -> grids.Grid:
    cells = [
        grids.Cell(
            "",
            "",
            value=float(array[at]),
            spoken=f"{title} {at[0]}{at[1]}",
            mark=marks.get(at, "faded" if faded else ""),
        )
        for at in np.ndindex(array.shape)
    ]
    scale = float(np.abs(array).max())
    return grids.Grid(title, cells, array.shape[1], scale, small=True, width="3.3rem")


PARTS = {
    "sum": sheet.part(total),
    "terms": sheet.part(bars),
    "term-windows": grids.part(windows, precision=3),
    "products": sheet.part(products),
    "convolution": grids.part(convolution, precision=3),
}
