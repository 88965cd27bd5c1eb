"""Whatever a reader may answer has its words."""

from lib.numbers import REASONS
from lib.text.images_file import NOTES, PROBLEMS
from lib.text.numbers import REFUSALS
from lib.training import images_file


def test_every_refusal_of_a_number_has_words() -> None:
    assert set(REFUSALS) == {*REASONS, "ragged"}


def test_every_problem_and_every_note_of_a_file_of_images_has_words() -> None:
    assert set(PROBLEMS) == set(images_file.PROBLEMS)
    assert set(NOTES) == set(images_file.ABOUT)
