"""One tree, three readings: its LaTeX with symbols, its LaTeX with the numbers in, its value.

A formula on the screen and the number beside it come from the same object, so they cannot part.
A node's value comes from its children by float64 arithmetic, as the textbook writes it. Where that
loses digits, :class:`Stable` prints the textbook form and takes its value from the network.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np

from lib.derivation.number import Precision, latex_number

# How tightly a written form binds: a looser form inside a tighter one takes parentheses.
SUM, NEGATIVE, PRODUCT, POWER, ATOM = range(5)


class Expression(ABC):
    """A node of a formula."""

    binding: int = ATOM

    @abstractmethod
    def latex(self, numbers: Precision | None = None) -> str:
        """The formula as LaTeX: with symbols, or with its numbers at the given precision."""

    @abstractmethod
    def evaluate(self, textbook: bool) -> np.float64:
        """The value; ``textbook`` does the arithmetic as written, digits lost and all."""

    @abstractmethod
    def children(self) -> tuple[Expression, ...]:
        """The operands, left to right; none for a leaf."""

    @property
    def value(self) -> float:
        """The value to show: finite and right wherever a stable form is known."""
        with np.errstate(all="ignore"):
            return float(self.evaluate(textbook=False))

    @property
    def textbook(self) -> float:
        """What float64 makes of the formula as written; may be NaN, infinite, or 0."""
        with np.errstate(all="ignore"):
            return float(self.evaluate(textbook=True))

    def leaves(self) -> Iterator[Expression]:
        """Every symbol and number in the order they are written."""
        below = self.children()
        if not below:
            yield self
        for child in below:
            yield from child.leaves()

    def inside(self, binding: int, numbers: Precision | None) -> str:
        """The LaTeX as an operand of something that binds like ``binding``."""
        text = self.latex(numbers)
        return parenthesised(text) if self.written_binding(numbers) < binding else text

    def written_binding(self, numbers: Precision | None) -> int:  # noqa: ARG002 - leaves differ
        """How tightly the written form binds; a leaf that shows as −0.3 binds like a negative."""
        return self.binding


def parenthesised(text: str) -> str:
    r"""``(text)``, large round something tall; never ``\left``, so that lines can wrap."""
    if r"\frac" in text:
        return rf"\Bigl( {text} \Bigr)"
    return f"({text})"


class _Leaf(Expression):
    def children(self) -> tuple[Expression, ...]:
        return ()

    def written_binding(self, numbers: Precision | None) -> int:
        if numbers is None:
            return ATOM
        text = self.latex(numbers)
        if text.startswith("-"):
            return NEGATIVE
        return PRODUCT if r"\cdot" in text else ATOM


@dataclass(frozen=True, slots=True)
class Symbol(_Leaf):
    """A named value: ``w_{00}``, ``\\sigma'(s_{0})``."""

    name: str
    number: float

    def latex(self, numbers: Precision | None = None) -> str:
        return self.name if numbers is None else latex_number(self.number, numbers)

    def evaluate(self, textbook: bool) -> np.float64:  # noqa: ARG002
        return np.float64(self.number)


@dataclass(frozen=True, slots=True)
class Number(_Leaf):
    """A whole number that is part of the formula itself: the 1 of 1 − y_out."""

    number: int

    def latex(self, numbers: Precision | None = None) -> str:  # noqa: ARG002
        return str(self.number)

    def evaluate(self, textbook: bool) -> np.float64:  # noqa: ARG002
        return np.float64(self.number)


@dataclass(frozen=True, slots=True)
class Partial(_Leaf):
    """A partial derivative not yet written out: ``∂top/∂bottom``."""

    top: str
    bottom: str
    number: float

    def latex(self, numbers: Precision | None = None) -> str:
        if numbers is None:
            return rf"\frac{{\partial {self.top}}}{{\partial {self.bottom}}}"
        return latex_number(self.number, numbers)

    def evaluate(self, textbook: bool) -> np.float64:  # noqa: ARG002
        return np.float64(self.number)


@dataclass(frozen=True, slots=True)
class Negative(Expression):
    """−x."""

    operand: Expression
    binding = NEGATIVE

    def latex(self, numbers: Precision | None = None) -> str:
        return "-" + self.operand.inside(PRODUCT, numbers)

    def evaluate(self, textbook: bool) -> np.float64:
        return -self.operand.evaluate(textbook)

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class Bracketed(Expression):
    """[x]: the square brackets in which the notes write the loss."""

    operand: Expression

    def latex(self, numbers: Precision | None = None) -> str:
        inner = self.operand.latex(numbers)
        return rf"\Bigl[ {inner} \Bigr]" if r"\frac" in inner else f"[{inner}]"

    def evaluate(self, textbook: bool) -> np.float64:
        return self.operand.evaluate(textbook)

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)


MOST_TERMS = 16
"""A written sum has no more terms than a reader follows."""


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """a + b − c …; a :class:`Negative` term is written with its minus.

    Where it is ``elided``, only the first two terms and the last are written; all are counted.
    """

    terms: tuple[Expression, ...]
    elided: bool = False

    def written_binding(self, numbers: Precision | None) -> int:
        return SUM if len(self.terms) > 1 else self.terms[0].written_binding(numbers)

    def latex(self, numbers: Precision | None = None) -> str:
        first, *rest = self.terms
        written = [first.inside(SUM, numbers)]
        for place, term in enumerate(rest):
            if self.elided and 0 < place < len(rest) - 1:
                if place == 1:
                    written.append(r"+ \cdots")
                continue
            if isinstance(term, Negative):
                written.append("- " + term.operand.inside(PRODUCT, numbers))
            else:
                written.append("+ " + term.inside(PRODUCT, numbers))
        return " ".join(written)

    def evaluate(self, textbook: bool) -> np.float64:
        return reduce(lambda total, term: total + term.evaluate(textbook), self.terms, np.float64())

    def children(self) -> tuple[Expression, ...]:
        return self.terms


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """a · b · c, always with its dot."""

    factors: tuple[Expression, ...]

    def written_binding(self, numbers: Precision | None) -> int:
        return PRODUCT if len(self.factors) > 1 else self.factors[0].written_binding(numbers)

    def latex(self, numbers: Precision | None = None) -> str:
        if len(self.factors) == 1:
            return self.factors[0].latex(numbers)
        return r" \cdot ".join(factor.inside(PRODUCT, numbers) for factor in self.factors)

    def evaluate(self, textbook: bool) -> np.float64:
        return reduce(
            lambda total, factor: total * factor.evaluate(textbook), self.factors, np.float64(1)
        )

    def children(self) -> tuple[Expression, ...]:
        return self.factors


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """A fraction."""

    top: Expression
    bottom: Expression
    binding = POWER

    def latex(self, numbers: Precision | None = None) -> str:
        return rf"\frac{{{self.top.latex(numbers)}}}{{{self.bottom.latex(numbers)}}}"

    def evaluate(self, textbook: bool) -> np.float64:
        return self.top.evaluate(textbook) / self.bottom.evaluate(textbook)

    def children(self) -> tuple[Expression, ...]:
        return (self.top, self.bottom)


@dataclass(frozen=True, slots=True)
class Exponential(Expression):
    """e^{x}."""

    exponent: Expression
    binding = POWER

    def latex(self, numbers: Precision | None = None) -> str:
        return f"e^{{{self.exponent.latex(numbers)}}}"

    def evaluate(self, textbook: bool) -> np.float64:
        return np.exp(self.exponent.evaluate(textbook))

    def children(self) -> tuple[Expression, ...]:
        return (self.exponent,)


@dataclass(frozen=True, slots=True)
class Logarithm(Expression):
    r"""The natural log, written ``\log`` as in the notes (N1)."""

    operand: Expression

    def latex(self, numbers: Precision | None = None) -> str:
        return rf"\log {self.operand.inside(ATOM, numbers)}"

    def evaluate(self, textbook: bool) -> np.float64:
        return np.log(self.operand.evaluate(textbook))

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class Square(Expression):
    """x²."""

    base: Expression
    binding = POWER

    def latex(self, numbers: Precision | None = None) -> str:
        base = self.base.inside(ATOM, numbers)
        # o^{(1)} has a superscript already
        return f"{parenthesised(base) if '^' in base and base[-1] != ')' else base}^{{2}}"

    def evaluate(self, textbook: bool) -> np.float64:
        return np.square(self.base.evaluate(textbook))

    def children(self) -> tuple[Expression, ...]:
        return (self.base,)


@dataclass(frozen=True, slots=True)
class Largest(Expression):
    """max(a, b, …)."""

    operands: tuple[Expression, ...]

    def latex(self, numbers: Precision | None = None) -> str:
        return rf"\max({', '.join(operand.latex(numbers) for operand in self.operands)})"

    def evaluate(self, textbook: bool) -> np.float64:
        return max(operand.evaluate(textbook) for operand in self.operands)

    def children(self) -> tuple[Expression, ...]:
        return self.operands


@dataclass(frozen=True, slots=True)
class Iverson(Expression):
    """[x > 0], or [x ≤ 0]: 1 where it holds and 0 where it does not."""

    operand: Expression
    positive: bool = True

    def latex(self, numbers: Precision | None = None) -> str:
        relation = ">" if self.positive else r"\le"
        return f"[{self.operand.latex(numbers)} {relation} 0]"

    def evaluate(self, textbook: bool) -> np.float64:
        return np.float64((self.operand.evaluate(textbook) > 0.0) == self.positive)

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class Stable(Expression):
    """Printed as ``form``; valued by a form that keeps its digits, computed by lib.network."""

    form: Expression
    number: float

    def written_binding(self, numbers: Precision | None) -> int:
        return self.form.written_binding(numbers)

    def latex(self, numbers: Precision | None = None) -> str:
        return self.form.latex(numbers)

    def evaluate(self, textbook: bool) -> np.float64:
        return self.form.evaluate(True) if textbook else np.float64(self.number)

    def children(self) -> tuple[Expression, ...]:
        return (self.form,)


def difference(left: Expression, right: Expression) -> Sum:
    """left − right."""
    return Sum((left, Negative(right)))
