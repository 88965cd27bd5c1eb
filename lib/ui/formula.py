"""Formulas on the screen: LaTeX that stays the same apart from LaTeX that changes.

A formula that did not change costs the browser nothing, so symbols and numbers are never in one
element. Inline mathematics in display style wraps at + and ·, which a phone needs.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import streamlit as st

from lib.derivation import (
    Derivation,
    Expression,
    Precision,
    State,
    Variable,
    derive,
    latex_number,
    symbol_of,
)
from lib.network import Parameters
from lib.scenario import GEOMETRY

_BADGE_WIDTH = 44


def inline(latex: str) -> str:
    """LaTeX as wrapping Markdown in display style. Never pass a string from outside."""
    return rf"$\displaystyle {latex}$"


def partial(variable: Variable) -> str:
    """∂L/∂x as LaTeX."""
    return rf"\frac{{\partial L}}{{\partial {symbol_of(variable, GEOMETRY)}}}"


def hidden(latex: str) -> str:
    """Room as wide as the LaTeX, so that the = signs of a derivation stand in one line."""
    return rf"\phantom{{{latex}}}"


def line(latex: str, badge: str = "") -> None:
    """A formula by itself, in line with the pairs below it."""
    with st.container(horizontal=True, gap="small", vertical_alignment="top"):
        st.markdown(f":blue-badge[{badge}]" if badge else "", width=_BADGE_WIDTH)
        st.markdown(inline(latex))


def pair(left: str, expression: Expression, precision: Precision, badge: str = "") -> None:
    """A formula with symbols and, under it, the same with its numbers and its value."""
    with st.container(horizontal=True, gap="small", vertical_alignment="top"):
        st.markdown(f":blue-badge[{badge}]" if badge else "", width=_BADGE_WIDTH)
        with st.container(gap="xsmall"):
            st.markdown(inline(f"{left} = {expression.latex()}"))
            st.markdown(inline(f"{hidden(left)} {with_numbers(expression, precision)}"))


def with_numbers(expression: Expression, precision: Precision) -> str:
    """``= the formula with its numbers in = what it comes to``."""
    written, value = expression.latex(precision), latex_number(expression.value, precision)
    return f"= {written}" if written == value else f"= {written} = {value}"


@cache
def short_form(variable: Variable) -> str:
    """The one-line formula of ∂L/∂x, which does not depend on the numbers."""
    return symbolic(variable).short.latex()


@cache
def symbolic(variable: Variable) -> Derivation:
    """A derivation for its symbols only."""
    blank = State.of(Parameters(np.zeros((3, 3)), np.zeros(4)), np.zeros((4, 4)), 0.0)
    return derive(variable, blank)
