"""Measures everything that bench/RESULTS.md says, keeps the raw lines in bench/results/, and writes the page.

    ./lumiere bench results [--quick] [--sizes N,N] [--programs A,B]   measures and writes
    ./lumiere bench results --write                                  writes the page again from the raw lines
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
import time

import driver
import features
import growth
import machine
import report
from compare import measure
from driver import EFFORTS, Running, Truth, filters

ROOT = os.path.abspath(os.path.join(driver.HERE, *[".."] * 4))
RAW = os.path.join(ROOT, "bench", "results")

# At a million, building on one thread takes an hour or more in these.
TOO_SLOW_FOR_A_MILLION = {"hnswlib_hnsw", "usearch_hnsw", "duckdb_vss", "pgvector_hnsw"}


class Raw:
    """A file of results, a line of JSON each."""

    def __init__(self, name):
        self.out = open(os.path.join(RAW, name), "w")

    def __call__(self, result):
        self.out.write(json.dumps(result) + "\n")
        self.out.flush()


def programs_of(names, data, indexes, say):
    """Programs with open indexes; one that fails is named with the reason and left out."""
    running = []
    for name in names:
        if data.count >= 1_000_000 and name in TOO_SLOW_FOR_A_MILLION:
            say({"program": name, "photos": data.count, "failure": "left out: it takes too long to build"})
            continue
        program = None
        try:
            program = Running(name, data, indexes)
            built = program.build()
            program.close()
            program = Running(name, data, indexes)
            say({"program": name, "photos": data.count, "built": built, "opened": program.open()})
            running.append(program)
        except (RuntimeError, OSError) as failure:
            say({"program": name, "photos": data.count, "failure": str(failure)})
            print(f"{name}: {failure}", file=sys.stderr)
            if program:
                program.close()
    return running


def compared(data, indexes, names, quick, say):
    truth = Truth(data)
    programs = programs_of(names, data, indexes, say)
    rounds, queries = (1, 40) if quick else (2, 200)
    some = ["all", "random-0.2", "random-0.05", "random-0.01", "random-0.001", "time-0.05"] if quick else filters()
    for condition in some:
        for kind, k in (("text", 10), ("photo", 10), ("text", 100), ("hybrid", 10)):
            if k == 100 and condition not in ("all", "random-0.1", "time-0.1"):
                continue
            if kind == "hybrid" and condition not in ("all", "random-0.05", "time-0.05"):
                continue
            for result in measure(programs, truth, kind, condition, k, rounds, queries, [0, 100, 500, 2000]):
                say(result)
            print(f"{data.count:,} photos: {kind} {condition} @{k}", flush=True)
    for program in programs:
        say({"program": program.name, "photos": data.count, "memory": program.memory(), "peak": program.peak()})
    own = [program for program in programs if program.name == "lumiere"]
    for program in programs:
        if program not in own:
            program.close()
    for program in own:
        for result in [*features.searches(program, 3 if quick else 9), features.pages(program), features.threads(program)]:
            say(result)
        program.close()
    for result in features.starts(data, indexes, [program.name for program in programs], 2 if quick else 5):
        say(result)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sizes", default="")
    parser.add_argument("--programs", default=",".join(EFFORTS))
    options = parser.parse_args()
    if options.write:
        report.write(ROOT, RAW)
        return
    os.makedirs(RAW, exist_ok=True)
    for name in os.listdir(RAW):
        os.remove(os.path.join(RAW, name))
    home = os.environ["LUMIERE_BENCH_DIR"]
    data, indexes = os.path.join(home, "data"), os.path.join(home, "indexes")
    began = time.time()
    about = machine.describe(os.environ["LUMIERE_BENCH_JAVA"])
    about["date"] = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    about["commit"] = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    about["command"] = "./lumiere bench results" + (" --quick" if options.quick else "")
    sizes = [int(size) for size in options.sizes.split(",") if size] or ([20_000] if options.quick else [200_000, 1_000_000])
    steps = [1_000, 2_000, 5_000, 10_000, 20_000] if options.quick else [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
    for size in sizes:
        compared(driver.load(data, 384, size), indexes, options.programs.split(","), options.quick, Raw(f"compare-{size}.jsonl"))
    say = Raw("growth.jsonl")
    growth.measure(data, indexes, 384, steps, say)
    growth.measure(data, indexes, 64, [100_000] if options.quick else [10_000_000], say)
    about["minutes"] = round((time.time() - began) / 60)
    about["load_after"] = [round(load, 1) for load in os.getloadavg()]
    about["data"] = {str(size): open(os.path.join(data, "d384", f"about-{size}.txt")).read() for size in sizes}
    with open(os.path.join(RAW, "machine.json"), "w") as out:
        json.dump(about, out, indent=1)
    report.write(ROOT, RAW)


if __name__ == "__main__":
    main()
