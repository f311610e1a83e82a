"""Stands in for the google-genai package, which is imported but not used here."""

types = None


class Client:
    pass
