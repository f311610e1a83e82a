"""
Says which modules some Python files import, and which of them this interpreter has; runs none of them.

imports.py FOLDER FILE … prints JSON {"version", "needed": [names], "optional": [names], "missing": [names of both]}. Needed is
what is imported as soon as a file is; optional what is imported inside a function or where a failure is caught. Modules of the
folder itself are followed; those of the standard library are not named.
"""

import ast
import importlib.util
import json
import os
import platform
import sys


def main(folder, files):
    needed, optional, waiting, seen = set(), set(), list(files), set()
    while waiting:
        file = waiting.pop()
        if file in seen or not file.endswith(".py"):
            continue
        seen.add(file)
        with open(os.path.join(folder, file), encoding="utf-8") as source:
            for name, is_needed in imports(ast.parse(source.read()), True):
                if local := find(folder, name):
                    waiting += local
                elif name not in sys.stdlib_module_names:
                    (needed if is_needed else optional).add(name)
    optional -= needed
    missing = [name for name in sorted(needed | optional) if not installed(name)]
    print(json.dumps({"version": platform.python_version(), "needed": sorted(needed), "optional": sorted(optional), "missing": missing}))


def imports(node, is_needed):
    """Top names of what is imported below a node, and whether the file cannot do without."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name.split(".")[0], is_needed
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield node.module.split(".")[0], is_needed
    for child in ast.iter_child_nodes(node):
        inner = is_needed and not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.Try, ast.If))
        yield from imports(child, inner)


def find(folder, name):
    place = os.path.join(folder, name)
    if os.path.isfile(place + ".py"):
        return [name + ".py"]
    if os.path.isdir(place):
        return [os.path.join(name, file) for file in os.listdir(place) if file.endswith(".py")]
    return []


def installed(name):
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
