#!/usr/bin/env python3
"""Scores a peer's example by the peer's own code: what the seed of the folder is worth to the engine that it was made for.

  own_score.py --openevolve CHECKOUT FOLDER    its Evaluator, its configuration, its fitness
  own_score.py --shinka CHECKOUT FOLDER        its run_shinka_eval behind the task's evaluate.py

Prints one JSON line: {"scores": [of each repetition], "correct": ...}. The client libraries that OpenEvolve imports but does not
use here are replaced by empty modules; of ShinkaEvolve only what a task needs is imported. Chance is fixed by --chance.
What takes long is repeated less often.
"""

import argparse
import asyncio
import dataclasses
import glob
import json
import logging
import os
import random
import sys
import tempfile
import time
import types
import typing


def seed_chance(chance):
    random.seed(chance)
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed(chance & 0xFFFFFFFF)


def repetitions(most, patience=60):
    start = time.monotonic()
    for number in range(most):
        if number == 0 or time.monotonic() - start < patience:
            yield number


def stand_in(name, **members):
    module = types.ModuleType(name)
    vars(module).update(members)
    sys.modules.setdefault(name, module)


def openevolve(checkout, folder, repeats, chance):
    stand_in("openai", OpenAI=object, AzureOpenAI=object)
    try:
        import dacite  # noqa: F401
    except ImportError:
        stand_in("dacite", Config=lambda *_, **__: None, from_dict=from_dict)
    sys.path.insert(0, checkout)
    from openevolve.config import Config, load_config
    from openevolve.evaluator import Evaluator
    from openevolve.utils.metrics_utils import get_fitness_score

    named = os.path.join(folder, "config.yaml")
    others = sorted(glob.glob(os.path.join(folder, "config*.y*ml")))
    configuration = load_config(named if os.path.exists(named) else others[0]) if others else Config()
    configuration.evaluator.max_retries = 0
    program = glob.glob(os.path.join(folder, "initial_program.*"))[0]
    with open(program) as file:
        code = file.read()
    evaluator = Evaluator(configuration.evaluator, os.path.join(folder, "evaluator.py"), suffix=os.path.splitext(program)[1])
    scores = []
    for _ in repetitions(repeats):
        seed_chance(chance)
        metrics = asyncio.run(evaluator.evaluate_program(code))
        scores.append(get_fitness_score(metrics, configuration.database.feature_dimensions))
    return {"scores": scores, "correct": True}


def from_dict(data_class, data, config=None):
    """As much of dacite as a configuration needs: nested data classes, and lists of them, from nested dictionaries."""
    hints = typing.get_type_hints(data_class, localns={"LLMInterface": object})
    return data_class(**{field.name: build(hints[field.name], data[field.name]) for field in dataclasses.fields(data_class) if field.name in data})


def build(kind, value):
    if dataclasses.is_dataclass(kind) and isinstance(value, dict):
        return from_dict(kind, value)
    if isinstance(value, list) and typing.get_args(kind):
        return [build(typing.get_args(kind)[0], item) for item in value]
    return value


def shinka(checkout, folder, repeats, chance):
    for name in ("shinka", "shinka.core", "shinka.utils"):
        stand_in(name, __path__=[os.path.join(checkout, *name.split("."))])
    sys.path.insert(0, folder)
    from shinka.core.wrap_eval import run_shinka_eval

    sys.modules["shinka.core"].run_shinka_eval = run_shinka_eval
    import evaluate

    scores, correct = [], []
    for _ in repetitions(repeats):
        with tempfile.TemporaryDirectory() as results:
            seed_chance(chance)
            evaluate.main(glob.glob(os.path.join(folder, "initial.*"))[0], results)
            with open(os.path.join(results, "metrics.json")) as file:
                scores.append(json.load(file)["combined_score"])
            with open(os.path.join(results, "correct.json")) as file:
                correct.append(json.load(file)["correct"])
    return {"scores": scores, "correct": all(correct)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--openevolve", help="path of a checkout")
    parser.add_argument("--shinka", help="path of a checkout")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--chance", type=int, default=0)
    parser.add_argument("folder")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    folder = os.path.abspath(options.folder)
    output, sys.stdout = sys.stdout, sys.stderr
    os.chdir(folder)
    measured = (
        openevolve(os.path.abspath(options.openevolve), folder, options.repeats, options.chance)
        if options.openevolve
        else shinka(os.path.abspath(options.shinka), folder, options.repeats, options.chance)
    )
    print(json.dumps(measured), file=output, flush=True)
    os._exit(0)  # An evaluator may leave threads behind.


if __name__ == "__main__":
    main()
