"""Every number of an example on paper: ``python -m lib.scenario FILE``, or a link for the file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from lib.derivation import variables
from lib.scenario.file import FileError, read_file
from lib.scenario.link import LinkError, decode
from lib.scenario.value import Scenario


def main(arguments: list[str] | None = None) -> int:
    """Print the values and partials; 2 where there is nothing to read, and a sentence why."""
    parser = argparse.ArgumentParser(prog="python -m lib.scenario", description=__doc__)
    parser.add_argument("source", metavar="FILE", help="a saved file, a link, or its last part")
    parser.add_argument("--json", action="store_true", help="as JSON, for a program to read")
    asked = parser.parse_args(arguments)
    try:
        scenario = _read(asked.source)
    except OSError:
        print("There is no such file, and it is no link that can be read.", file=sys.stderr)
        return 2
    except FileError as error:
        print(error.sentence.en, file=sys.stderr)
        return 2
    print(json.dumps(answers(scenario)) if asked.json else table(scenario))
    return 0


def _read(source: str) -> Scenario:
    """What the link says, or else the file of that name.

    Raises:
        FileError, OSError: neither.
    """
    try:
        return decode(parse_qs(urlsplit(source).query).get("s", [source])[0])
    except (LinkError, ValueError):
        return read_file(Path(source).read_bytes()).scenario


def answers(scenario: Scenario) -> dict[str, object]:
    """``values`` and ``partials`` by the keys of :func:`lib.derivation.variables`, and ``loss``."""
    state = scenario.state()
    known = variables(state.architecture)
    return {
        "values": {variable.key: state.number(variable) for variable in known},
        "partials": {variable.key: state.gradient(variable) for variable in known},
        "loss": state.loss,
    }


def table(scenario: Scenario) -> str:
    """The same as lines of text: key, value, partial; all digits, the loss last."""
    state = scenario.state()
    rows = [("", "value", "dL/d(it)")]
    for variable in variables(state.architecture):
        rows.append((variable.key, repr(state.number(variable)), repr(state.gradient(variable))))
    rows.append(("loss", repr(state.loss), ""))
    wide = max(12, 1 + max(len(key) for key, _, _ in rows))
    return "\n".join(
        f"{key:<{wide}}{value:>25}{partial:>25}".rstrip() for key, value, partial in rows
    )


if __name__ == "__main__":
    sys.exit(main())
