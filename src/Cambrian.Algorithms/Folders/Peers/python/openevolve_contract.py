"""How OpenEvolve measures a program: evaluate(path), or evaluate_stage1 … 3 where its configuration asks for a cascade."""

import importlib.util
import os
import sys
import traceback

from cambrian_reports import finite, remarks

STAGES = ("evaluate_stage1", "evaluate_stage2", "evaluate_stage3")
module = None


def prepare(settings, work):
    global module
    path = os.path.join(work, settings["evaluator"])
    sys.argv = [path]
    spec = importlib.util.spec_from_file_location("evaluation_module", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["evaluation_module"] = module
    spec.loader.exec_module(module)
    if not hasattr(module, "evaluate"):
        raise AttributeError(f"{settings['evaluator']} has no function 'evaluate(program_path)'")


def evaluate(settings, program, tell):
    if not settings["cascade"] or not hasattr(module, STAGES[0]):
        return report(settings, *read(module.evaluate(program)))
    metrics, artifacts = read(getattr(module, STAGES[0])(program))
    for number_of_stage, name in enumerate(STAGES[1:], start=2):
        thresholds = settings["thresholds"]
        if len(thresholds) < number_of_stage - 1 or not passes(metrics, thresholds[number_of_stage - 2]) or not hasattr(module, name):
            break
        # A stage that fails leaves what the stages before it found, with a mark.
        failed = {**metrics, f"stage{number_of_stage}_passed": 0.0}
        tell(report(settings, failed, {**artifacts, "failure_stage": f"stage {number_of_stage} did not end"}))
        try:
            further, more = read(getattr(module, name)(program))
        except Exception:
            return report(settings, failed, {**artifacts, f"stage{number_of_stage}_traceback": traceback.format_exc()})
        metrics = {**numeric(metrics), **numeric(further)}
        artifacts = {**artifacts, **more}
    return report(settings, metrics, artifacts)


def read(result):
    """A dictionary of metrics, or anything that has metrics and artifacts."""
    if isinstance(result, dict):
        return result, {}
    if isinstance(metrics := getattr(result, "metrics", None), dict):
        return metrics, dict(getattr(result, "artifacts", None) or {})
    raise TypeError(f"evaluate returned {type(result).__name__}; expected a dictionary of metrics or an EvaluationResult")


def numeric(metrics):
    return {name: float(value) for name, value in metrics.items() if isinstance(value, (int, float)) and name != "error"}


def passes(metrics, threshold):
    score = metrics.get("combined_score")
    if isinstance(score, (int, float)):
        return float(score) >= threshold
    values = list(numeric(metrics).values())
    return bool(values) and sum(values) / len(values) >= threshold


def report(settings, metrics, artifacts):
    score, error = fitness(metrics, settings["features"]), metrics.get("error")
    if score == 0 and isinstance(error, str) and error.strip():
        # Most evaluators answer so for a program that does not run: nothing that a search should build on.
        return {"valid": False, "feedback": remarks({"error": error, **artifacts})}
    words = {name: value for name, value in metrics.items() if isinstance(value, (str, bytes))}
    return {"score": score, "metrics": finite(metrics), "feedback": remarks({**words, **artifacts})}


def fitness(metrics, features):
    """The combined score; without one, the mean of the numbers that are no axes of the archive."""
    try:
        return float(metrics["combined_score"])
    except (KeyError, TypeError, ValueError):
        pass
    chosen = {name: value for name, value in metrics.items() if name not in features}
    for candidates in (chosen, metrics):
        values = [float(value) for value in candidates.values() if isinstance(value, (int, float)) and not isinstance(value, bool) and value == value]
        if values:
            return sum(values) / len(values)
    return 0.0
