"""What the adapters of all peers share: a report in the engine's own form."""

import math
import numbers

TEXT_KEPT = 6000


def number(value):
    """A finite float; None for anything else. A flag is no number."""
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return None
    return float(value) if math.isfinite(value) else None


def finite(metrics):
    return {str(name): value for name, given in metrics.items() if (value := number(given)) is not None}


def remarks(named):
    """Texts for a proposer, each under its name, the whole of a bounded length."""
    lines = []
    for name, value in named.items():
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        if text.strip():
            lines.append(f"{name}: {text.strip()}")
    whole = "\n".join(lines)
    return whole if len(whole) <= TEXT_KEPT else whole[:TEXT_KEPT] + "…"
