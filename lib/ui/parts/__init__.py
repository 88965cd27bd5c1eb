"""Every part of a page that follows the sliders, by its name."""

from lib.ui.parts import backward, cross_entropy, forward, network, sigmoid, unpack

PARTS = {
    **network.PARTS,
    **cross_entropy.PARTS,
    **sigmoid.PARTS,
    **forward.PARTS,
    **backward.PARTS,
    **unpack.PARTS,
}

__all__ = ["PARTS"]
