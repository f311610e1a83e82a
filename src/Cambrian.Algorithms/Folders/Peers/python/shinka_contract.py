"""How ShinkaEvolve measures a program: evaluate.py writes metrics.json and correct.json into a folder of results."""

import importlib.util
import json
import os
import runpy
import sys

from cambrian_reports import finite, remarks

module = None
script = None


def prepare(settings, work):
    global module, script
    script = os.path.join(work, settings["evaluator"])
    sys.argv = [script]
    spec = importlib.util.spec_from_file_location("evaluate", script)
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluate"] = module
    spec.loader.exec_module(module)


def evaluate(settings, program, tell):
    results = os.path.join(os.environ["TMPDIR"], "results")
    os.makedirs(results)
    if hasattr(module, "main"):
        module.main(program, results)
    else:
        sys.argv = [script, "--program_path", program, "--results_dir", results]
        runpy.run_path(script, run_name="__main__")
    return report(load(results, "metrics.json"), load(results, "correct.json"))


def load(results, name):
    try:
        with open(os.path.join(results, name), encoding="utf-8") as file:
            content = json.load(file)
    except FileNotFoundError:
        raise FileNotFoundError(f"the evaluator wrote no {name}") from None
    if not isinstance(content, dict):
        raise TypeError(f"{name} holds {type(content).__name__}; expected an object")
    return content


def report(metrics, correct):
    words = remarks({"error": correct.get("error") or "", "feedback": metrics.get("text_feedback") or ""})
    if not correct.get("correct"):
        return {"valid": False, "feedback": words or "the evaluator calls it incorrect and gives no reason"}
    # What is private is for the author of the task, not for what improves the program.
    public = metrics.get("public")
    return {"score": metrics.get("combined_score"), "metrics": finite(public if isinstance(public, dict) else {}), "feedback": words}
