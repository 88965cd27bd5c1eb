"""Every word a learner reads, in English and in 中文: one module per page, one pair per sentence.

A :class:`Text` cannot exist in one language only. Numbers are put in by name: ``{step}``.
Formulas stay LaTeX in both languages; no term is translated away from its formula.
"""

from lib.text.language import LANGUAGES, Language, Text, language_of_locale

__all__ = ["LANGUAGES", "Language", "Text", "language_of_locale"]
