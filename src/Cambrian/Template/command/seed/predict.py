import math


def predict(x):
    # Only what stands between these two comments is changed by the search.
    # EVOLVE-BLOCK-START
    a = 1.0
    b = 1.0
    c = 0.1
    return a * math.sin(b * x) + c * x
    # EVOLVE-BLOCK-END
