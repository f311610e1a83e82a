"""The functions to minimise. Each split moves their lowest points elsewhere."""

import math
import random

# Values of one function that a program may ask for.
BUDGET = 4000

# At (-1.704083, 0.677508), found by Newton's method from the best of 20,000 random points.
WAVES_LOWEST = -1.5186858408485788


def waves(x):
    """OpenEvolve's example, never moved; two variables."""
    return math.sin(x[0]) * math.cos(x[1]) + math.sin(x[0] * x[1]) + (x[0] ** 2 + x[1] ** 2) / 20


def ellipsoid(x):
    return sum(10 ** (3 * i / (len(x) - 1)) * v * v for i, v in enumerate(x))


def rosenbrock(x):
    return sum(100 * (b + 1 - (a + 1) ** 2) ** 2 + a * a for a, b in zip(x, x[1:]))


def rastrigin(x):
    return sum(v * v + 10 - 10 * math.cos(2 * math.pi * v) for v in x)


def ackley(x):
    mean = sum(v * v for v in x) / len(x)
    waviness = sum(math.cos(2 * math.pi * v) for v in x) / len(x)
    return 20 - 20 * math.exp(-0.2 * math.sqrt(mean)) + math.e - math.exp(waviness)


class Case:
    """One function over a cube, with its lowest value."""

    def __init__(self, name, function, dimension, lowest, shift):
        self.name, self.function, self.dimension, self.lowest, self.shift = name, function, dimension, lowest, shift
        self.low, self.high = -5.0, 5.0

    def value(self, point):
        return self.function([x - s for x, s in zip(point, self.shift)])


def cases(split):
    """The cases of a split, always the same."""
    chance = random.Random("function-minimization " + split)
    found = [Case("waves", waves, 2, WAVES_LOWEST, [0.0, 0.0])]
    for name, function, dimension in (("ellipsoid", ellipsoid, 6), ("rosenbrock", rosenbrock, 4), ("rastrigin", rastrigin, 3), ("ackley", ackley, 5)):
        for _ in range(2):
            shift = [round(chance.uniform(-3.0, 3.0), 6) for _ in range(dimension)]
            found.append(Case(name, function, dimension, 0.0, shift))
    return found
