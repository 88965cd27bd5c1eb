"""What a page draws: thinned curves, the loss around a point, the images by their loss."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.network import backward, forward
from lib.training import (
    Given,
    Run,
    TrainingSetup,
    gallery,
    least_loss,
    loss_landscape,
    on_landscape,
    random_directions,
    thin,
    weight_directions,
)
from lib.training.gradient import mean_gradient


@given(st.integers(1, 3000), st.integers(2, 300), st.integers(0, 100))
def test_thinning_keeps_ends_and_extremes(count: int, points: int, seed: int) -> None:
    values = np.random.default_rng(seed).standard_normal(count)
    kept = thin(values, points)
    assert (np.diff(kept) > 0).all()
    assert (kept[0], kept[-1]) == (0, count - 1)
    assert len(kept) <= max(points, 2) + 4
    assert values[kept].min() == values.min()
    assert values[kept].max() == values.max()


def test_a_single_peak_among_a_hundred_thousand_steps_is_drawn() -> None:
    values = np.linspace(1, 0, 100_001)
    values[71_234] = 5
    values[[100, 40_000]] = np.nan
    assert 71_234 in thin(values, 400)
    assert len(thin(np.full(5000, np.nan), 100)) <= 104
    with pytest.raises(ValueError, match="points: got 1"):
        thin(values, 1)


def test_the_landscape_is_the_loss() -> None:
    run = Run(TrainingSetup(size=40))
    run.advance(150)
    images, labels = run.dataset.train_images, run.dataset.train_labels
    center = run.path(run.step)[0]
    first, second = np.linspace(-2, 2, 7), np.linspace(-1, 1, 5)
    for directions in (weight_directions(4, 9), random_directions(3)):
        surface = loss_landscape(center, directions, first, second, images, labels)
        assert surface.shape == (5, 7)
        assert surface[2, 3] == pytest.approx(run.history.train_loss[-1], rel=1e-12)
        for row, column in ((0, 0), (4, 1), (1, 6)):
            weights = center + first[column] * directions[0] + second[row] * directions[1]
            loss, _ = mean_gradient(weights, images, labels)
            assert surface[row, column] == pytest.approx(loss, rel=1e-12)


def test_a_path_lies_on_the_landscape_where_it_went() -> None:
    directions = random_directions(0)
    np.testing.assert_allclose(directions @ directions.T, np.eye(2), atol=1e-15)
    center = np.arange(13.0)
    places = np.array([[0.0, 0.0], [1.5, -2.0], [3.0, 1.0]])
    out_of_plane = np.linalg.svd(directions)[2][5]
    weights = center + places @ directions + out_of_plane
    np.testing.assert_allclose(on_landscape(weights, center, directions), places, atol=1e-12)
    chosen = on_landscape(center[None] + np.eye(13)[4], center, weight_directions(4, 9))
    np.testing.assert_allclose(chosen, [[1, 0]], atol=1e-12)


def test_what_a_landscape_refuses() -> None:
    with pytest.raises(ValueError, match="got 3 and 3, wanted two of 0…12"):
        weight_directions(3, 3)
    with pytest.raises(ValueError, match=r"got center \(12,\)"):
        loss_landscape(np.zeros(12), np.eye(2, 13), [0], [0], np.zeros((1, 4, 4)), np.zeros(1))
    with pytest.raises(ValueError, match="NaN or infinity"):
        loss_landscape(np.zeros(13), np.eye(2, 13), [np.inf], [0], np.zeros((1, 4, 4)), np.zeros(1))


def test_the_gallery_begins_with_the_worst() -> None:
    run = Run(TrainingSetup(second_digit=8))
    run.advance(60)
    images, labels = run.dataset.test_images, run.dataset.test_labels
    shown = gallery(run.parameters, images, labels)
    assert sorted(shown.order) == list(range(len(labels)))
    assert (np.diff(shown.loss) <= 0).all()
    assert shown.loss.mean() == pytest.approx(run.history.test_loss[-1], rel=1e-12)
    assert shown.right.mean() == run.history.test_accuracy[-1]
    worst = images[shown.order[0]], labels[shown.order[0]]
    values = forward(run.parameters, worst[0])
    assert shown.y_out[0] == values.y_out
    assert shown.loss[0] == backward(run.parameters, values, *worst).loss


def test_the_table_holds_every_curve_in_full() -> None:
    run = Run(TrainingSetup())
    run.advance(200)
    table = run.history.table()
    assert list(table)[:3] == ["step", "train_loss", "train_accuracy"]
    assert {len(column) for column in table.values()} == {201}
    np.testing.assert_array_equal(table["batch_loss"][:-1], run.history.batch_loss)
    assert np.isnan(table["learning_rate"][-1])


def test_curves_cannot_be_written_to() -> None:
    run = Run(TrainingSetup())
    run.advance(3)
    with pytest.raises(ValueError, match="read-only"):
        run.history.train_loss[0] = 0
    assert run.advance(3) == 3


def test_no_loss_is_below_the_entropy_of_the_labels() -> None:
    assert least_loss(np.array([0.0, 1.0, 1.0])) == 0
    assert least_loss(np.array([0.3])) == pytest.approx(0.610864, abs=5e-7)
    assert least_loss(np.array([0.5, 1.0])) == pytest.approx(np.log(2) / 2, rel=1e-15)
    example = Given(label=0.3)
    run = Run(TrainingSetup(data="image", initial="given", given=example, stop_loss=0.1))
    run.advance(3000)
    assert run.stopped is None
    assert run.history.train_loss[-1] == pytest.approx(0.610864, abs=1e-5)
    assert run.history.train_loss.min() >= least_loss(run.dataset.train_labels) - 1e-15
