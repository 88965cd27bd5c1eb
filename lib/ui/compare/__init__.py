"""Compare: the choices, the runs as they train, the table, any two side by side."""

from lib.ui.compare import view

__all__ = ["view"]
