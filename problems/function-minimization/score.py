"""Works out what points are worth, where the candidate never was: reads them from standard input, prints the report."""

import json
import math
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import functions

# A value this close to the lowest one is as good as it: beyond, only rounding is left to win.
CLOSE_ENOUGH = 1e-9


def fault(points, cases):
    """Why the answer cannot be scored, or None."""
    if not isinstance(points, list) or len(points) != len(cases):
        return f"expected a list of {len(cases)} points, one for each function"
    for case, point in zip(cases, points):
        if not isinstance(point, list) or len(point) != case.dimension:
            return f"expected {case.dimension} coordinates for {case.name}, got {str(point)[:80]}"
        for x in point:
            if isinstance(x, bool) or not isinstance(x, (int, float)) or not case.low <= x <= case.high:
                return f"a coordinate for {case.name} is {str(x)[:80]}; expected a number from {case.low} to {case.high}"
    return None


def error(case, point):
    """How far above the lowest value the point is, as a power of ten."""
    return math.log10(max(case.value([float(x) for x in point]) - case.lowest, 0.0) + CLOSE_ENOUGH)


def main():
    cases = functions.cases(sys.argv[1])
    try:
        points = json.loads(sys.stdin.read().strip().rpartition("\n")[2])
    except (ValueError, RecursionError) as cause:
        points = None
        print(f"the answer is no JSON: {cause}", file=sys.stderr)
    reason = fault(points, cases)
    if reason is not None:
        print(json.dumps({"valid": False, "feedback": reason}))
        return
    errors = [error(case, point) for case, point in zip(cases, points)]
    by_name = {}
    for case, value in zip(cases, errors):
        by_name.setdefault("error_" + case.name, []).append(value)
    metrics = {name: sum(values) / len(values) for name, values in by_name.items()}
    feedback = "powers of ten above the lowest value: " + ", ".join(f"{case.name} {value:.2f}" for case, value in zip(cases, errors))
    print(json.dumps({"score": sum(errors) / len(errors), "cases": errors, "metrics": metrics, "feedback": feedback}))


main()
