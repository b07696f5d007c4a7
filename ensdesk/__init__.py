"""A health folder kept on your own computer, closed by your own code."""

__version__ = "0.1.0"
