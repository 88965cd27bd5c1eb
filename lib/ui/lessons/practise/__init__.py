"""The section "Practise": a question and its judgement, help, progress, bugs to find, predictions.

What is right or wrong is decided in lib.practice; here it is asked, shown and kept.
"""

from lib.ui.lessons.practise import bug, predict, question

__all__ = ["bug", "predict", "question"]
