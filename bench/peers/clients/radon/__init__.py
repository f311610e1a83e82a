"""Stands in for the radon package: no complexity is computed, which costs less than computing it."""
