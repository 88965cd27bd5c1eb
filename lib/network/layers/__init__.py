"""One kind of layer a file: its forward line, and under it its derivative.

Arrays have all axes, in PyTorch's order, and any leading axes: an image (..., C, H, W), kernels
(..., F, C, kh, kw), a map (..., F, R, S).
"""
