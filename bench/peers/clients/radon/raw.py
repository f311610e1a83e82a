from types import SimpleNamespace


def analyze(code):
    lines = code.count("\n") + 1
    return SimpleNamespace(loc=lines, lloc=lines, sloc=lines, comments=0, multi=0, blank=0, single_comments=0)
