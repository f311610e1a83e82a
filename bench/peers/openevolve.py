#!/usr/bin/env python3
"""Measures OpenEvolve (github.com/algorithmicsuperintelligence/openevolve) on a task that costs nothing.

A model of zero latency proposes a new 20-line program, an evaluator returns a random score; what is left is the engine.
Needs Debian's python3-numpy and python3-yaml and a checkout; the client libraries it imports but does not use here are
replaced by empty modules in a temporary folder. Logging and checkpoints are off, so the figures flatter it a little.

  openevolve.py --openevolve PATH run    --programs 1000 --workers 1 --iterations 100
  openevolve.py --openevolve PATH sample --programs 10000

Prints one JSON line of numbers.
"""

import argparse
import asyncio
import importlib.util
import json
import logging
import os
import random
import resource
import sys
import tempfile
import time
import uuid

SHIMS = {
    "openai": "class OpenAI:\n    def __init__(self, *a, **k): pass\nAzureOpenAI = OpenAI\n",
    "dacite": "class Config:\n    def __init__(self, *a, **k): pass\ndef from_dict(*a, **k): raise NotImplementedError\n",
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "program.txt")) as template:
    TEMPLATE = template.read()
EVALUATOR = "import random\n\ndef evaluate(program_path):\n    return {'combined_score': random.random()}\n"


class NullModel:
    """A model that answers at once."""

    def __init__(self, _):
        self.model = "null"

    async def generate_with_context(self, system_message, messages, **kwargs):
        return f"```python\n{new_program()}```"


def new_program():
    """A program of 20 lines, the same on every side of the comparison but for a number."""
    return TEMPLATE.replace("{number}", str(random.getrandbits(40)))


def missing(checkout):
    absent = [name for name in ("numpy", "yaml") if importlib.util.find_spec(name) is None]
    if absent:
        return f"Python modules missing: {', '.join(absent)}. Install them: apt-get install python3-numpy python3-yaml (and run with /usr/bin/python3)."
    if not os.path.isfile(os.path.join(checkout, "openevolve", "controller.py")):
        return f"No OpenEvolve checkout at '{checkout}': expected openevolve/controller.py in it. Clone the repository and pass its path."
    return None


def prepare(folder, checkout):
    for name, text in SHIMS.items():
        if importlib.util.find_spec(name) is None:
            with open(os.path.join(folder, name + ".py"), "w") as file:
                file.write(text)
    sys.path[:0] = [folder, checkout]
    for name, text in (("evaluator.py", EVALUATOR), ("program.py", new_program())):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)


def configuration(programs, workers):
    from openevolve.config import Config, LLMModelConfig

    config = Config()
    config.llm.models = [LLMModelConfig(name="null", weight=1.0, init_client=NullModel)]
    config.llm.evaluator_models = [LLMModelConfig(name="null", weight=1.0, init_client=NullModel)]
    config.log_level = "CRITICAL"
    config.checkpoint_interval = 10**9
    config.diff_based_evolution = False
    config.language = "python"
    config.database.population_size = max(1000, 2 * programs)
    config.database.log_prompts = False
    config.evaluator.parallel_evaluations = workers
    config.evaluator.cascade_evaluation = False
    return config


def fill(database, programs):
    from openevolve.database import Program

    added = 0
    start = time.process_time()
    while len(database.programs) < programs:
        program = Program(id=str(uuid.uuid4()), code=new_program(), metrics={"combined_score": random.random()}, parent_id=None)
        database.add(program, target_island=added % len(database.islands))
        added += 1
    return (time.process_time() - start) / added


def tree_cpu():
    """Processor seconds of this process and its living children."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    seconds = usage.ru_utime + usage.ru_stime
    ticks = os.sysconf("SC_CLK_TCK")
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        for child in file.read().split():
            with open(f"/proc/{child}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            seconds += (int(fields[11]) + int(fields[12])) / ticks
    return seconds


def run(folder, programs, workers, iterations):
    from openevolve.controller import OpenEvolve

    engine = OpenEvolve(os.path.join(folder, "program.py"), os.path.join(folder, "evaluator.py"), configuration(programs, workers), os.path.join(folder, "out"))
    fill_seconds = fill(engine.database, programs)
    warmup = max(4, 2 * workers)
    marks = []
    add = engine.database.add
    added = 0

    def counted_add(*args, **kwargs):
        nonlocal added
        result = add(*args, **kwargs)
        added += 1
        if added in (warmup, warmup + iterations):
            marks.append((tree_cpu(), time.perf_counter()))
        return result

    engine.database.add = counted_add
    asyncio.run(engine.run(iterations=warmup + iterations + 1))
    if len(marks) < 2:
        sys.exit(f"openevolve.py: only {added} of {warmup + iterations} iterations gave a program; run it with logging on to see why.")
    (cpu, wall), (cpu_end, wall_end) = marks
    return {"cpu_us": (cpu_end - cpu) / iterations * 1e6, "wall_us": (wall_end - wall) / iterations * 1e6, "fill_add_us": fill_seconds * 1e6, "programs": len(engine.database.programs)}


def sample(programs, samples):
    from openevolve.database import ProgramDatabase

    database = ProgramDatabase(configuration(programs, 1).database)
    fill_seconds = fill(database, programs)
    times = []
    for index in range(samples):
        start = time.process_time()
        database.sample_from_island(index % len(database.islands), num_inspirations=2)
        times.append(time.process_time() - start)
    start = time.process_time()
    database.sample(num_inspirations=2)
    return {"sample_us": sorted(times)[len(times) // 2] * 1e6, "sample_any_us": (time.process_time() - start) * 1e6, "fill_add_us": fill_seconds * 1e6, "programs": len(database.programs)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--openevolve", required=True, help="path of a checkout")
    parser.add_argument("what", choices=["run", "sample"])
    parser.add_argument("--programs", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--iterations", type=int, default=100, help="measured iterations, or samples")
    options = parser.parse_args()
    if problem := missing(options.openevolve):
        sys.exit("openevolve.py: " + problem)
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder, os.path.abspath(options.openevolve))
        measured = run(folder, options.programs, options.workers, options.iterations) if options.what == "run" else sample(options.programs, options.iterations)
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
