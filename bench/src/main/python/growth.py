"""Lumiere alone, from a small archive to a large one: how time and memory grow."""

import math

import numpy as np

from compare import ms, opened, recalls
from driver import Truth

SEARCHES = [("text", "all"), ("photo", "all"), ("text", "random-0.1"), ("text", "time-0.01"), ("hybrid", "all"),
            ("near-duplicates", "all"), ("all-facets", "all"), ("all-newest", "all")]
QUERIES = 60


def measure(data, indexes, say):
    program, built, _ = opened("lumiere", data, indexes)
    result = {"growth": data.count, "dimension": data.dimension, "built": built,
              "segments": program.order(do="stats")["segments"], "searches": {}}
    truth = Truth(data)
    for kind, condition in SEARCHES:
        # By other queries, since those that are measured would find what they need in the processor's caches.
        program.search(kind, condition, 10, 0, QUERIES, QUERIES + 20)
        reply = program.search(kind, condition, 10, 0, 0, QUERIES)
        found = {"p50_ms": ms(np.median(reply["ns"])), "processor_ms": ms(np.median(reply["cpu"]))}
        if kind in ("text", "photo"):
            found["recall"] = round(float(np.mean(recalls(truth, kind, condition, 10, 0, reply["ids"]))), 4)
        result["searches"][f"{kind} {condition}"] = found
    result["memory"] = program.memory()
    program.close()
    say(result)


def exponent(counts, values):
    """b of value = a * n^b, fitted to all sizes; and the value at 100 million by it."""
    b, a = np.polyfit(np.log(counts), np.log(values), 1)
    return float(b), math.exp(a + b * math.log(1e8))
