"""Measures everything that bench/RESULTS.md says, keeps the raw lines in bench/results/, and writes the page.

    ./lumiere bench results            200,000 photos, growth up to there: an hour
    ./lumiere bench results --quick    20,000 photos: ten minutes
    ./lumiere bench results --full     1,000,000 as well, and 10,000,000 short vectors: five hours
    ./lumiere bench results --sizes N,N [--keep] [--programs A,B] [--filters A,B] [--no-growth]
                                       other sizes; --keep leaves the raw lines of sizes that are not measured now
    ./lumiere bench results --write    writes the page again from the raw lines
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

# Their graphs do not fit the memory that they are given while building, which then takes hours.
NOT_FOR_A_MILLION = {"duckdb_vss", "pgvector_hnsw"}

QUICK, USUAL, FULL = [20_000], [200_000], [200_000, 1_000_000]
STEPS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
SHORT_VECTORS = [20_000, 100_000, 1_000_000, 10_000_000]


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
        if data.count >= 1_000_000 and name in NOT_FOR_A_MILLION:
            say({"program": name, "photos": data.count, "failure": "left out at this size, as building its graph takes hours"})
            continue
        program = None
        try:
            program = Running(name, data, indexes)
            built = program.build()
            program.close()
            program = Running(name, data, indexes)
            say({"program": name, "photos": data.count, "built": built, "opened": program.open()})
            program.warm()
            running.append(program)
        except (RuntimeError, OSError) as failure:
            say({"program": name, "photos": data.count, "failure": str(failure)})
            print(f"{name}: {failure}", file=sys.stderr)
            if program:
                program.close()
    return running


def compared(data, indexes, names, conditions, quick, say):
    truth = Truth(data)
    programs = programs_of(names, data, indexes, say)
    queries = 20 if quick else driver.QUERIES
    for condition in conditions:
        for kind, k in (("text", 10), ("photo", 10), ("text", 100), ("hybrid", 10)):
            if k == 100 and condition not in ("all", "random-0.1", "time-0.1"):
                continue
            if kind == "hybrid" and condition not in ("all", "random-0.05", "time-0.05"):
                continue
            for result in measure(programs, truth, kind, condition, k, 1, queries, [0, 100, 500, 2000]):
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


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--no-growth", action="store_true")
    parser.add_argument("--sizes", default="")
    parser.add_argument("--programs", default=",".join(EFFORTS))
    parser.add_argument("--filters", default="")
    return parser.parse_args()


def main():
    options = arguments()
    if options.write:
        report.write(ROOT, RAW)
        return
    sizes = QUICK if options.quick else FULL if options.full else USUAL
    sizes = [int(size) for size in options.sizes.split(",") if size] or sizes
    conditions = options.filters.split(",") if options.filters else filters()
    if options.quick and not options.filters:
        conditions = ["all", "random-0.1", "random-0.01", "time-0.05"]
    home = os.environ["LUMIERE_BENCH_DIR"]
    data, indexes = os.path.join(home, "data"), os.path.join(home, "indexes")
    os.makedirs(RAW, exist_ok=True)
    for name in os.listdir(RAW) if not options.keep else []:
        os.remove(os.path.join(RAW, name))
    about = begun(options)
    for size in sizes:
        compared(driver.load(data, 384, size), indexes, options.programs.split(","), conditions, options.quick,
                 Raw(f"compare-{size}.jsonl"))
    if not options.no_growth:
        say = Raw("growth.jsonl")
        growth.measure(data, indexes, 384, ready(data, 384, [step for step in STEPS if step <= max(sizes)]), say)
        growth.measure(data, indexes, 64, ready(data, 64, SHORT_VECTORS), say)
    ended(about, data)
    report.write(ROOT, RAW)


def ready(data, dimension, sizes):
    """Those whose exact neighbours the launcher has had computed."""
    return [size for size in sizes if os.path.exists(os.path.join(data, f"d{dimension}", f"truth-{size}.i32"))]


def begun(options):
    about = machine.describe(os.environ["LUMIERE_BENCH_JAVA"])
    about["began"] = time.time()
    about["date"] = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    described = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
    about["commit"] = described.stdout.strip()
    about["command"] = "./lumiere bench results " + " ".join(sys.argv[1:])
    about["quick"] = options.quick
    return about


def ended(about, data):
    about["minutes"] = round((time.time() - about.pop("began")) / 60)
    about["load_after"] = [round(load, 1) for load in os.getloadavg()]
    sizes = sorted(int(name[len("compare-"):-len(".jsonl")]) for name in os.listdir(RAW) if name.startswith("compare-"))
    about["data"] = {}
    for size in sizes:
        with open(os.path.join(data, "d384", f"about-{size}.txt")) as text:
            about["data"][size] = text.read()
    with open(os.path.join(RAW, "machine.json"), "w") as out:
        json.dump(about, out, indent=1)


if __name__ == "__main__":
    main()
