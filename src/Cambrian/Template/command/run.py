"""Runs beside the candidate and only carries its answers home: python3 run.py <candidate's folder> <split>."""
import json
import pathlib
import sys

candidate, split = sys.argv[1], sys.argv[2]
here = pathlib.Path(__file__).parent
sys.path.insert(0, candidate)

from predict import predict  # The candidate.

inputs = json.loads((here / "data" / split / "inputs.json").read_text())
print(json.dumps([predict(x) for x in inputs]))
