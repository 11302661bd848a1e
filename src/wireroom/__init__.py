"""Wireroom reads what people paste and shows who reported what, on whose word."""

__version__ = "0.1.0"
