"""Stands in for the package of this name, which AlgoTune imports and its tasks do not use here; Debian has none."""

import json

OPT_SERIALIZE_NUMPY = OPT_INDENT_2 = OPT_NON_STR_KEYS = OPT_APPEND_NEWLINE = 0
JSONDecodeError = json.JSONDecodeError
loads = json.loads


def dumps(value, default=None, option=0):
    return json.dumps(value, default=default).encode()
