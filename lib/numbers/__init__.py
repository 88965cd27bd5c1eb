"""Numbers as people write them, read; the standard library only.

What has two readings is refused with its reason, never guessed.

>>> from lib.numbers import Reading, Refusal, read_number
>>> read_number("1.5·10⁻⁷")
Reading(value=1.5e-07, digits=2, unit=1e-08)
>>> read_number("1,234")
Refusal(reason='two_readings')
"""

from lib.numbers.read import LONGEST, REASONS, Reading, Reason, Refusal, read_number

__all__ = ["LONGEST", "REASONS", "Reading", "Reason", "Refusal", "read_number"]
