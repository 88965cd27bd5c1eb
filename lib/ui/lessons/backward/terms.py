"""The numbers of ∂L/∂x unpacked: one term a window, and the convolution behind them.

Only a kernel weight or a pixel acts through several windows; of anything else there is nothing to
unpack, and these parts are empty.
"""

from __future__ import annotations

import numpy as np

from lib.derivation import Precision, Variable, computed_number, plain_number, plain_symbol
from lib.derivation.chain import Term
from lib.derivation.expression import PRODUCT
from lib.derivation.factors import factors
from lib.derivation.plain import plain
from lib.network import GEOMETRY, Architecture, Pixel
from lib.network.made_of import Products, made_of
from lib.text import looks as words
from lib.ui.components import grids, sheet
from lib.ui.components.sheet import Bar, Sheet
from lib.ui.follow.matrices import matrices as of_places
from lib.ui.follow.snapshot import Snapshot

MOST_WINDOWS = 16
"""Pictures of windows side by side."""
Found = tuple[Term, Variable, float]


def _terms(now: Snapshot) -> list[Found]:
    """Each term, what x meets in its window, and what it adds to ∂L/∂x."""
    error = now.state.gradient(Variable("alpha"))
    return [
        (term, term.meets, error * term.short.value)
        for term in now.derivation.terms
        if term.meets is not None and now.variable.group in ("kernel", "image")
    ]


@sheet.part("terms")
def terms(on: Sheet, now: Snapshot) -> None:
    """What the terms add up to, which decides the sign, the terms as bars and as products."""
    if not now.is_of_notes:
        _ways(on, now)
        return
    found, total = _terms(now), now.derivation.value
    if not found:
        return
    symbol, precision = plain_symbol(now.variable, GEOMETRY), now.precision
    on.text(
        now.say(
            words.SUM_OF,
            partial=f"∂L/∂{symbol}",
            total=computed_number(total, precision),
            count=len(found),
            symbol=symbol,
        )
    )
    if total:
        most, _, part = max(found, key=lambda term: term[2] * np.sign(total))
        text = words.NEGATIVE_MOST if total < 0 else words.POSITIVE_MOST
        said = now.say(text, k=most.window.k, term=computed_number(part, precision))
        on.text(said, "bold")
        on.text(_signs(most.window.k, now))
    on.bars(now.say(words.CONTRIBUTION, symbol=symbol), _bars(found, now))
    on.text(now.say(words.BARS), "caption")
    on.text("\n".join(_products(found, now)), "lines")


def way_sum(term: Term, net: Architecture) -> Variable:
    """The s of the term's window, in the term's map."""
    return Variable("s", ((term.kernel,) if net.kernels > 1 else ()) + (term.window.k,))


def _ways(on: Sheet, now: Snapshot) -> None:
    """The terms of any network: one for each s, and for each α where there are several."""
    derivation, net = now.derivation, now.architecture
    if len(derivation.terms) < 2:
        return
    symbol = plain_symbol(now.variable, net)
    told = {"partial": f"∂L/∂{symbol}", "total": computed_number(derivation.value, now.precision)}
    on.text(now.say(words.SUM_OF_WAYS, **told, count=len(derivation.terms), symbol=symbol))
    bars, lines, at = [], [], 0.0
    parts = factors(derivation, now.state).terms
    for term, part in zip(derivation.terms, parts, strict=True):
        name = _way(term, now)
        number = part.contribution
        bars.append(Bar(name, at, at + number, _signed(number, now.precision)))
        product = " · ".join(
            plain(factor.expression.inside(PRODUCT, None)) for factor in part.factors
        )
        lines.append(f"{name}: {product} = {computed_number(number, now.precision)}")
        at += number
    total = derivation.value
    bars.append(Bar(now.say(words.TOTAL), 0.0, total, f"= {told['total']}"))
    on.bars(now.say(words.CONTRIBUTION, symbol=symbol), bars)
    on.text(now.say(words.BARS), "caption")
    on.text("\n".join(lines), "lines")


def _way(term: Term, now: Snapshot) -> str:
    """The s and the α that a term goes through: ``s₃``, ``s⁽¹⁾₃ → α₂``."""
    net = now.architecture
    steps = [term.top] if net.outputs > 1 and term.top.group == "alpha" else []
    if now.variable.group in ("kernel", "kernel_bias", "image"):
        steps.insert(0, way_sum(term, net))
    return " → ".join(plain_symbol(step, net) for step in steps) or now.say(words.TERM)


def _any_windows(now: Snapshot) -> list[grids.Grid]:
    """The channel that x acts on, with each window that it acts through."""
    net, variable = now.architecture, now.variable
    if variable.group not in ("kernel", "image") or len(now.derivation.terms) < 2:
        return []
    axis = {"kernel": -3, "image": 0}[variable.group]
    channel = of_places(net)["image"][variable.index[axis] if net.channels > 1 else 0]
    shown: list[grids.Grid] = []
    of = dict.fromkeys((way_sum(term, net), term.meets) for term in now.derivation.terms)
    for s, meets in list(of)[:MOST_WINDOWS]:
        made = made_of(net)[s]
        assert isinstance(made, Products)
        inside = {pixel for _, pixel in made.pairs}
        met = meets if variable.group == "kernel" else variable
        cells = [
            grids.Cell(
                "",
                "",
                value=now.state.number(pixel),
                spoken=plain_symbol(pixel, net),
                entered=True,
                state="open" if pixel == met else "lit" if pixel in inside else "faded",
            )
            for pixel in channel.cells
        ]
        title = f"{plain_symbol(s, net)}: {plain_symbol(meets, net) if meets else 1}"
        shown.append(grids.Grid(title, cells, channel.columns, 1.0, small=True, width=2.3))
    return shown


def _signs(k: int, now: Snapshot) -> str:
    """Why the term of a window has its sign: the signs of its factors."""
    found = factors(now.derivation, now.state)
    term = next(term for term in found.terms if term.window.k == k)
    told = [*found.shared, *term.factors]
    signs = []
    for factor in told:
        name = plain(factor.expression.latex())
        always = f" ({now.say(words.ALWAYS)})" if factor.role == "slope" else ""
        signs.append(f"{name} {'<' if factor.value < 0 else '>'} 0{always}")
    count = sum(factor.value < 0 for factor in told)
    return now.say(
        words.SIGNS,
        sign=now.say(words.NEGATIVE if term.contribution < 0 else words.POSITIVE),
        count=count,
        signs=", ".join(signs),
    )


def _bars(found: list[Found], now: Snapshot) -> list[Bar]:
    """Each term from where the one before it ends, and their sum."""
    bars, at = [], 0.0
    for term, _, part in found:
        name = now.say(words.WINDOW, k=term.window.k)
        bars.append(Bar(name, at, at + part, _signed(part, now.precision)))
        at += part
    total = now.derivation.value
    bars.append(Bar(now.say(words.TOTAL), 0.0, total, f"= {computed_number(total, now.precision)}"))
    return bars


def _products(found: list[Found], now: Snapshot) -> list[str]:
    """Each term as δ_k times what x meets there."""
    rows = []
    for term, meets, part in found:
        s = Variable("s", (term.window.k,))
        rows.append(
            f"∂L/∂{plain_symbol(s, GEOMETRY)} · {plain_symbol(meets, GEOMETRY)} = "
            f"{_bracketed(now.state.gradient(s), now.precision)} · "
            f"{_bracketed(now.state.number(meets), now.precision, entered=True)} = "
            f"{computed_number(part, now.precision)}"
        )
    return rows


def _signed(value: float, precision: Precision) -> str:
    text = computed_number(value, precision)
    return text if value < 0 else f"+{text}"


@grids.part("term-windows", precision=3)
def windows(now: Snapshot) -> list[grids.Grid]:
    """Each window on the image, and what x meets in it."""
    if not now.is_of_notes:
        return _any_windows(now)
    matrices, symbol = [], plain_symbol(now.variable, GEOMETRY)
    for term, meets, _ in _terms(now):
        met = meets.index if now.variable.group == "kernel" else now.variable.index
        inside = {GEOMETRY.pixel_under(term.window, entry) for entry in GEOMETRY.kernel_entries()}
        cells = [
            grids.Cell(
                "",
                "",
                value=float(now.state.image[pixel]),
                spoken=f"a{pixel.row}{pixel.column}",
                entered=True,
                state="open" if pixel == met else "lit" if pixel in inside else "faded",
            )
            for pixel in GEOMETRY.pixels()
        ]
        other = plain_symbol(meets, GEOMETRY)
        title = now.say(words.MEETS, k=term.window.k, symbol=symbol, other=other)
        matrices.append(
            grids.Grid(title, cells, grids.columns_of("image"), 1.0, small=True, width=2.3)
        )
    return matrices


def _bracketed(value: float, precision: Precision, entered: bool = False) -> str:
    text = plain_number(value, precision, not entered)
    return f"({text})" if value < 0 else text


@grids.part("convolution", precision=3)
def convolution(now: Snapshot) -> list[grids.Grid]:
    """What slides over what, and all the entries that it gives; of the notes' network only."""
    if not now.is_of_notes or now.variable.group not in ("kernel", "image"):
        return []
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
        _matrix(now.say(titles[0]), slid, dict.fromkeys(under, "lit"), faded=True, entered=kernel),
        _matrix(now.say(titles[1]), over, {}, entered=not kernel),
        _matrix(now.say(words.RESULT, symbol=symbol), result, {tuple(place): "open"}),
    ]


def _matrix(
    title: str,
    array: np.ndarray,
    states: dict[tuple[int, ...], grids.CellState],
    faded: bool = False,
    entered: bool = False,
) -> grids.Grid:
    cells = [
        grids.Cell(
            "",
            "",
            value=float(array[at]),
            spoken=f"{title} {at[0]}{at[1]}",
            state=states.get(at, "faded" if faded else ""),
            entered=entered,
        )
        for at in np.ndindex(array.shape)
    ]
    scale = float(np.abs(array).max())
    return grids.Grid(title, cells, array.shape[1], scale, small=True, width=3.3)
