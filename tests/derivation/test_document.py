"""The LaTeX source: well-formed, with the numbers in, and it compiles."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.derivation import PRECISIONS, Precision, State, Variable, derive, latex_number, variables
from lib.derivation.document import ENGLISH, Words, escaped, latex_document
from lib.text import frame, looks
from tests.derivation.checks import all_derivations
from tests.derivation.states import NOTES, OTHERS, Shape, saturated_state, seeded_state, states

ENGINE = next(filter(None, map(shutil.which, ("pdflatex", "xelatex", "lualatex"))), None)


def has_ctex() -> bool:
    """Whether the Chinese document can be compiled here."""
    find = shutil.which("kpsewhich")
    if find is None or shutil.which("xelatex") is None:
        return False
    return bool(subprocess.run([find, "ctex.sty"], capture_output=True, check=False).stdout)


needs_latex = pytest.mark.skipif(ENGINE is None, reason="no LaTeX engine is installed here")


def check_well_formed(source: str) -> None:
    """Braces, brackets, dollars and environments are balanced, and it is plain ASCII."""
    assert source.isascii()
    bare = source.replace(r"\{", "").replace(r"\}", "").replace(r"\$", "")
    depth = 0
    for sign in bare:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", bare):
        if kind == "begin":
            opened.append(name)
        else:
            assert opened.pop() == name
    assert opened == []
    body = bare[bare.index(r"\begin{document}") :]
    for line in body.splitlines():
        assert line.count("$") % 2 == 0, line
        assert line.count("(") == line.count(")"), line
        assert line.count(r"\Bigl") == line.count(r"\Bigr"), line
    assert source.startswith(r"\documentclass")
    assert source.endswith("\\end{document}\n")


@settings(max_examples=20)
@given(states(), st.sampled_from(PRECISIONS))
def test_all_derivations_of_any_state_are_well_formed(state: State, precision: Precision) -> None:
    check_well_formed(latex_document(all_derivations(state), state, precision))


@pytest.mark.parametrize("precision", PRECISIONS)
def test_one_derivation_has_its_lines_with_symbols_and_with_numbers(precision: Precision) -> None:
    state = seeded_state(1)
    derivation = derive(Variable("image", (2, 1)), state)
    source = latex_document([derivation], state, precision)
    check_well_formed(source)
    for line in derivation.lines:
        assert f"= {line.expression.latex()}}}" in source
        assert f"= {line.expression.latex(precision)}}}" in source
        assert rf"\labelled{{{line.label}}}" in source
    assert f"= {derivation.short.latex()}}}" in source
    assert f"{{}} = {latex_number(derivation.value, precision)}}}" in source
    assert source.count(r"\subsubsection*") == 1
    for variable in variables(state.geometry):
        if variable.group in ("image", "kernel", "dense"):
            name = state.symbol(variable).name
            assert f"{name} = {latex_number(state.number(variable), precision)}" in source
    assert ENGLISH.loses_digits not in source


def test_all_derivations_have_a_heading_each() -> None:
    state = seeded_state(1)
    source = latex_document(all_derivations(state), state, 3)
    headings = re.findall(r"\\subsubsection\*\{\$\\displaystyle (.+)\$\}", source)
    assert headings == [derivation.left.latex() for derivation in all_derivations(state)]


def test_a_short_form_that_is_a_line_already_is_not_said_twice() -> None:
    state = seeded_state(1)
    source = latex_document([derive(Variable("alpha"), state)], state, 3)
    assert source.count("{} = y_{out} - yy}") == 1


def test_a_saturated_state_says_what_the_long_form_gives() -> None:
    state = saturated_state(40.0, 1.0)
    source = latex_document([derive(Variable("alpha"), state)], state, 6)
    check_well_formed(source)
    assert rf"{ENGLISH.loses_digits} $\text{{NaN}}$." in source


def test_the_caller_s_words_are_text_and_never_commands() -> None:
    words = Words(title=r"50% of \input{/etc/passwd} $x_1^2$ & #~")
    state = seeded_state(1)
    source = latex_document([derive(Variable("alpha"), state)], state, 3, words)
    check_well_formed(source)
    assert r"\input" not in source
    assert r"50\% of $\backslash$input\{/etc/passwd\} \symbol{36}x\_1\^{}2" in source
    assert escaped("a\nb") == "a b"


def test_chinese_words_ask_for_ctex_and_english_ones_do_not() -> None:
    state = seeded_state(1)
    derivation = derive(Variable("alpha"), state)
    assert "ctex" not in latex_document([derivation], state, 3)
    chinese = latex_document([derivation], state, 3, Words(given="已知"))
    assert r"\usepackage{ctex}" in chinese
    assert r"\subsection*{已知}" in chinese


@needs_latex
@pytest.mark.parametrize(
    ("shape", "precision"), [(NOTES, 3), (NOTES, 17), *((shape, 6) for shape in OTHERS)]
)
def test_it_compiles(shape: Shape, precision: Precision, tmp_path: Path) -> None:
    state = seeded_state(1, shape, label=0.35)
    compile_document(latex_document(all_derivations(state), state, precision), tmp_path)


@needs_latex
def test_a_saturated_state_compiles(tmp_path: Path) -> None:
    state = saturated_state(800.0, 0.0)
    words = Words(title=r"50% of \input{/etc/passwd} $x_1^2$ & #~")
    compile_document(latex_document(all_derivations(state), state, 17, words), tmp_path)


@pytest.mark.skipif(not has_ctex(), reason="no XeLaTeX with the package ctex is installed here")
def test_the_chinese_document_compiles(tmp_path: Path) -> None:
    state = seeded_state(1)
    words = Words(frame.NAME.zh, looks.GIVEN.zh, looks.FORWARD_PASS.zh, looks.DERIVATIONS.zh)
    compile_document(latex_document(all_derivations(state), state, 3, words), tmp_path, "xelatex")
    assert "Missing character" not in (tmp_path / "derivation.log").read_text("utf-8")


def compile_document(source: str, folder: Path, engine: str | None = ENGINE) -> None:
    assert engine
    (folder / "derivation.tex").write_text(source, encoding="utf-8")
    run = subprocess.run(
        [engine, "-halt-on-error", "-interaction=nonstopmode", "derivation.tex"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:]
    assert (folder / "derivation.pdf").stat().st_size > 10_000
    assert "Overfull" not in run.stdout  # every line wraps inside the page
