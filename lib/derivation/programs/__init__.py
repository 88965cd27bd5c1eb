"""The program of any network to take away: NumPy by hand, or PyTorch. Both print one derivative.

The text is made of these modules' own lines and of numbers that ``repr`` wrote.
"""

from lib.derivation.programs.by_hand import numpy_program
from lib.derivation.programs.pytorch import torch_program

__all__ = ["numpy_program", "torch_program"]
