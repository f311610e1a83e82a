from types import SimpleNamespace


def h_visit_ast(_tree):
    return SimpleNamespace(total=SimpleNamespace(volume=0, difficulty=0, effort=0, vocabulary=0, length=0, bugs=0, time=0, h1=0, h2=0, N1=0, N2=0, calculated_length=0))
