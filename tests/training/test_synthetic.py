"""Made-up pairs: what the network learns of each, and what it cannot."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.network import Parameters, forward
from lib.training import Run, TrainingSetup, load_dataset
from lib.training.synthetic import MAKERS, SyntheticKind, kinds_of_image, synthetic, tinted


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_images_are_images(kind: str) -> None:
    images, labels = synthetic(kind, 101, 3)
    assert images.shape == (101, 4, 4)
    assert images.min() == 0
    assert 0.5 <= images.max() <= 1
    assert labels.sum() == 50
    again, _ = synthetic(kind, 101, 3)
    np.testing.assert_array_equal(images, again)


def test_each_kind_shows_what_it_is_named_for() -> None:
    for image, label in zip(*synthetic("bars", 40, 0), strict=True):
        lines = image.any(axis=0) if label else image.any(axis=1)
        assert lines.sum() == 1
    for image, label in zip(*synthetic("sides", 40, 0), strict=True):
        assert not image[:, :2].any() if label else not image[:, 2:].any()
    for image, label in zip(*synthetic("diagonals", 40, 0), strict=True):
        assert np.fliplr(image).diagonal().all() if label else image.diagonal().all()
        assert (image > 0).sum() == 4
    for image, label in zip(*synthetic("textures", 40, 0), strict=True):
        assert (image > 0).sum() == (4 if label else 8)
    for image, label in zip(*synthetic("xor", 40, 0), strict=True):
        assert (image[0, 0] != image[3, 3]) == label
        assert image.sum() == image[0, 0] + image[3, 3]


@pytest.mark.parametrize("shape", [(1, 8), (2, 3), (6, 6), (8, 5)])
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_images_of_another_size_and_more_classes(
    kind: SyntheticKind, shape: tuple[int, int]
) -> None:
    images, classes = synthetic(kind, 30, 1, shape, classes=5)
    assert images.shape == (30, *shape)
    assert np.bincount(classes.astype(int)).tolist() == [6] * 5
    names = [name for name, _, _ in kinds_of_image(kind, 5)]
    assert len(set(names)) == 5
    assert tuple(names[:2]) == MAKERS[kind][0]
    for k in range(5):
        assert images[classes == k].any() or kind == "xor"
    colours = tinted(images, 3, 1)
    assert colours.shape == (30, 3, *shape)
    lit = images > 0
    for channel in range(3):
        np.testing.assert_array_equal(colours[:, channel] > 0, lit)
    assert not (colours[:, 0] == colours[:, 1])[lit].any()


@pytest.mark.parametrize("kind", ["bars", "sides", "diagonals", "textures"])
def test_the_network_learns_them(kind: str) -> None:
    setup = TrainingSetup(
        data=kind,
        optimiser="adam",
        learning_rate=0.05,
        noise=0.05,
    )
    run = Run(setup)
    run.advance(600)
    assert run.history.test_accuracy[-1] >= 0.95


@given(st.lists(st.floats(-50, 50), min_size=13, max_size=13))
def test_xor_of_corners_is_beyond_every_choice_of_weights(weights: list[float]) -> None:
    images = np.zeros((4, 4, 4))
    images[[2, 3], 0, 0] = 1
    images[[1, 3], 3, 3] = 1
    parameters = Parameters(np.reshape(weights[:9], (3, 3)), np.array(weights[9:]))
    alpha = forward(parameters, images).alpha
    np.testing.assert_allclose(alpha[0] + alpha[3], alpha[1] + alpha[2], atol=1e-12)
    right = (alpha > 0) == np.array([False, True, True, False])
    assert right.sum() <= 3


def test_training_on_xor_gets_nowhere() -> None:
    run = Run(TrainingSetup(data="xor", optimiser="adam", learning_rate=0.05))
    run.advance(800)
    labels = load_dataset(run.setup).train_labels
    assert len(labels) == 140
    assert run.history.train_accuracy.max() <= 0.8


def test_what_is_refused() -> None:
    with pytest.raises(ValueError, match="kind: got 'stripes'"):
        synthetic("stripes", 10, 0)
    with pytest.raises(ValueError, match="size 1"):
        synthetic("bars", 1, 0)
