"""A sheet of formulas and numbers: one component for what would be dozens of page elements.

A part that did not change is left as it is, which is what makes a sheet quick; see ``sheet.js``.
"""

from __future__ import annotations

from pathlib import Path

from lib.ui.components.assets import register
from lib.ui.katex import PATH

COMPONENT = register(
    "sheet",
    Path(__file__).parent,
    f'<div class="sheet" data-katex="{PATH}"></div>',
    isolated=False,
)
