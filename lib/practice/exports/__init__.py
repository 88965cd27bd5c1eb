"""Sheets for other programs: each writer takes the same plain questions and gives one file.

A question knows its right value and every wrong number with its words; a writer knows how its
target matches what a student types. ``FORMATS`` has them all.
"""

from lib.practice.exports.formats import FORMATS, Format
from lib.practice.exports.question import ClassQuestion, class_questions

__all__ = ["FORMATS", "ClassQuestion", "Format", "class_questions"]
