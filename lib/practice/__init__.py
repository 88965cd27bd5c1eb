"""Practice: an answer is judged, and a mistake in it gets its name. No screen, nothing stored.

The mistakes are edits of the derivation's own formula, so that none of their values is typed in.

>>> from lib.derivation import Variable
>>> from lib.practice import Instance, diagnose, exercises
>>> exercise = exercises()[0]
>>> item = Instance.of_seed(exercise.seed).item(exercise.variables[0])
>>> diagnose(item, f"{item.right:.4g}").outcome
'right'
>>> from lib.practice import Mistake
>>> verdict = diagnose(item, f"{item.wrong[Mistake('sign')]:.4g}")
>>> verdict.outcome, verdict.mistakes[0].words("en")
('named', 'the sign is the other one')
"""

from lib.practice.ask_back import told_apart
from lib.practice.bugs import Bug, bugs
from lib.practice.certified import Exercise, Indistinguishable, exercises, indistinguishable
from lib.practice.code_bugs import CodeBug, code_bugs
from lib.practice.diagnose import diagnose
from lib.practice.hunt import Hunt, Nudged, hunt_in_code, hunt_in_derivation
from lib.practice.item import Instance, Item
from lib.practice.judge_lines import LineVerdict, judge_lines
from lib.practice.kind import SKILLS, Kind, Skill
from lib.practice.ladder import Help, help_after, right_lines
from lib.practice.lines import line_keys, line_values
from lib.practice.mistakes import KINDS, Mistake, spoilt_formula
from lib.practice.next_item import Suggestion, next_item
from lib.practice.progress import Attempt, Progress, counted
from lib.practice.saying import say_verdict
from lib.practice.sheets import Sheet, class_sheets, sheet, sheet_name
from lib.practice.verdict import Verdict

__all__ = [
    "KINDS",
    "SKILLS",
    "Attempt",
    "Bug",
    "CodeBug",
    "Exercise",
    "Help",
    "Hunt",
    "Indistinguishable",
    "Instance",
    "Item",
    "Kind",
    "LineVerdict",
    "Mistake",
    "Nudged",
    "Progress",
    "Sheet",
    "Skill",
    "Suggestion",
    "Verdict",
    "bugs",
    "class_sheets",
    "code_bugs",
    "counted",
    "diagnose",
    "exercises",
    "help_after",
    "hunt_in_code",
    "hunt_in_derivation",
    "indistinguishable",
    "judge_lines",
    "line_keys",
    "line_values",
    "next_item",
    "right_lines",
    "say_verdict",
    "sheet",
    "sheet_name",
    "spoilt_formula",
    "told_apart",
]
