"""Every part of a page that follows the sliders, by its name."""

from lib.ui.lessons import cross_entropy, forward, network, sigmoid
from lib.ui.lessons.backward import numbers, terms

PARTS = {
    **network.PARTS,
    **cross_entropy.PARTS,
    **sigmoid.PARTS,
    **forward.PARTS,
    **numbers.PARTS,
    **terms.PARTS,
}

__all__ = ["PARTS"]
