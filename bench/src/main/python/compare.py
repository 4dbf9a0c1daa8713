"""Measures programs beside each other on the same vectors, in turn, and prints a line for each case.

    compare.py DATA INDEXES OUT.jsonl [--photos N] [--dimension D] [--programs A,B] [--filters A,B] [--kinds text,photo]
               [--k 10,100] [--rounds 3] [--queries 200] [--efforts 0,100,500]
"""

import argparse
import json
import sys
import time

import numpy as np

import driver
from driver import EFFORTS, NO_FILTERS, VECTORS_ONLY, Running, Truth, filters

BATCH = 20
SLOW = 0.03  # A query that takes longer, in seconds, is asked less often:
SLOW_BATCH = 5


class Case:
    """One program under one filter with one effort: what was measured until now. More is what its order has besides."""

    def __init__(self, program, kind, condition, k, effort, **more):
        self.program, self.kind, self.condition, self.k, self.effort = program, kind, condition, k, effort
        self.more = more
        self.times, self.processor, self.recalls = [], [], []
        self.failure = None

    def batch(self, truth, first, counted=True):
        slow = self.times and np.median(self.times) > SLOW * 1e9
        end = first + (SLOW_BATCH if slow else BATCH)
        try:
            reply = self.program.search(self.kind, self.condition, self.k, self.effort, first, end, **self.more)
        except RuntimeError as failure:
            self.failure = str(failure)
            return
        if "cannot" in reply:
            self.failure = "cannot"
        elif counted:
            self.times += reply["ns"]
            self.processor += reply["cpu"]
            self.recalls += recalls(truth, self.kind, self.condition, self.k, first, reply["ids"])

    def result(self):
        result = {"program": self.program.name, "photos": self.program.data.count, "kind": self.kind,
                  "filter": self.condition, "k": self.k, "effort": self.effort}
        if self.failure or not self.times:
            return {**result, "failure": self.failure}
        return {**result, "queries": len(self.times), "p50_ms": ms(np.percentile(self.times, 50)),
                "p99_ms": ms(np.percentile(self.times, 99)), "processor_ms": ms(np.median(self.processor)),
                "recall": round(float(np.mean(self.recalls)), 4) if self.recalls else None}


def recalls(truth, kind, condition, k, first, found):
    """Of each query that has an exact answer, what part of it was found."""
    if kind not in ("text", "photo"):
        return []
    each = [truth.recall(kind, condition, k, first + i, rows) for i, rows in enumerate(found)]
    return [recall for recall in each if recall is not None]


def ms(nanoseconds):
    return round(float(nanoseconds) / 1e6, 4)


def able(program, kind, condition):
    """Whether the program has such searches at all."""
    return (condition == "all" or program not in NO_FILTERS) and (kind != "hybrid" or program not in VECTORS_ONLY)


def measure(programs, truth, kind, condition, k, rounds, queries, efforts, seconds=3600):
    """All programs in turn, each with all its efforts. Efforts is a function of a program's name. After one round of
    all queries another begins only within so many seconds."""
    cases = [Case(program, kind, condition, k, effort) for program in programs if able(program.name, kind, condition)
             for effort in efforts(program.name)]
    warm(cases, truth, BATCH)
    in_turn(cases, truth, rounds, queries, seconds)
    return [case.result() for case in cases]


def warm(cases, truth, queries):
    """Asks some of the queries once, and counts nothing: what a program makes for its first search is made."""
    for case in cases:
        for first in range(0, queries, BATCH):
            case.batch(truth, first, counted=False)


def in_turn(cases, truth, rounds, queries, seconds=3600):
    """A batch of each case, then the next batch of each, so that a drift of the machine meets all alike. Each time
    another case begins: a program that answers the same queries twice in a row finds their photos in the processor's
    caches."""
    until = time.monotonic() + seconds
    for turn in range(rounds):
        if turn and time.monotonic() > until:
            break
        for number, first in enumerate(range(0, queries, BATCH)):
            begin = number % max(1, len(cases))
            for case in cases[begin:] + cases[:begin]:
                if not case.failure:
                    case.batch(truth, first)


def show(result):
    line = f"{result['kind']:6} {result['filter']:13} @{result['k']:<4}{result['program']:15} effort {result['effort']:5} "
    if result.get("failure"):
        return line + result["failure"]
    recall = "-" if result["recall"] is None else f"{result['recall']:.3f}"
    return line + (f"recall {recall}  p50 {result['p50_ms']:8.2f} ms  p99 {result['p99_ms']:8.2f}  "
                   f"processor {result['processor_ms']:8.2f}")


def opened(name, data, indexes):
    """The program with its index open and warmed up, in a process that has not built it, so that the memory of
    building is not counted as that of searching; and what building and opening took."""
    program = Running(name, data, indexes)
    built = program.build()
    program.close()
    driver.remember(driver.index_folder(name, data, indexes))
    program = Running(name, data, indexes)
    about = program.open()
    program.warm()
    return program, built, about


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
    own = [int(effort) for effort in options.efforts.split(",") if effort]

    data = driver.load(options.data, options.dimension, options.photos)
    truth = Truth(data)
    programs = []
    with open(options.out, "w") as out:
        def say(result):
            out.write(json.dumps(result) + "\n")
            out.flush()

        for name in options.programs.split(","):
            try:
                program, built, about = opened(name, data, options.indexes)
                say({"program": name, "photos": data.count, "built": built, "opened": about})
                print(f"{name}: built in {built['seconds']:.0f} s, {built['bytes'] / 2**20:.0f} MiB; {about}", flush=True)
                programs.append(program)
            except RuntimeError as failure:
                say({"program": name, "photos": data.count, "failure": str(failure)})
                print(f"{name}: {failure}", flush=True)
        for kind in options.kinds.split(","):
            for condition in options.filters.split(","):
                for k in [int(k) for k in options.k.split(",")]:
                    if kind == "hybrid" and k != 10:
                        continue
                    efforts = lambda name: own if own and name == "lumiere" and kind != "hybrid" else EFFORTS[name]
                    for result in measure(programs, truth, kind, condition, k, options.rounds, options.queries, efforts):
                        say(result)
                        print(show(result), flush=True)
        for program in programs:
            say({"program": program.name, "photos": data.count, "memory": program.memory(), "peak": program.peak()})
            program.close()


if __name__ == "__main__":
    sys.exit(main())
