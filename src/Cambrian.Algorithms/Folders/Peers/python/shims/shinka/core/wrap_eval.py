"""Runs a program's experiment function some times, has each result validated and all of them summed up, writes both files."""

import importlib.util
import json
import os
import time
import traceback
from statistics import mean, pstdev

FAILED = {"combined_score": 0.0}


def load_program(program_path):
    spec = importlib.util.spec_from_file_location("program", program_path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{program_path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def save_json_results(results_dir, metrics, correct, error=None, verbose=True):
    os.makedirs(results_dir, exist_ok=True)
    for name, content in (("correct.json", {"correct": correct, "error": error}), ("metrics.json", metrics)):
        with open(os.path.join(results_dir, name), "w") as file:
            json.dump(content, file, indent=4, default=plain)


def plain(value):
    """Numbers and arrays of numeric libraries, as JSON has them."""
    return value.tolist() if hasattr(value, "tolist") else str(value)


def run_shinka_eval(
    program_path,
    results_dir,
    experiment_fn_name,
    num_runs,
    get_experiment_kwargs=None,
    aggregate_metrics_fn=None,
    validate_fn=None,
    plotting_fn=None,
    default_metrics_on_error=None,
    **_,
):
    """The runs come one after the other, all of them: neither early stops nor processes of their own change what they give."""
    results, times, errors, invalid = [], [], [], 0
    try:
        experiment = getattr(load_program(program_path), experiment_fn_name)
        for index in range(num_runs):
            arguments = get_experiment_kwargs(index) if get_experiment_kwargs else {"seed": index + 1}
            start = time.perf_counter()
            results.append(experiment(**arguments))
            times.append(time.perf_counter() - start)
            valid, error = validate_fn(results[-1]) if validate_fn else (True, None)
            invalid += not valid
            if not valid and error and error not in errors:
                errors.append(error)
        metrics = dict(aggregate_metrics_fn(results)) if aggregate_metrics_fn else {"num_successful_runs": len(results)}
        metrics.pop("extra_data", None)  # For plots, which nobody looks at here.
        error = f"Validation failed: {errors[0]}" if errors else None
    except Exception as fault:
        traceback.print_exc()
        metrics, error, invalid = dict(default_metrics_on_error or FAILED), str(fault), invalid + 1
    correct = invalid == 0
    metrics.setdefault("execution_time_mean", mean(times) if times else 0.0)
    metrics.setdefault("execution_time_std", pstdev(times) if times else 0.0)
    metrics.setdefault("num_valid_runs", len(results) - min(invalid, len(results)))
    metrics.setdefault("num_invalid_runs", invalid)
    metrics.setdefault("all_validation_errors", errors)
    save_json_results(results_dir, metrics, correct, error)
    return metrics, correct, error
