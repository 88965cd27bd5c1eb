"""A slider moved by keyboard: every number on the screen is the one ``lib.network`` gives."""

from __future__ import annotations

import re

import pytest

from lib.derivation import Precision, Variable, computed_number, latex_number, plain_number
from lib.derivation.number import ALL_DIGITS, MINUS
from lib.text import backward as words
from lib.text import sidebar
from tests.browser import reading
from tests.browser.conftest import Visit
from tests.browser.network_says import VARIABLES, Network
from tests.browser.screen import Screen
from tests.browser.server import Server

PARTIAL = re.compile(r"\\displaystyle (\\frac\{\\partial L\}\{\\partial [^=]+\}) = ")
MOVES = (
    ("w 00", ("ArrowRight",) * 3),
    ("a 21", ("ArrowLeft",) * 2),
    ("w d", ("ArrowRight", "PageUp")),
    ("yy", ("Home", "ArrowRight")),
)


def bracketed(value: float, precision: Precision, zeros: bool = False) -> str:
    """A number inside a product: a negative one stands in brackets."""
    text = latex_number(value, precision, zeros)
    return f"({text})" if text.startswith("-") else text


def slope(value: float, precision: Precision) -> str:
    """The notes' σ′ with a number in: e^{-x} over (1 + e^{-x})²."""
    power = rf"e^{{-{bracketed(value, precision, zeros=True)}}}"
    return rf"\frac{{{power}}}{{(1 + {power})^{{2}}}}"


def last_line(network: Network, met: list[Variable], precision: Precision, label: float) -> str:
    """The last line of N12 or N13 with every number in, as the notes write it."""
    y = latex_number(float(network.values.y_out), precision, zeros=True)
    yy = latex_number(label, precision)
    terms = [
        rf"{bracketed(network.value(Variable('dense', (k,))), precision)}"
        rf" \cdot {slope(network.value(Variable('s', (k,))), precision)}"
        rf" \cdot {bracketed(network.value(other), precision)}"
        for k, other in enumerate(met)
    ]
    return (
        rf"\frac{{{y} - {yy}}}{{{y} \cdot (1 - {y})}}"
        rf" \cdot {slope(float(network.values.alpha), precision)}"
        rf" \cdot \Bigl( {' + '.join(terms)} \Bigr)"
    )


N12 = [Variable("image", place) for place in ((0, 0), (0, 1), (1, 0), (1, 1))]
N13 = [Variable("kernel", place) for place in ((2, 1), (2, 0), (1, 1), (1, 0))]


def test_backward_follows_the_slider(server: Server, visit: Visit) -> None:
    backward = visit(server, "backward")
    precision = ALL_DIGITS
    backward.choose(sidebar.PRECISION_NAMES[precision].en)
    for name, keys in MOVES:
        before = reading.tiles(backward.page), reading.slider_numbers(backward.page)
        backward.press(backward.slider(name), *keys)
        numbers = reading.slider_numbers(backward.page)
        assert numbers != before[1]
        assert numbers == reading.thumbs(backward.page)
        network = Network.of(numbers)
        tiles, expected = reading.tiles(backward.page), network.gradient_texts(precision)
        assert {name: tiles[name] for name in expected} == expected
        assert all(tiles[name] != before[0][name] for name in expected)
        assert_table(backward, network, precision)
        assert_metrics(backward, network, precision)
        opened = Variable("kernel", (0, 0))
        assert_derivation(backward, network, opened, N12, precision, numbers[29])
    with backward.run():  # a pixel's derivation is the notes' second one
        backward.page.locator(".tile[title^='∂L/∂a₂₁ =']").click()
    backward.press(backward.slider("w 21"), "ArrowLeft")
    numbers = reading.slider_numbers(backward.page)
    opened = Variable("image", (2, 1))
    assert_derivation(backward, Network.of(numbers), opened, N13, 17, numbers[29])


def assert_table(screen: Screen, network: Network, precision: Precision) -> None:
    """All 39 partials: formula, value, central difference."""
    shown = {}
    for row in reading.table_rows(screen.page):
        if len(row) == 4 and (found := PARTIAL.match(row[0])):
            shown[found[1]] = (row[1], row[2])
    assert len(shown) == len(VARIABLES) == 9 + 4 + 16 + 10
    assert shown == network.table(precision)


def assert_metrics(screen: Screen, network: Network, precision: Precision) -> None:
    """The opened partial, twice, and the loss."""
    shown = reading.metrics(screen.page)
    opened = Variable("kernel", (0, 0))
    assert_same(shown[words.VALUE.en], network.gradient(opened), precision)
    assert shown[words.NUDGED.en] == network.table(precision)[network.symbol(opened)][1]
    assert shown[words.LOSS.en] == computed_number(float(network.gradients.loss), precision)


def assert_derivation(
    screen: Screen,
    network: Network,
    opened: Variable,
    met: list[Variable],
    precision: Precision,
    label: float,
) -> None:
    """Four lines that end in the partial; the last one is the notes', number by number."""
    sources = reading.formulas(screen.page)
    left = network.symbol(opened)
    start = sources.index(
        next(source for source in sources if source.startswith(rf"\displaystyle {left} = "))
    )
    with_numbers = sources[start + 1 : start + 8 : 2]
    for source in with_numbers:
        assert_same(source.rpartition(" = ")[2], network.gradient(opened), precision)
    written = last_line(network, met, precision, label)
    assert with_numbers[3].rpartition(" = ")[0].endswith(f"}} = {written}")


def assert_same(shown: str, value: float, precision: Precision) -> None:
    """The same digits; where all are shown, the order of the factors may move the last one."""
    if precision == ALL_DIGITS:
        assert float(shown.replace(MINUS, "-")) == pytest.approx(value, rel=1e-13)
    else:
        plain, latex = computed_number(value, precision), latex_number(value, precision, True)
        assert shown in (plain, latex)


def test_forward_follows_the_slider(server: Server, visit: Visit) -> None:
    screen = visit(server, "forward")
    screen.choose("all")
    screen.press(screen.slider("w 11"), "ArrowRight")
    screen.press(screen.slider("a 12"), "Home")
    network = Network.of(reading.slider_numbers(screen.page))
    tiles, expected = reading.tiles(screen.page), network.value_texts(17)
    for name in ("s₀", "s₁", "s₂", "s₃", "o₀₀", "o₀₁", "o₁₀", "o₁₁", "α", "yₒᵤₜ", "L"):
        assert tiles[name] == expected[name]
    for m in range(3):
        for n in range(3):
            product = network.parameters.kernel[m, n] * network.image[m + 1, n + 1]
            names = f"w{subscript(m, n)}·a{subscript(m + 1, n + 1)}"
            assert tiles[names] == plain_number(float(product), 17)
    endings = [source.rpartition(" = ")[2] for source in reading.formulas(screen.page)]
    for value in (
        *network.values.s,
        *network.values.o,
        network.values.alpha,
        network.values.y_out,
        network.gradients.loss,
    ):
        assert latex_number(float(value), 17) in endings


def subscript(*indices: int) -> str:
    """Indices as small digits."""
    return "".join("₀₁₂₃"[index] for index in indices)


def test_the_diagram_follows_the_slider(server: Server, visit: Visit) -> None:
    screen = visit(server)
    screen.choose("all")
    screen.press(screen.slider("w b"), "ArrowLeft")
    network = Network.of(reading.slider_numbers(screen.page))
    told: list[str] = screen.page.locator(".diagram .node").evaluate_all(
        "nodes => nodes.map((n) => n.getAttribute('aria-description'))"
    )
    values, gradients = network.value_texts(17), network.gradient_texts(17)
    expected = [
        f"{name} = {values[name]}, ∂L/∂{name} = {gradients[f'∂L/∂{name}']}"
        for name in values
        if name != "L"
    ]
    assert sorted(told) == sorted([*expected, f"L = {values['L']}"])
