"""The library behind Backprop by Hand; see the README for the map of its rooms."""
