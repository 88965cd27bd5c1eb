"""The looks into one derivation, each a module with a ``draw``; only the open one is built."""
