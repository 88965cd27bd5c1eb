"""Every key of ``st.session_state``, each once: of what is kept there, of widgets, of components.

The parts of pages have keys of their own, in their lessons; no two things share one (a test, and
``table_of`` in lib/ui/frame/pages.py).
"""

from __future__ import annotations

from typing import Final

# The session and its scenario
SCENARIO: Final = "scenario"  # the one scenario of this tab
SESSION: Final = "session"  # a name that no other tab's session has
REVISIONS: Final = "revisions"  # how often each group of sliders got numbers from elsewhere
WRITTEN_LINKS: Final = "written_links"  # the links that this tab wrote into the address bar
BAD_LINK: Final = "bad_link"  # the link, or the seed beside it, that could not be read
DRAWN_SEED: Final = "drawn_seed"  # the seed in the address, once it was drawn from
HELD: Final = "held"  # how often each widget that clicks elsewhere set too got a new key
ARRIVALS: Final = "arrivals"  # how many links and files from outside were taken
INSTEAD_OF_OWN: Final = "instead_of_own"  # the set-up that stands for one on absent images
HISTORY: Final = "history"  # the numbers that were there before
EXAMPLES: Final = "examples"  # the learner's named numbers
OWN_IMAGES: Final = "own_images"  # the learner's own images and labels
OWN_IMAGES_VERSION: Final = "own_images_version"  # how often those have changed

# A run of a page, and the sliders
SNAPSHOT: Final = "snapshot"  # the scenario with what has been computed from it
PAGE: Final = "page"  # the page that is run
RUN_NUMBER: Final = "run_number"  # how many runs of pages there were
LAST_MOVE: Final = "last_move"  # the place of the last move that was applied
ADDRESS: Final = "address"  # the component that writes the link and brings the moves
PANEL: Final = "panel"  # the sliders of the sidebar

# The frame: menu, sidebar, files
FRAMED: Final = "framed"  # whether the page came through app.py
PAGES: Final = "pages"  # Streamlit's page at each path
PRESET: Final = "preset"  # the choice of a preset
SEED: Final = "seed"  # the seed that the numbers are drawn from
UNDO: Final = "undo"  # the button back to the numbers before
EXAMPLE: Final = "example"  # the form that gives the numbers a name
DELETE_EXAMPLE: Final = "delete_example"  # the button that takes an example off the list
SCENARIO_FILE: Final = "scenario_file"  # begins the keys of the field for a saved file
FILES_TAKEN: Final = "files_taken"  # how many saved files were opened
FILE_MESSAGE: Final = "file_message"  # what is to be said of the file that was just opened

# Lecture view
LECTURE_HEAD: Final = "lecture_head"  # what stands above a lesson: its style names it
LECTURE_BACK: Final = "lecture_back"  # the button one step back
LECTURE_ON: Final = "lecture_on"  # the button one step on
LECTURE_LEAVES: Final = "lecture_leaves"  # whether the last step on or back led out of the lesson
LECTURE_END: Final = "lecture_end"  # the button out of the view
LECTURE_CLICKER: Final = "lecture_clicker"  # lets a presenter's clicker press them
LECTURE_WINDOW: Final = "lecture_window"  # the choice of a window
LECTURE_SLIDERS: Final = "lecture_sliders"  # a lesson's own sliders, for the bar at the foot
LECTURE_NUMBERS: Final = "lecture_numbers"  # what stands beside the slider of that bar

# Sheets for a class
SHEETS_HEAD: Final = "not-printed-head"  # what stands above the sheets
SHEETS_SHOWN: Final = "not-printed-shown"  # the choices of what is shown
SHEETS_FOOT: Final = "not-printed-foot"  # what stands below the sheets
SHEETS_WORD: Final = "sheets_word"  # the word of the class
SHEETS_STUDENTS: Final = "sheets_students"  # how many students it has
SHEETS_FORMAT: Final = "sheets_format"  # what the sheets are taken away as
SHEETS_CONTENT: Final = "sheets_shown"  # questions or key
SHEETS_STUDENT: Final = "sheets_student"  # whose sheet is shown
SHEETS_ALL: Final = "sheets_all"  # whether all are shown, to print
SHEETS_RESULTS: Final = "sheets_results"  # the result lines that were pasted
SHEET: Final = "sheet"  # begins the keys of the sheets' components
PRINTED_SHEET: Final = "printed-sheet"  # begins the keys of what is one printed page

# Backward, and the page to print
PRINTER: Final = "printer"  # the button that prints
NOT_PRINTED: Final = "not-printed"  # what the printed page leaves out: its style names it
PRINTED_HEAD: Final = "printed-head"  # the numbers' name, the day and the link
PRINTED_BLOCK: Final = "printed-block"  # begins the keys of what no end of a page tears
PRINTED_LINES: Final = "printed-lines"  # begins the keys of the formulas in them
FACTORS_CHART: Final = "factors"  # the factors of a derivation
SECANT_CHART: Final = "secant"  # the loss along the nudged variable
NUDGE_ERRORS_CHART: Final = "nudge_errors"  # the error of each nudge against its ε
LONG_PATH_CHART: Final = "long_path"  # the error of the long path against α

OPENED_BEFORE: Final = "opened_before"  # the derivations that were open before
OPENED_LAST: Final = "opened_last"  # the one that was open when the page was last drawn
OPENED_BACK: Final = "opened_back"  # the button back to the one before

PUBLISHED: Final = "published"  # what a worked example's source gives, beside what is computed

# Compose
COMPOSING: Final = "composing"  # the network, sizes beside it that do not fit, the last changed
COMPOSE_FORGET: Final = "compose_forget"  # the button that gives those sizes up
COMPOSE_BACK: Final = "compose_back"  # the button back to the notes' network

# Notes
NOTES: Final = "notes_text"  # the notes themselves: their style names it

# Step by step
STEPS_BUTTONS: Final = "steps_buttons"  # what stays on a phone's screen: a style names it
STEPS_OPERATION: Final = "steps_operation"  # and the formula
STEPS_START: Final = "steps_start"  # the button back to the start
STEPS_BACK: Final = "steps_back"  # the button one operation back
STEPS_NEXT: Final = "steps_next"  # the button one operation on
STEPS_CLICKER: Final = "steps_clicker"  # lets a presenter's clicker press them
STEPS_PLAYING: Final = "steps_playing"  # whether the walk goes on by itself
STEPS_PLAY: Final = "steps_play"  # the button that lets it
STEPS_JUMP: Final = "steps_jump"  # the slider to any operation
STEPS_PHASE: Final = "steps_phase"  # the phase to jump to
STEPS_PICTURE: Final = "steps_picture"  # the network at this operation
STEPS_ADDRESS: Final = "steps_address"  # writes the link while the walk goes on

# Practise
PRACTISE_OWN: Final = "practise_own"  # whether the question is about the sliders' numbers
PRACTISE_BY_LINE: Final = "practise_by_line"  # whether the answer is typed line by line
PRACTISE_PARTIAL: Final = "practise_partial"  # the partial that is asked on one's own numbers
PRACTISE_FORM: Final = "practise_form"  # the fields of the answer
PRACTISE_SIGN: Final = "practise_sign"  # the ± button beside them
PRACTISE_BACK_FORM: Final = "practise_back_form"  # the field of what is asked back
PRACTISE_BACK_SIGN: Final = "practise_back_sign"  # the ± button beside it
PRACTISE_VERDICT: Final = "practise_verdict"  # what is said of the answer
PRACTISE_HELP: Final = "practise_help"  # the button for the next step of help
PRACTISE_NEXT: Final = "practise_next"  # the button for the next question
PRACTISE_TYPED: Final = "practise_typed"  # what was typed for this question, numbers or not
PRACTISE_SHOWN: Final = "practise_shown"  # what was last put into each field
PRACTISE_ADDRESS: Final = "practise_address"  # writes the link when an answer is judged
PRACTISE_TRIED: Final = "practise_tried"  # what was done about the question: tries, first mistake
PRACTISE_NAMED: Final = "practise_named"  # the mistakes that were named in this sitting
BUG_IN_CODE: Final = "bug_in_code"  # whether the bug is in the program
BUG_FORM: Final = "bug_form"  # the choice of a step
BUG_MISSED: Final = "bug_missed"  # what was said of the last wrong choice
BUG_GUESS: Final = "bug_guess"  # whether a nudge was thought to notice
BUG_VERDICT: Final = "bug_verdict"  # what is found so far
PREDICT_FORM: Final = "predict_form"  # the fields of a prediction
PREDICT_SIGN: Final = "predict_sign"  # the predicted sign
PREDICT_VALUE: Final = "predict_value"  # the predicted value
PREDICT_SAID: Final = "predict_said"  # what is said of the last prediction
PREDICT_PROBLEM: Final = "predict_problem"  # why it was none
PREDICT_VERDICT: Final = "predict_verdict"  # shows either

# Training
TRAINING_RUN: Final = "training_run"  # the run
TRAINING_MADE_FROM: Final = "training_made_from"  # all that the run was made from
TRAINING_PLAYING: Final = "training_playing"  # whether the run goes on by itself
TRAINING_PLAY: Final = "training_play"  # the button that lets it
TRAINING_PAUSE: Final = "training_pause"  # the button that holds it
TRAINING_RESTART: Final = "training_restart"  # the button back to step 0
TRAINING_MESSAGE: Final = "training_message"  # why a setting could not be taken
TRAINING_ADDRESS: Final = "training_address"  # writes the link while the run goes on
TRAINED_WEIGHTS: Final = "trained_weights"  # the weights of this step
LOSS_CHART: Final = "loss_curves"  # the losses
ACCURACY_CHART: Final = "accuracy_curves"  # the accuracies
KERNEL_CHART: Final = "kernel_paths"  # the kernel's weights over the steps
DENSE_CHART: Final = "dense_paths"  # the dense weights over the steps
NORMS_CHART: Final = "gradient_norms"  # the gradients' norms
WEIGHTS_CHART: Final = "weights_picture"  # all weights over the steps
GALLERY: Final = "gallery"  # the images
CHOSEN_PICTURE: Final = "chosen_picture"  # that image
OWN_EASEL: Final = "own_easel"  # the image that is being painted
OWN_FILE: Final = "own_file"  # begins the keys of the field for a file of images
OWN_FILES_DONE: Final = "own_files_done"  # how many of those were taken or discarded
OWN_FILE_WAITING: Final = "own_file_waiting"  # a file that is shown and not yet taken
OWN_FILE_PREVIEW: Final = "own_file_preview"  # where it is shown
OWN_FILE_PICTURES: Final = "own_file_pictures"  # some of its images
OWN_FILE_TAKE: Final = "own_file_take"  # the button that takes it
OWN_FILE_DISCARD: Final = "own_file_discard"  # the button that does not
OWN_MESSAGE: Final = "own_message"  # what is to be said of that file
OWN_PICTURES: Final = "own_pictures"  # the images that there are
ANY_STEP_WEIGHTS: Final = "any_step_weights"  # all weights at that step
ANY_STEP_PICTURES: Final = "any_step_pictures"  # the images of its batch
LANDSCAPE_KEPT: Final = "landscape_kept"  # the last map that was computed
LANDSCAPE_CHART: Final = "landscape"  # the map

# Compare
COMPARE_MESSAGE: Final = "compare_message"  # why a rate could not be taken
COMPARE_START: Final = "compare_start"  # the button that starts the runs
COMPARE_STOP: Final = "compare_stop"  # the button that stops them
COMPARE_DONE: Final = "compare_done"  # the button that tells that they are done
COMPARE_SWEEP: Final = "compare_sweep"  # the runs
COMPARE_UNTIL: Final = "compare_until"  # the step to which they go on by themselves; 0: at rest
COMPARE_ARRIVAL: Final = "compare_arrival"  # the arrival from outside whose runs were made
COMPARE_ADDRESS: Final = "compare_address"  # writes the link while the runs go on
COMPARE_SPENT: Final = "compare_spent"  # seconds of computing
COMPARE_CURVES: Final = "compare_curves"  # the losses of all runs
COMPARE_MAP: Final = "compare_map"  # the final losses
COMPARE_NEXT_PIN: Final = "compare_next_pin"  # which of the two the next pick is
COMPARE_PAIR: Final = "compare_pair"  # the losses of the two
COMPARE_TABLE: Final = "compare_table"  # all runs as a table


def answer_field(field: str) -> str:
    """The field of the answer, of a line, or of what is asked back."""
    return f"practise-field-{field}"


def bug_choice(step: int) -> str:
    """The choice of a step on the way to a bug."""
    return f"bug-choice-{step}"


def held(base: str, count: int) -> str:
    """A widget that clicks elsewhere set too, after so many new keys."""
    return f"{base} {count}" if count else base


def printed_block(name: str) -> str:
    """What no end of a printed page tears: a derivation, or what stands before them."""
    return f"{PRINTED_BLOCK}-{name}"


def composed(field: str) -> str:
    """The widget of a field of the architecture."""
    return f"composed-{field}"


def composed_row(part: str) -> str:
    """The row of a part of the network."""
    return f"composed-row-{part}"


def composed_example(name: str) -> str:
    """The button that sets a published example."""
    return f"composed-example-{name}"


def choice(path: str) -> str:
    """The widget of a choice of the scenario: ``look``, ``comparison.steps``."""
    return f"choice-{path}"


def example_name(name: str) -> str:
    """The field for a name: another one for the numbers of each name."""
    return f"example_name-{name}"


def slider(name: str) -> str:
    """The slider of a probe, or of the label, in a lesson."""
    return f"slider-{name}"


def setting(name: str) -> str:
    """The widget of a field of the training set-up."""
    return f"setting-{name}"


def saved_file(count: int) -> str:
    """The field for a saved file: a new one, empty, for each file that was opened."""
    return f"{SCENARIO_FILE}-{count}"


def file_of_images(count: int) -> str:
    """The field for a file of images: a new one, empty, for each file that was dealt with."""
    return f"{OWN_FILE}-{count}"


def file_setting(name: str) -> str:
    """The choice of how a file of images is read, in one respect."""
    return f"own_file_setting-{name}"


def from_network(name: str) -> str:
    """The button that sets the free x to one of the network's sums."""
    return f"from-network-{name}"


def pin(place: int) -> str:
    """The choice of run A (0) or B (1)."""
    return f"compare_pin-{place}"


def train_pinned(place: int) -> str:
    """The button that takes run A (0) or B (1) to the training page."""
    return f"compare_train-{place}"


def pair_weights(row: int) -> str:
    """A row of the weights of the two runs."""
    return f"compare_weights-{row}"


ALL = tuple(value for name, value in globals().copy().items() if name.isupper())
