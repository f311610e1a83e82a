"""Stands in for the instructor package, which is imported but not used here."""


class Instructor:
    pass


AsyncInstructor = Instructor
