"""Practice: an answer is judged, and a mistake in it gets its name. No screen, nothing stored.

The mistakes are edits of the derivation's own formula, so that none of their values is typed in.
"""
