"""Images and labels from a table of text: a CSV file, by whatever program it was written.

What can be found is found; what was a guess is said as a question; whatever was found can be set
and the file read again.

>>> from lib.training.images_file import Settings, read_images
>>> rows = b"label,p0,p1,p2,p3\\n1,0,255,255,0\\n0,255,0,0,255\\n"
>>> preview = read_images(rows, shape=(2, 2))
>>> preview.images.tolist(), preview.labels.tolist()
([[[0.0, 1.0], [1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]]], [1.0, 0.0])
>>> preview.settings.label, preview.settings.scale, [note.about for note in preview.notes]
((0,), (0.0, 255.0), ['scaled'])
>>> read_images(rows, Settings(classes=("1", "0")), shape=(2, 2)).labels.tolist()
[0.0, 1.0]
"""

from lib.training.images_file.decode import ENCODINGS, MOST_BYTES
from lib.training.images_file.read import MOST_IMAGES, most_images, read_images
from lib.training.images_file.scale import SCALES
from lib.training.images_file.settings import (
    ABOUT,
    PROBLEMS,
    ImagesFileError,
    Note,
    Preview,
    Settings,
)
from lib.training.images_file.table import MOST_COLUMNS, MOST_ROWS, SEPARATORS

__all__ = [
    "ABOUT",
    "ENCODINGS",
    "MOST_BYTES",
    "MOST_COLUMNS",
    "MOST_IMAGES",
    "MOST_ROWS",
    "PROBLEMS",
    "SCALES",
    "SEPARATORS",
    "ImagesFileError",
    "Note",
    "Preview",
    "Settings",
    "most_images",
    "read_images",
]
