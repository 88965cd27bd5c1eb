"""The numbers of the forward pass (N8): what comes out, each window with its products, the end."""

from __future__ import annotations

import streamlit as st

from lib.derivation import Variable, latex_number, plain_number, plain_symbol
from lib.derivation.lessons import window_sum
from lib.derivation.plain import lowered
from lib.derivation.variable import Group
from lib.network import GEOMETRY, Window
from lib.network.made_of import Products, made_of
from lib.network.places import places
from lib.text import Text, lecture
from lib.text import forward as words
from lib.ui.bridge.component import picked
from lib.ui.components import formula, grids, one_of, sheet
from lib.ui.components.sheet import Sheet
from lib.ui.follow import page_run
from lib.ui.follow.matrices import matrices as of_places
from lib.ui.follow.page import Lecture, Page
from lib.ui.follow.part import Part
from lib.ui.follow.snapshot import Snapshot
from lib.ui.lessons.equations import end_lines, map_line, value_line, way_up
from lib.ui.state import keys, session
from lib.ui.state.session import say


@grids.part("results")
def results(now: Snapshot) -> list[grids.Grid]:
    """Everything that comes out, in one row: s, o, α, y_out, L."""
    if not now.is_of_notes:
        return _any_results(now)
    state = now.state
    rows: tuple[tuple[Group, Text], ...] = (("s", words.SUMS), ("o", words.MAP))
    matrices = []
    for group, title in rows:
        members = [Variable(group, (window.k,)) for window in state.geometry.windows()]
        cells = [grids.cell_of(member, state.number(member)) for member in members]
        scale = max(1.0, *(abs(cell.value) for cell in cells))
        matrices.append(grids.Grid(now.say(title), cells, len(cells), scale, width=4.0))
    ends = [
        *(grids.cell_of(end, state.number(end)) for end in (Variable("alpha"), Variable("y_out"))),
        grids.Cell("L", "", float(state.gradients.loss), "L", about="loss"),
    ]
    matrices.append(grids.Grid(now.say(words.ENDS), ends, len(ends), 3.0, width=4.0))
    return matrices


@sheet.part("end")
def the_end(on: Sheet, now: Snapshot) -> None:
    """α, y_out and L."""
    for left, expression, badge in end_lines(now.state):
        on.pair(left, expression, now.precision, badge)


def _any_results(now: Snapshot) -> list[grids.Grid]:
    """A matrix for each map, the ends in a row; a cell of s is a button that opens its window."""
    state, shown, open_s = now.state, [], chosen(now)
    known = of_places(now.architecture)
    for name in ("s", "o", "pooled", "alpha", "y_out"):
        for matrix in known.get(name, ()):
            cells = [
                grids.cell_of(
                    cell,
                    state.number(cell),
                    key=cell.key if name == "s" else "",
                    state="open" if cell == open_s else "",
                    network=now.architecture,
                )
                for cell in matrix.cells
            ]
            scale = max(1.0, *(abs(cell.value) for cell in cells))
            title = matrix.title(now.scenario.language)
            shown.append(grids.Grid(title, cells, matrix.columns, scale, width=3.6))
    loss = grids.Cell("L", "", state.loss, "L", about="loss")
    return [*shown, grids.Grid(now.say(words.LOSS), [loss], 1, 3.0, width=4.0)]


def chosen(now: Snapshot) -> Variable:
    """The s whose window is shown."""
    sums = places(now.architecture)["s"].cells()
    return sums[min(now.scenario.window, len(sums) - 1)]


@grids.part("any-window")
def any_window(now: Snapshot) -> list[grids.Grid]:
    """Each channel with the chosen window lit, and the products in the kernel's shape."""
    net = now.architecture
    made = made_of(net)[chosen(now)]
    assert isinstance(made, Products)
    met = {pixel: weight for weight, pixel in made.pairs}
    pixel_of = dict(made.pairs)
    known, shown = of_places(net), []
    kernel = next(iter(met.values())).index[:-2][: 1 if net.kernels > 1 else 0]
    kernels = [m for m in known["kernel"] if m.cells[0].index[: len(kernel)] == kernel]
    for image, weights in zip(known["image"], kernels, strict=True):
        cells = [
            grids.cell_of(
                pixel,
                now.state.number(pixel),
                entered=True,
                state="lit" if pixel in met else "faded",
                network=net,
            )
            for pixel in image.cells
        ]
        title, products = image.title(now.scenario.language), []
        shown.append(grids.Grid(title, cells, image.columns, 1.0, small=True, width=2.15))
        for weight in weights.cells:
            w, pixel = now.state.number(weight), pixel_of.get(weight)
            a = now.state.number(pixel) if pixel else 0.0
            spoken = plain_symbol(weight, net)
            products.append(
                grids.Cell(
                    "",
                    "",
                    value=w * a,
                    spoken=f"{spoken}·{plain_symbol(pixel, net) if pixel else 0}",
                    about=weight.key,
                    state="" if pixel else "faded",
                    detail=_product(w, a),
                )
            )
        scale = max(1.0, *(abs(cell.value) for cell in products))
        letter = weights.letter or "w"
        title = now.say(words.PRODUCTS_OF, weight=letter, pixel=image.letter or "a")
        shown.append(grids.Grid(title, products, weights.columns, scale, width=4.9, details=True))
    return shown


@sheet.part("any-window-formulas")
def any_window_formulas(on: Sheet, now: Snapshot) -> None:
    """The chosen s, its cell of the map, its pooled cell."""
    for variable in way_up(chosen(now), now.state):
        left, expression, badge = value_line(variable, now.state)
        on.pair(left, expression, now.precision, badge)


def draw_any() -> None:
    """A network with many windows: what comes out, and one window of the learner's choice."""
    page_run.show(results, on_picked_change=_open_window)
    now = page_run.snapshot()
    symbol = formula.name(chosen(now), now.architecture)
    st.subheader(say(words.ONE_WINDOW, symbol=symbol))
    st.caption(say(words.PICK_WINDOW))
    if now.architecture.padding:
        st.caption(say(words.PADDED))
    with st.container(border=True):
        page_run.show(any_window)
        page_run.show(any_window_formulas)


def _open_window() -> None:
    keys = [cell.key for cell in places(session.scenario().architecture)["s"].cells()]
    key = picked(st.session_state.get(results.key))
    if key in keys:
        session.change(window=keys.index(key))


def window_grids(k: int) -> Part:
    """The image with window k lit, and its products in the kernel's shape."""
    window = GEOMETRY.windows()[k]
    return grids.part(f"window-{k}")(
        lambda now: [_image(window, now), _products(window, now)] if now.is_of_notes else []
    )


def window_formulas(k: int) -> Part:
    """s_k and its cell of the map."""

    @sheet.part(f"window-{k}-formulas")
    def formulas(on: Sheet, now: Snapshot) -> None:
        if not now.is_of_notes:
            return
        s = Variable("s", (k,))
        left, number = f"s_{{{k}}}", latex_number(now.state.number(s), now.precision, zeros=True)
        on.line(f"{left} = {window_sum(k, now.state).latex()}")
        on.line(f"{formula.hidden(left)} = {number}")
        left, expression, _ = map_line(k, now.state)
        if now.scenario.lecture:  # where there is no room for more than one line
            on.line(f"{left} {formula.with_numbers(expression, now.precision)}")
        else:
            on.pair(left, expression, now.precision)

    return formulas


def _image(window: Window, now: Snapshot) -> grids.Grid:
    state = now.state
    inside = {state.geometry.pixel_under(window, m) for m in state.geometry.kernel_entries()}
    cells = []
    for pixel in state.geometry.pixels():
        variable = Variable("image", tuple(pixel))
        cells.append(
            grids.cell_of(
                variable,
                state.number(variable),
                entered=True,
                state="lit" if pixel in inside else "faded",
            )
        )
    width = 2.75 if now.scenario.lecture else 2.15
    return grids.Grid(
        now.say(words.IMAGE), cells, grids.columns_of("image"), 1.0, small=True, width=width
    )


def _products(window: Window, now: Snapshot) -> grids.Grid:
    state = now.state
    cells = []
    for entry in state.geometry.kernel_entries():
        weight = Variable("kernel", tuple(entry))
        pixel = Variable("image", tuple(state.geometry.pixel_under(window, entry)))
        w, a = state.number(weight), state.number(pixel)
        cells.append(
            grids.Cell(
                "",
                "",
                value=w * a,
                spoken=f"{plain_symbol(weight, GEOMETRY)}·{plain_symbol(pixel, GEOMETRY)}",
                about=weight.key,
                detail=_product(w, a),
            )
        )
    scale = max(1.0, *(abs(cell.value) for cell in cells))
    return grids.Grid(
        now.say(words.PRODUCTS), cells, grids.columns_of("kernel"), scale, width=4.9, details=True
    )


def _product(w: float, a: float) -> tuple[str, str]:
    """``(−0.3)·`` and ``0.5 =``, at three digits; the number below has the learner's precision."""
    weight, pixel = plain_number(w, 3), plain_number(a, 3)
    return f"{f'({weight})' if w < 0 else weight}·", f"{f'({pixel})' if a < 0 else pixel} ="


WINDOWS = [(window_grids(window.k), window_formulas(window.k)) for window in GEOMETRY.windows()]
"""Of each window: the matrices, the formulas."""


def _window_shown() -> int:
    """The window of the lecture view: that of the open s_k, or else the first."""
    variable = page_run.snapshot().variable
    return variable.index[0] if variable.group == "s" else 0


def _show_window(k: int) -> None:
    session.change(variable=Variable("s", (k,)).key)


def _choose_window() -> None:
    if not page_run.snapshot().is_of_notes:
        return  # a cell of the sums, or the clicker, chooses
    st.session_state[keys.LECTURE_WINDOW] = _window_shown()
    one_of.draw(
        lecture.WINDOW,
        {window.k: f"s{lowered(str(window.k))}" for window in GEOMETRY.windows()},
        keys.LECTURE_WINDOW,
        lambda: _show_window(st.session_state[keys.LECTURE_WINDOW]),
        hides_label=True,
    )


def _turn(way: int) -> bool:
    now = page_run.snapshot()
    if not now.is_of_notes:
        sums = places(now.architecture)["s"].cells()
        k = sums.index(chosen(now)) + way
        session.change(window=min(max(k, 0), len(sums) - 1))
        return 0 <= k < len(sums)
    k = _window_shown() + way
    if not 0 <= k < GEOMETRY.window_count:
        return False
    _show_window(k)
    return True


def _lecture() -> None:
    """One window with its formula, and what comes out of all."""
    if page_run.snapshot().is_of_notes:
        matrices, formulas = WINDOWS[_window_shown()]
    else:
        matrices, formulas = any_window, any_window_formulas
    left, right = st.columns([5, 3])
    with left:
        page_run.show(matrices)
    with right:
        page_run.show(results, on_picked_change=_open_window)
    page_run.show(formulas)


PAGE = Page(
    "forward",
    words.IN_MENU,
    ":material/arrow_forward:",
    "learn",
    on_the_way=words.ON_THE_WAY,
    equations="N8",
    parts=(
        results,
        *(part for pair in WINDOWS for part in pair),
        any_window,
        any_window_formulas,
        the_end,
    ),
    lecture=Lecture(_lecture, lecture.NEXT_WINDOW, _choose_window, _turn),
)
