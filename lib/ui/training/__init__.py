"""The training lab: settings, the live picture and its views, each a module with a ``draw``."""

from lib.ui.training import views

__all__ = ["views"]
