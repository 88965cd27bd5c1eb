"""The training page: settings, the live picture and its views, each a module with a ``draw``."""
