"""Stands in for the package of this name where it is not installed: as much of it as evaluators import."""

__version__ = "0"
