"""Sheets for a class: ``python -m scripts.make_sheets red-fox 30 --as moodle``.

The class word and the number of students decide everything: the same command writes the same bytes,
and ``--only 1.red-fox.17`` gives one student's key again from its string alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lib.derivation import State
from lib.practice import class_sheets, sheet
from lib.practice.exports import FORMATS, class_questions
from lib.scenario import encode, preset
from lib.text import LANGUAGES


def numbers_link(address: str, state: State) -> str:
    """Where an instance's numbers stand on the sliders of an app at that address."""
    numbers = (*state.image.flat, *state.parameters.kernel.flat, *state.parameters.dense)
    scenario = preset("notes").with_numbers([*map(float, numbers), float(state.label)])
    return f"{address.rstrip('/')}/backward?s={encode(scenario)}"


def main(arguments: list[str]) -> int:
    """Write the file; a wrong class word or number is told in one sentence."""
    parser = argparse.ArgumentParser(prog="python -m scripts.make_sheets", description=__doc__)
    parser.add_argument("class_word", nargs="?", help="small letters, digits, hyphens")
    parser.add_argument("students", nargs="?", type=int, help="how many, 1 to 999")
    parser.add_argument("--only", help="one sheet by its string, such as 1.red-fox.17")
    parser.add_argument("--as", dest="kind", choices=FORMATS, default="questions")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--address", default="", help="of the app, for links in the key")
    parser.add_argument("--out", type=Path, help="the file; else a name of its own, here")
    asked = parser.parse_args(arguments)
    try:
        if asked.only:
            sheets = [sheet(asked.only)]
        elif asked.class_word and asked.students:
            sheets = class_sheets(asked.class_word, asked.students)
        else:
            parser.error("wanted a class word and a number of students, or --only")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    link = (lambda state: numbers_link(asked.address, state)) if asked.address else None
    made = FORMATS[asked.kind]
    name = f"{asked.only or asked.class_word}-{asked.kind}.{made.ending}"
    path = asked.out or Path(name)
    path.write_bytes(made.write(class_questions(sheets, asked.language, link)))
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
