"""Sheets for a class, on the screen and as files, and the results that come back."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from lib.derivation import latex_number, plain_number
from lib.derivation.number import Precision
from lib.practice import Mistake, Sheet, class_sheets, sheet_name
from lib.practice.exports import FORMATS, class_questions
from lib.practice.exports.paper import SHOWN, TITLES
from lib.practice.exports.question import four_digits, given_numbers
from lib.practice.results import RIGHT, UNKNOWN, Result, read_results
from lib.practice.sheets import MOST_STUDENTS
from lib.text import Language
from lib.text import sheets as words
from lib.ui.components import download, printer, sheet, table
from lib.ui.follow.page import Page
from lib.ui.follow.page_run import mount
from lib.ui.state import keys, session
from lib.ui.state.session import named, say

_FRAME = """<iframe src="{root}/backward?s={link}&amp;embed=true"
  title="Backprop by Hand" width="100%" height="800" style="border: 0"
  allow="clipboard-write"></iframe>"""
_BLANK = r"\;\underline{\hspace{6em}}"
_EXAMPLE = Result("1.red-fox.17", "kernel-0-0", "sign", 2, 1)
_KEY_DIGITS: Precision = 6


def draw_choices() -> tuple[str, int] | None:
    """The word of the class and the number of students; None, and a sentence, if no sheet fits."""
    left, right = st.columns([2, 1])
    word = left.text_input(
        say(words.CLASS_WORD),
        "red-fox",
        max_chars=40,
        key=keys.SHEETS_WORD,
        help=say(words.CLASS_WORD_HELP),
        persist_state="session",
    )
    students = right.number_input(
        say(words.STUDENTS), 1, MOST_STUDENTS, 30, key=keys.SHEETS_STUDENTS, persist_state="session"
    )
    try:
        sheet_name(word.strip(), int(students))
    except ValueError:
        st.error(say(words.BAD_WORD))
        return None
    return word.strip(), int(students)


def draw_files(word: str, students: int) -> None:
    """One file of all sheets, made when it is asked for."""
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    kind = left.selectbox(
        say(words.FORMAT),
        list(FORMATS),
        format_func=named(words.FORMAT_NAMES),
        key=keys.SHEETS_FORMAT,
        persist_state="session",
    )
    made = FORMATS[kind]
    with right:
        download.draw(
            say(words.DOWNLOAD),
            _file,
            word,
            students,
            kind,
            session.language(),
            file_name=f"{word}-{kind}.{made.ending}",
            mime=made.mime,
        )
    if kind in words.FORMAT_NOTES:
        st.caption(say(words.FORMAT_NOTES[kind]))


def _file(word: str, students: int, kind: str, language: Language) -> bytes:
    return FORMATS[kind].write(class_questions(class_sheets(word, students), language))


def draw_sheets(word: str, students: int) -> None:
    """One student's sheet, or all of them to print: questions or keys."""
    with st.container(horizontal=True, vertical_alignment="bottom", key=keys.SHEETS_SHOWN):
        content = st.segmented_control(
            say(words.SHOW),
            list(words.SHOW_NAMES),
            format_func=named(words.SHOW_NAMES),
            default="questions",
            key=keys.SHEETS_CONTENT,
            required=True,
            wrap=True,
            persist_state="session",
        )
        number = st.number_input(
            say(words.SHOW_STUDENT),
            1,
            students,
            key=keys.SHEETS_STUDENT,
            width=150,
            persist_state="session",
        )
        everything = st.toggle(say(words.PRINT_ALL), key=keys.SHEETS_ALL, persist_state="session")
        printer.draw(say(words.PRINT))
    drawn = class_sheets(word, students)
    for one in drawn if everything else [drawn[int(number) - 1]]:
        with st.container(key=_key(keys.PRINTED_SHEET, one)):
            _draw_sheet(one, content or "questions")


def _draw_sheet(one: Sheet, content: str) -> None:
    on, asking = sheet.Sheet(), content == "questions"
    on.text(say(TITLES[content], name=one.name), "heading")
    if asking:
        on.text(f"{say(words.STUDENT)} {'_' * 40}")
        on.text(say(words.TASK))
        for given in given_numbers(one.instance.state):
            on.line(given)
    for question in one.questions:
        left = rf"\frac{{\partial L}}{{\partial {question.symbol}}}"
        right = _BLANK if asking else latex_number(question.right, _KEY_DIGITS)
        on.line(f"{left} = {right}")
    mount(_key(keys.SHEET, one), sheet.COMPONENT, {"blocks": on.blocks})
    if content == "mistakes":
        for question in one.questions:
            wrong = question.wrong[:SHOWN]
            symbol = rf"$\partial L/\partial {question.symbol}$"
            table.draw(
                {
                    symbol: [plain_number(four_digits(value), 6) for value, _ in wrong],
                    say(words.MISTAKE): [mistake.words(session.language()) for _, mistake in wrong],
                }
            )


def _key(begin: str, one: Sheet) -> str:
    return f"{begin}-{one.name.replace('.', '-')}"


def draw_results() -> None:
    """The table of what a class handed in."""
    st.subheader(say(words.RESULTS))
    st.markdown(say(words.RESULTS_INTRO))
    pasted = st.text_area(
        say(words.PASTED),
        key=keys.SHEETS_RESULTS,
        help=say(words.RESULTS_HELP, example=_EXAMPLE.line),
        height=120,
    )
    if not pasted.strip():
        return
    tally = read_results(pasted)
    if tally.outcomes:
        table.draw(
            {
                say(words.OUTCOME): [_outcome(key) for key, _ in tally.outcomes],
                say(words.HOW_MANY): [str(count) for _, count in tally.outcomes],
            }
        )
    if tally.unread:
        st.caption(say(words.UNREAD, count=tally.unread))


def draw_course_frame() -> None:
    """What a teacher pastes into a course page: the lesson in a frame, with the numbers of now."""
    st.subheader(say(words.COURSE))
    st.markdown(say(words.COURSE_INTRO))
    frame = _FRAME.format(root=_root(), link=session.link())
    st.code(frame, language=None, wrap_lines=True)


def _root() -> str:
    """The address of the app as others see it, without a slash at its end."""
    here = urlsplit(st.context.url or "")
    path = here.path.rpartition("/")[0].removeprefix("/~/+")  # where Community Cloud has its frame
    return f"{here.scheme}://{here.netloc}{path}"


def _outcome(key: str) -> str:
    """An outcome's words, the mistake's own where it is one; ``key`` is one of ours."""
    if key == RIGHT:
        return say(words.RIGHT)
    if key == UNKNOWN:
        return say(words.UNKNOWN)
    kind, _, which = key.partition("-")
    return Mistake(kind, int(which) if which else None).words(session.language())


PAGE = Page(
    "sheets",
    words.IN_MENU,
    ":material/print:",
    "practise",
    words.ON_THE_WAY,
    uses_numbers=False,
    about="notes",
)
