"""Two versions of Lumiere take turns; see bench/check, which compiles them and calls this.

    check.py DATA WORK INDEXES PHOTOS OLD NEW     OLD and NEW start Java with the class path of the version; INDEXES
                                                  is where both read one index, or "own"
"""

import os
import sys
import time

import numpy as np

import driver
from driver import Running

SECONDS = 75  # With compiling and building, the whole takes less than two minutes.
BUILT = 3_000  # Photos of the small index whose building is measured.
BATCH = 10
LEAST = 0.03  # A smaller change is not worth a line, however sure it is.
LEAST_SPREAD = 0.05  # Few pairs may agree by accident.
SEARCHES = [("text", "all"), ("photo", "all"), ("text", "random-0.2"), ("text", "random-0.01"), ("text", "time-0.05"),
            ("words", "all"), ("hybrid", "all"), ("newest", "all"), ("near-duplicates", "all"), ("by-day", "all"),
            ("facets", "all"), ("all-facets", "all"), ("all-newest", "all")]


class Version:
    def __init__(self, name, data, work, indexes, start):
        self.name, self.data = name, data
        self.small = os.path.join(work, "index-" + name)
        self.indexes = self.small if indexes == "own" else indexes
        os.makedirs(self.small, exist_ok=True)
        os.makedirs(self.indexes, exist_ok=True)
        self.command = [*start.split(" "), "io.lumiere.bench.program.LumiereProgram"]
        self.program = self.begin()
        self.program.build()
        self.program.open()

    def begin(self):
        return Running("lumiere", self.data, self.indexes, self.command)

    def build(self):
        """Processor time and size of a small index."""
        folder = os.path.dirname(self.data.folder)
        program = Running("lumiere", driver.load(folder, self.data.dimension, BUILT), self.small, self.command)
        built = program.build()
        program.close()
        return built

    def search(self, kind, condition, first):
        """Milliseconds of processor time of a query."""
        return float(np.median(self.program.search(kind, condition, 10, 0, first, first + BATCH)["cpu"])) / 1e6

    def first_query(self):
        """Processor time of a process that opens the index and answers once."""
        program = self.begin()
        program.open()
        program.search("text", "all", 10, 0, 0, 1)
        worked = program.processor_time()
        program.close()
        return worked / 1e6


class Comparison:
    """One measurement of both, in pairs: what it took, and the ratio of each pair."""

    def __init__(self, name):
        self.name, self.old, self.new = name, [], []

    def pair(self, versions, measure):
        """The same of both: of one, twice of the other, of the one again. They begin by turns, since what is read first lies
        in the caches for the rest."""
        begins, follows = (self.old, self.new) if len(self.old) % 2 == 0 else (self.new, self.old)
        first, second = versions if begins is self.old else reversed(versions)
        before = measure(first)
        follows.append((measure(second) + measure(second)) / 2)
        begins.append((before + measure(first)) / 2)

    def report(self):
        """Prints a line: the median ratio, its error, and whether it moved by more, which is also returned. The error is
        the standard error of a median from the spread between quartiles; few pairs may agree by accident, so it has a
        least value."""
        ratios = np.array(self.new) / np.array(self.old)
        ratio = float(np.median(ratios))
        spread = max(LEAST_SPREAD, np.subtract(*np.percentile(ratios, [75, 25])) / 1.35)
        error = 1.25 * spread / np.sqrt(len(ratios))
        moved = abs(ratio - 1) > max(LEAST, 3 * error)
        line(self.name, np.median(self.old), np.median(self.new), ratio, f"{error:.3f}",
             ("SLOWER" if ratio > 1 else "faster") if moved else "")
        return moved


def line(name, old, new, ratio, error, word):
    print(f"{name:26}{old:9.2f}{new:9.2f}{ratio:9.3f}{error:>9}  {word}".rstrip(), flush=True)


def main():
    folder, work, indexes, photos, *starts_of = sys.argv[1:]
    data = driver.load(folder, 384, int(photos))
    versions = [Version(name, data, work, indexes, start) for name, start in zip(("old", "new"), starts_of)]
    for kind, condition in SEARCHES:  # Both compile what they need.
        for version in versions:
            version.search(kind, condition, 0)
            version.search(kind, condition, 40)
    start = Comparison("opening, first query")
    searches = {search: Comparison(", ".join(search)) for search in SEARCHES}
    end, turn = time.monotonic() + SECONDS, 0
    while time.monotonic() < end or turn < 2:
        first = BATCH * (turn % (driver.QUERIES // BATCH))
        for search, comparison in searches.items():
            comparison.pair(versions, lambda version: version.search(*search, first))
        if turn < 4:
            start.pair(versions, Version.first_query)
        turn += 1
    old, new = [version.build() for version in versions]
    print(f"{int(photos):,} photos, {turn} pairs; ms of processor time, and the median of new / old")
    print(f"{'':26}{'old':>9}{'new':>9}{'ratio':>9}{'+-':>9}")
    moved = [comparison.name for comparison in [start, *searches.values()] if comparison.report()]
    print(f"an index of {BUILT:,} photos, built once each, so small differences say nothing:")
    for name, unit, key in (("building, s", 1, "processor_seconds"), ("size, MiB", 2**20, "bytes"), ("peak of memory, MiB", 2**20, "peak")):
        line(name, old[key] / unit, new[key] / unit, new[key] / old[key], "", "")
    print("Moved by more than the noise: " + ("; ".join(moved) if moved else "nothing"))
    for version in versions:
        version.program.close()


if __name__ == "__main__":
    main()
