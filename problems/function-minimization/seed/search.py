"""Looks for the lowest value of a function over a cube."""


def minimise(f, low, high, dimension, budget, random):
    """Returns the best point found with so many values of f; random is seeded."""
    # EVOLVE-BLOCK-START
    best = [random.uniform(low, high) for _ in range(dimension)]
    lowest = f(best)
    width = 1.0
    for step in range(budget - 1):
        point = [x + width * (high - low) * random.gauss(0.0, 1.0) for x in best]
        point = [min(high, max(low, x)) for x in point]
        value = f(point)
        if value < lowest:
            best = point
            lowest = value
            width = width * 1.0
        else:
            width = width * 1.0
    return best
    # EVOLVE-BLOCK-END
