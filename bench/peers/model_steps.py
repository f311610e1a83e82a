#!/usr/bin/env python3
"""Counts what a peer spends on each step of a run whose model answers at once: a step asks the model once and scores one program.

  model_steps.py openevolve   --checkout PATH --endpoint http://127.0.0.1:8000/v1 --from 100 --to 400
  model_steps.py shinkaevolve --checkout PATH --endpoint http://127.0.0.1:8000/v1 --from 100 --to 400

Processor time is that of the whole process tree, ended children included, between two steps of one run. The engines are on their
defaults but for whole-file replies, and, of ShinkaEvolve, no embeddings and no meta-recommendations, which would ask further models.
Client libraries that are not installed are replaced by those in clients/, which do less; modules from Debian may be unpacked
anywhere and named in PYTHONPATH. Prints one JSON line of numbers.
"""

import argparse
import asyncio
import json
import os
import resource
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = "# EVOLVE-BLOCK-START\ndef answer():\n    return 0\n# EVOLVE-BLOCK-END\n"
SCORE = """
def score(path):
    with open(path) as file:
        return (int(file.read().split("return ")[1].split()[0]) * 2654435761 % 4294967296) / 4294967296
"""
EVALUATOR = SCORE + "\n\ndef evaluate(program_path):\n    return {'combined_score': score(program_path)}\n"
SCRIPT = SCORE + """

import json, sys
place = dict(zip(sys.argv[1::2], sys.argv[2::2]))
with open(place["--results_dir"] + "/metrics.json", "w") as file:
    json.dump({"combined_score": score(place["--program_path"]), "public": {}, "private": {}}, file)
with open(place["--results_dir"] + "/correct.json", "w") as file:
    json.dump({"correct": True, "error": None}, file)
"""


def tree_seconds():
    """Processor seconds of this process and all its descendants, ended ones included."""
    ticks = os.sysconf("SC_CLK_TCK")
    seconds = 0.0
    waiting = [os.getpid()]
    while waiting:
        process = waiting.pop()
        try:
            with open(f"/proc/{process}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/children") as file:
                    waiting += [int(child) for child in file.read().split()]
        except OSError:
            continue
        seconds += sum(int(field) for field in fields[11:15]) / ticks
    return seconds


class Marks:
    """What was spent when given steps were remembered."""

    def __init__(self, first, last):
        self.at = {first: None, last: None}
        self.steps = 0

    def step(self):
        self.steps += 1
        if self.steps in self.at:
            self.at[self.steps] = (tree_seconds(), time.perf_counter())

    def numbers(self):
        (first, start), (last, end) = self.at.items()
        if start is None or end is None:
            sys.exit(f"model_steps.py: only {self.steps} steps of {last}; run it with logging on to see why.")
        return {"cpu_us": (end[0] - start[0]) / (last - first) * 1e6, "wall_us": (end[1] - start[1]) / (last - first) * 1e6, "own_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}


def write(folder, files):
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)


def counted(add, marks):
    def counting(*args, **kwargs):
        result = add(*args, **kwargs)
        marks.step()
        return result

    return counting


def openevolve(folder, endpoint, first, last):
    from openevolve.config import Config, LLMModelConfig
    from openevolve.controller import OpenEvolve

    write(folder, {"program.py": PROGRAM, "evaluator.py": EVALUATOR})
    config = Config()
    config.llm.models = [LLMModelConfig(name="stub", weight=1.0, api_base=endpoint, api_key="none", temperature=0.7, max_tokens=4096, timeout=60, retries=3, retry_delay=5)]
    config.llm.evaluator_models = config.llm.models
    config.diff_based_evolution = False
    config.language = "python"
    config.evaluator.cascade_evaluation = False
    config.log_dir = folder
    engine = OpenEvolve(os.path.join(folder, "program.py"), os.path.join(folder, "evaluator.py"), config, os.path.join(folder, "out"))
    marks = Marks(first, last)
    engine.database.add = counted(engine.database.add, marks)
    asyncio.run(engine.run(iterations=last + 1))
    return marks.numbers()


def shinkaevolve(folder, endpoint, first, last):
    os.environ["SHINKA_PRICING_MODE"] = "offline"
    from shinka.core import EvolutionConfig, ShinkaEvolveRunner
    from shinka.database import DatabaseConfig, dbase
    from shinka.launch import LocalJobConfig

    write(folder, {"initial.py": PROGRAM, "evaluate.py": SCRIPT})
    os.chdir(folder)
    marks = Marks(first, last)
    dbase.ProgramDatabase.add = counted(dbase.ProgramDatabase.add, marks)
    evolution = EvolutionConfig(
        patch_types=["full"], patch_type_probs=[1.0], num_generations=last + 2, llm_models=[f"local/stub@{endpoint}"], llm_kwargs={"temperatures": 0.7, "max_tokens": 4096},
        meta_rec_interval=None, embedding_model=None, results_dir=os.path.join(folder, "results"), init_program_path="initial.py",
    )
    ShinkaEvolveRunner(evolution, LocalJobConfig(eval_program_path="evaluate.py"), DatabaseConfig(num_islands=2, archive_size=40), verbose=False).run()
    return marks.numbers()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine", choices=["openevolve", "shinkaevolve"])
    parser.add_argument("--checkout", required=True)
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--from", dest="first", type=int, default=100)
    parser.add_argument("--to", dest="last", type=int, default=400)
    options = parser.parse_args()
    sys.path[:0] = [options.checkout]
    sys.path.append(os.path.join(HERE, "clients"))
    with tempfile.TemporaryDirectory() as folder:
        printed, sys.stdout = sys.stdout, sys.stderr
        numbers = (openevolve if options.engine == "openevolve" else shinkaevolve)(folder, options.endpoint, options.first, options.last)
        print(json.dumps(numbers), file=printed)


if __name__ == "__main__":
    main()
