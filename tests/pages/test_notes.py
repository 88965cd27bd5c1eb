"""The page with the notes: every equation under its anchor, every symbol, every term."""

from __future__ import annotations

import pytest

from lib.derivation.notes import LABELS, equations
from lib.scenario import preset
from lib.text import LANGUAGES, Language
from lib.text.glossary import GLOSSARY
from tests.pages.app import App, ordinary, replace


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_there(language: Language) -> None:
    app = App(replace(ordinary(3), language=language), "notes")
    anchors = [heading.proto.anchor for heading in app.test.subheader]
    assert [anchor for anchor in anchors if anchor[1:].isdigit()] == [x.lower() for x in LABELS]
    assert anchors[-1] == "glossary"
    written = "\n".join(app.markdown).replace(r"\nobreak ", "")
    for equation in equations(preset("notes").state()):
        for line in equation.lines:
            assert line in written
    for term in GLOSSARY.values():
        assert f"**{term.name.say(language)}**" in written
        assert term.meaning.say(language) in written
    for anchor in anchors:
        assert f"(#{anchor})" in written
