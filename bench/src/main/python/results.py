"""Measures everything that bench/RESULTS.md says, keeps the raw lines in bench/results/, and writes the page.

    ./lumiere bench results            200,000 photos, growth up to there
    ./lumiere bench results --quick    20,000 photos
    ./lumiere bench results --full     1,000,000 as well, and 10,000,000 short vectors
    ./lumiere bench results --sizes N,N [--programs A,B]     other sizes, other programs
    ./lumiere bench results --pieces A,B ...                 only these pieces; what others measured stays
    ./lumiere bench results --pieces efforts --filters A,B   only for these filters
    ./lumiere bench results --write                          writes the page again from the raw lines

A run consists of pieces, each of which takes some minutes and writes a file of its own:

    build-PROGRAM        builds its index where there is none
    efforts-PROGRAM      finds with how much effort it finds .98 of the nearest
    all, random-0.5, ... one for each filter: all programs in turn, each with its effort
    curve                texts without a filter: all programs with all efforts
    equal                photos: programs of vectors alone with the effort that finds as many as Lumiere
    threads              Lumiere and faiss by one thread and by two; Lumiere's hits also as numbers
    features, starts     Lumiere's other searches; first queries of new processes, cold and warm
    growth-N             Lumiere alone with N photos

--pieces takes these names, and build, efforts, random, time and growth for all that begin so.

Building and efforts do not need a quiet machine, as they count processor time and recall. The others do, and note
how much else the machine did meanwhile.
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
from functools import partial

import driver
import efforts
import equal
import features
import growth
import report
import threads
from compare import measure, opened, show
from driver import EFFORTS, Running, Truth, filters
from machine import Watch, describe
from tables import read

ROOT = os.path.abspath(os.path.join(driver.HERE, *[".."] * 4))
RAW = os.path.join(ROOT, "bench", "results")

# Their graphs do not fit the memory that they are given while building, which then takes hours.
NOT_FOR_A_MILLION = {"duckdb_vss", "pgvector_hnsw"}

QUICK, USUAL, FULL = [20_000], [200_000], [200_000, 1_000_000]
QUICK_FILTERS = ["all", "random-0.1", "random-0.01", "time-0.05"]
WINDOWS = [0, 100, 500, 2000]
WINDOW_FILTERS = QUICK_FILTERS
STEPS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
SHORT_VECTORS = [20_000, 100_000, 1_000_000, 10_000_000]


class Piece:
    """The file of a piece: a line of JSON for each result, and last how it was measured. It takes the place of an
    earlier one when it is whole."""

    def __init__(self, folder, name):
        self.path = os.path.join(RAW, str(folder), name + ".jsonl")
        self.name = f"{folder}, {name}"

    def __enter__(self):
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        self.out = open(self.path + ".part", "w")
        self.watch = Watch()
        return self

    def say(self, result):
        self.out.write(json.dumps(result) + "\n")
        self.out.flush()
        if "kind" in result and "program" in result:
            print(show(result), flush=True)

    def __exit__(self, failed, *_):
        others, seconds = self.watch.others(), self.watch.seconds()
        about = {"piece": self.name, "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"), "commit": commit(),
                 "seconds": round(seconds), "others": round(others, 3)}
        self.say({**about, **describe(os.environ["LUMIERE_BENCH_JAVA"])})
        self.out.close()
        if not failed:
            os.rename(self.path + ".part", self.path)
            print(f"{self.name}: {seconds:.0f} s; other work took {others:.2f} cores", flush=True)


def commit():
    """The state of the source, without what a run itself writes."""
    def git(*arguments):
        return subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!bench/results", ":!bench/RESULTS.md")
    return git("log", "-1", "--format=%h") + ("-dirty" if changed else "")


def as_curve(say, result):
    """One of several efforts of a program, none of which it was chosen for."""
    say({**result, "curve": True})


class Size:
    """The pieces of one size. Programs are opened when a piece first needs them."""

    def __init__(self, options, size):
        self.options = options
        self.folder = size
        self.indexes = os.path.join(options.home, "indexes")
        self.data = driver.load(os.path.join(options.home, "data"), 384, size)
        self.names = [name for name in options.programs if not (size >= 1_000_000 and name in NOT_FOR_A_MILLION)]
        self.running = None

    def build(self, name, say):
        program = Running(name, self.data, self.indexes)
        try:
            say({"program": name, "photos": self.data.count, "built": program.build()})
        except RuntimeError as failure:
            say({"program": name, "photos": self.data.count, "failure": str(failure)})
        program.close()

    def programs(self):
        """All whose index is there; where one has ended, all are opened again."""
        if any(program.process.poll() is not None for program in self.running or []):
            self.close()
        if self.running is None:
            there = [name for name in self.names if driver.has_index(name, self.data, self.indexes)]
            self.running = [opened(name, self.data, self.indexes)[0] for name in there]
        return self.running

    def efforts(self, name, say):
        if driver.has_index(name, self.data, self.indexes):
            program = opened(name, self.data, self.indexes)[0]
            efforts.find(program, Truth(self.data), self.options.filters, self.known_efforts(name), say)
            program.close()

    def compare(self, condition, say):
        known = self.known_efforts()
        for kind, k in efforts.cases(condition):
            self.measured(self.programs(), kind, condition, k, efforts.chosen(known, kind, condition, k), say)
        if condition in WINDOW_FILTERS:
            lumiere = [program for program in self.programs() if program.name == "lumiere"]
            self.measured(lumiere, "text", condition, 10, lambda name: WINDOWS, partial(as_curve, say))
        for program in self.programs():
            say({"program": program.name, "photos": self.data.count, "memory": program.memory()})

    def curve(self, say):
        """Of the others each effort; Lumiere's windows are in the filters' pieces."""
        self.measured(self.programs(), "text", "all", 10, EFFORTS.get, partial(as_curve, say))

    def measured(self, programs, kind, condition, k, of, say):
        known = self.known_efforts()
        for result in measure(programs, Truth(self.data), kind, condition, k, self.options.rounds, self.options.queries, of,
                              self.options.seconds):
            recall = efforts.tried(known, result["program"], kind, condition, k).get(result["effort"])
            # Of an effort that is far from enough, it is the recall of few queries.
            say({**result, "recall": recall} if recall is not None and recall >= efforts.FAR else result)

    def known_efforts(self, name="*"):
        """What recall each effort has, as the pieces of efforts have found it."""
        return read(os.path.join(RAW, str(self.folder)), f"efforts-{name}")

    def equal(self, say):
        for condition in equal.FILTERS:
            for result in equal.compared(self.programs(), Truth(self.data), condition, self.options.rounds, self.options.queries,
                                         self.options.seconds):
                say(result)

    def threads(self, say):
        self.close()
        known = self.known_efforts()
        chosen = {kind: efforts.chosen(known, kind, "all", threads.K)("faiss_hnsw")[0] for kind in ("text", "photo")}
        for result in threads.compared(self.data, self.indexes, Truth(self.data), chosen.get, self.options.rounds,
                                       self.options.queries):
            say(result)

    def features(self, say):
        """Of Lumiere alone."""
        for program in self.programs():
            if program.name == "lumiere":
                for result in [*features.searches(program, self.options.rounds * 3), features.pages(program), features.threads(program)]:
                    say(result)

    def starts(self, say):
        self.close()
        chosen = efforts.chosen(self.known_efforts(), "text", "all", 10)
        for result in features.starts(self.data, self.indexes, self.names, lambda name: chosen(name)[0], 2 * self.options.rounds + 1):
            say(result)

    def close(self):
        for program in self.running or []:
            program.close()
        self.running = None


def is_measured(folder, name, work):
    """Measures a piece. Where a program fails that it cannot do without, it says so, and the next piece begins."""
    try:
        with Piece(folder, name) as piece:
            work(piece.say)
    except RuntimeError as failure:
        print(f"{folder}, {name}: {failure}", flush=True)
        for program in Running.all:
            program.close()
        return False
    return True


def run(options):
    """Measures all pieces that are wanted; how many of them failed."""
    failed = 0
    for size in options.sizes:
        measured = Size(options, size)
        named = {f"build-{name}": partial(measured.build, name) for name in measured.names}
        named |= {f"efforts-{name}": partial(measured.efforts, name) for name in measured.names if len(EFFORTS[name]) > 1}
        named |= {name: partial(measured.compare, name) for name in options.filters}
        named |= {"curve": measured.curve, "equal": measured.equal, "threads": measured.threads, "features": measured.features, "starts": measured.starts}
        for name in [name for name in named if options.wants(name)]:
            failed += not is_measured(size, name, named[name])
        measured.close()
    data, indexes = os.path.join(options.home, "data"), os.path.join(options.home, "indexes")
    for dimension, steps in ((384, STEPS), (64, SHORT_VECTORS)):
        for count in steps:
            # The exact neighbours of these the launcher has had computed.
            ready = os.path.exists(os.path.join(data, f"d{dimension}", f"truth-{count}.i32"))
            if ready and (options.pieces or dimension < 384 or count <= max(options.sizes)) and options.wants(f"growth-{count}"):
                failed += not is_measured(f"growth-{dimension}", str(count),
                                          partial(growth.measure, driver.load(data, dimension, count), indexes))
    return failed


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sizes", type=numbers)
    parser.add_argument("--programs", type=names, default=list(EFFORTS))
    parser.add_argument("--pieces", type=names)
    parser.add_argument("--filters", type=names)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--queries", type=int, default=driver.QUERIES)
    parser.add_argument("--seconds", type=float, default=30)  # A kind of query that took longer has no second round.
    options = parser.parse_args()
    options.home = os.environ["LUMIERE_BENCH_DIR"]
    options.sizes = options.sizes or (QUICK if options.quick else FULL if options.full else USUAL)
    options.filters = options.filters or (QUICK_FILTERS if options.quick else filters())
    options.wants = lambda name: not options.pieces or name in options.pieces or name.split("-")[0] in options.pieces
    return options


def names(text):
    return [name for name in text.split(",") if name]


def numbers(text):
    return [int(number) for number in names(text)]


def main():
    options = arguments()
    failed = 0
    if not options.write:
        if not options.pieces:
            subprocess.run(["rm", "-rf", RAW], check=True)
        failed = run(options)
        for size in options.sizes:
            about = os.path.join(options.home, "data", "d384", f"about-{size}.txt")
            with open(about) as text, open(os.path.join(RAW, str(size), "data.txt"), "w") as copy:
                copy.write(text.read())
    report.write(ROOT, RAW)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
