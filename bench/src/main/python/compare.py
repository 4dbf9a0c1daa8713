"""Measures programs beside each other on the same vectors, in turn, and prints a line for each case.

    compare.py DATA INDEXES OUT.jsonl [--photos N] [--dimension D] [--programs A,B] [--filters A,B] [--kinds text,photo]
               [--k 10,100] [--rounds 3] [--queries 200] [--efforts 0,100,500]
"""

import argparse
import json
import sys

import numpy as np

import driver
from driver import EFFORTS, NO_FILTERS, VECTORS_ONLY, Running, Truth, filters

BATCH = 20
SLOW = 0.1  # A query that takes longer, in seconds, is asked less often.


class Case:
    """One program under one filter with one effort: what was measured until now."""

    def __init__(self, program, kind, condition, k, effort):
        self.program, self.kind, self.condition, self.k, self.effort = program, kind, condition, k, effort
        self.times, self.processor, self.recalls = [], [], []
        self.first_recalls = []
        self.failure = None

    def batch(self, truth, first, counted):
        slow = self.times and np.median(self.times) > SLOW * 1e9
        end = first + (2 if slow else BATCH)
        try:
            reply = self.program.search(self.kind, self.condition, self.k, self.effort, first, end)
        except RuntimeError as failure:
            self.failure = str(failure)
            return
        if "cannot" in reply:
            self.failure = "cannot"
            return
        if counted:
            self.times += reply["ns"]
            self.processor += reply["cpu"]
        if self.kind in ("text", "photo"):
            for number, found in zip(range(first, end), reply["ids"]):
                recall = truth.recall(self.kind, self.condition, self.k, number, found)
                if recall is not None:
                    (self.recalls if counted else self.first_recalls).append(recall)

    def result(self):
        result = {"program": self.program.name, "photos": self.program.data.count, "kind": self.kind,
                  "filter": self.condition, "k": self.k, "effort": self.effort}
        if self.failure or not self.times:
            return {**result, "failure": self.failure}
        return {**result, "queries": len(self.times), "p50_ms": ms(np.percentile(self.times, 50)),
                "p99_ms": ms(np.percentile(self.times, 99)), "processor_ms": ms(np.median(self.processor)),
                "recall": round(float(np.mean(self.recalls)), 4) if self.recalls else None}


def ms(nanoseconds):
    return round(float(nanoseconds) / 1e6, 4)


def measure(programs, truth, kind, condition, k, rounds, queries, efforts):
    """All programs and efforts in turn, a batch each, so that a drift of the machine meets all alike."""
    cases = []
    for program in programs:
        if condition != "all" and program.name in NO_FILTERS or kind == "hybrid" and program.name in VECTORS_ONLY:
            continue
        tried = efforts if efforts and program.name == "lumiere" else EFFORTS[program.name]
        if kind == "hybrid":
            tried = [0] if program.name == "lumiere" else [effort for effort in tried if effort in (0, 200, 256)]
        cases += [Case(program, kind, condition, k, effort) for effort in tried]
    for case in cases:
        case.batch(truth, 0, counted=False)
    cases = [case for case in cases if not more_than_enough(case, cases)]
    for _ in range(rounds):
        for first in range(0, queries, BATCH):
            for case in cases:
                if not case.failure:
                    case.batch(truth, first, counted=True)
    return [case.result() for case in cases]


def more_than_enough(case, cases):
    """Whether the same program found all with less effort."""
    return case.program.name != "lumiere" and any(
        other.program is case.program and 0 < other.effort < case.effort and other.first_recalls
        and np.mean(other.first_recalls) > 0.995 for other in cases)


def show(result):
    line = f"{result['kind']:6} {result['filter']:13} @{result['k']:<4}{result['program']:15} effort {result['effort']:5} "
    if result.get("failure"):
        return line + result["failure"]
    recall = "-" if result["recall"] is None else f"{result['recall']:.3f}"
    return line + (f"recall {recall}  p50 {result['p50_ms']:8.2f} ms  p99 {result['p99_ms']:8.2f}  "
                   f"processor {result['processor_ms']:8.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("indexes")
    parser.add_argument("out")
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--dimension", type=int, default=384)
    parser.add_argument("--programs", default=",".join(EFFORTS))
    parser.add_argument("--filters", default=",".join(filters()))
    parser.add_argument("--kinds", default="text,photo,hybrid")
    parser.add_argument("--k", default="10,100")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--efforts", default="")
    options = parser.parse_args()
    efforts = [int(effort) for effort in options.efforts.split(",") if effort]

    data = driver.load(options.data, options.dimension, options.photos)
    truth = Truth(data)
    programs = []
    with open(options.out, "w") as out:
        def say(result):
            out.write(json.dumps(result) + "\n")
            out.flush()

        for name in options.programs.split(","):
            program = Running(name, data, options.indexes)
            try:
                built = program.build()
                program.close()  # So that the memory of building is not counted as that of searching.
                program = Running(name, data, options.indexes)
                opened = program.open()
                program.warm()
                say({"program": name, "photos": data.count, "built": built, "opened": opened})
                print(f"{name}: built in {built['seconds']:.0f} s, {built['bytes'] / 2**20:.0f} MiB; {opened}", flush=True)
                programs.append(program)
            except RuntimeError as failure:
                say({"program": name, "photos": data.count, "failure": str(failure)})
                print(f"{name}: {failure}", flush=True)
                program.close()
        for kind in options.kinds.split(","):
            for condition in options.filters.split(","):
                for k in [int(k) for k in options.k.split(",")]:
                    if kind == "hybrid" and (k != 10 or condition not in ("all", "random-0.05", "time-0.05")):
                        continue
                    for result in measure(programs, truth, kind, condition, k, options.rounds, options.queries, efforts):
                        say(result)
                        print(show(result), flush=True)
        for program in programs:
            say({"program": program.name, "photos": data.count, "memory": program.memory(), "peak": program.peak()})
            program.close()


if __name__ == "__main__":
    sys.exit(main())
