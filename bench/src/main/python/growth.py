"""Lumiere alone, from a small archive to a large one: how time and memory grow."""

import math

import numpy as np

import driver
from compare import ms
from driver import Running, Truth

SEARCHES = [("text", "all"), ("photo", "all"), ("text", "random-0.1"), ("text", "time-0.01"), ("hybrid", "all"),
            ("near-duplicates", "all"), ("all-facets", "all"), ("all-newest", "all")]
QUERIES = 60


def measure(folder, indexes, dimension, sizes, say):
    for count in sizes:
        data = driver.load(folder, dimension, count)
        program = Running("lumiere", data, indexes)
        built = program.build()
        program.close()
        program = Running("lumiere", data, indexes)
        opened = program.open()
        program.warm()
        result = {"growth": count, "dimension": dimension, "built": built, "segments": opened["segments"], "searches": {}}
        truth = Truth(data)
        for kind, condition in SEARCHES:
            program.search(kind, condition, 10, 0, 0, 20)
            reply = program.search(kind, condition, 10, 0, 0, QUERIES)
            found = {"p50_ms": ms(np.median(reply["ns"])), "processor_ms": ms(np.median(reply["cpu"]))}
            if kind in ("text", "photo"):
                recalls = [truth.recall(kind, condition, 10, i, ids) for i, ids in enumerate(reply["ids"])]
                found["recall"] = round(float(np.mean([recall for recall in recalls if recall is not None])), 4)
            result["searches"][f"{kind} {condition}"] = found
        result["memory"] = program.memory()
        program.close()
        say(result)


def exponent(counts, values):
    """b of value = a * n^b, fitted to the larger half of the sizes; and the value at 100 million by it."""
    half = len(counts) // 2
    x, y = np.log(counts[half:]), np.log(values[half:])
    b, a = np.polyfit(x, y, 1)
    return float(b), math.exp(a + b * math.log(1e8))
