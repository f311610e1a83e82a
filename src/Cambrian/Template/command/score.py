"""Works out what the answers on standard input are worth, believing nothing: python3 score.py <split>."""
import json
import math
import pathlib
import sys

split = sys.argv[1]
here = pathlib.Path(__file__).parent
expected = json.loads((here / "data" / split / "answers.json").read_text())


def invalid(why):
    print(json.dumps({"valid": False, "feedback": why}))
    sys.exit()


try:
    given = json.load(sys.stdin)
except ValueError as fault:
    invalid(f"the answer is no JSON: {fault}")

if not isinstance(given, list) or len(given) != len(expected):
    invalid(f"expected a list of {len(expected)} numbers")
if not all(isinstance(y, (int, float)) and not isinstance(y, bool) and math.isfinite(y) for y in given):
    invalid("every answer must be a finite number")

errors = [abs(a - b) for a, b in zip(given, expected)]
print(json.dumps({"score": math.sqrt(sum(e * e for e in errors) / len(errors)), "cases": errors, "metrics": {"worst": max(errors)}}))
