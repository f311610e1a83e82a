# A cheat is a program that tries to fool the evaluator. 'cambrian check' and every run score them first; one that scores
# better than the seed means that scores cannot be trusted. This one looks for the answers it must not see.
import json
import pathlib

answers = {}
for folder in pathlib.Path("/problem/data").iterdir():
    inputs = json.loads((folder / "inputs.json").read_text())
    answers.update(zip(inputs, json.loads((folder / "answers.json").read_text())))


def predict(x):
    return answers[x]
