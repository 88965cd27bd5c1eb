"""The two languages, and a sentence in both."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Text(NamedTuple):
    """One sentence, label or title in each language."""

    en: str
    zh: str

    def say(self, language: Language, **numbers: object) -> str:
        """The text in one language, ``{named}`` numbers put in.

        The numbers are formatted by us; no string from outside may be passed here.
        """
        text = self.zh if language == "zh" else self.en
        return text.format(**numbers) if numbers else text

    def filled(self, **parts: object) -> Text:
        """The text with ``{named}`` parts put in, in both languages; a part may be a Text."""

        def of(language: Language) -> str:
            said = {
                k: part.say(language) if isinstance(part, Text) else part
                for k, part in parts.items()
            }
            return self.say(language, **said)

        return Text(of("en"), of("zh"))


def language_of_locale(locale: str | None) -> Language:
    """The language for a browser's locale: 中文 for any ``zh``, English otherwise."""
    return "zh" if (locale or "").lower().startswith("zh") else "en"
