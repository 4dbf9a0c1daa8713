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

SECONDS = 80
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
        return float(np.median(self.program.search(kind, condition, 10, 0, first, first + BATCH)["cpu"]))

    def first_query(self):
        """Processor time of a process that opens the index and answers once."""
        program = self.begin()
        program.open()
        program.search("text", "all", 10, 0, 0, 1)
        worked = program.processor_time()
        program.close()
        return worked


def turns(versions, measure):
    """The same of both, each first as often as the other."""
    old, new = versions
    before = measure(old)
    after = measure(new)
    after_again = measure(new)
    before_again = measure(old)
    return (after + after_again) / (before + before_again)


def show(name, ratios):
    """The median ratio, and how sure it is: the standard error of a median from the spread between quartiles."""
    median = float(np.median(ratios))
    spread = max(LEAST_SPREAD, np.subtract(*np.percentile(ratios, [75, 25])) / 1.35)
    error = 1.25 * spread / np.sqrt(len(ratios))
    moved = abs(median - 1) > max(LEAST, 3 * error)
    word = ("  SLOWER" if median > 1 else "  faster") if moved else ""
    print(f"{name:32} {median:6.3f} +- {error:.3f}  ({len(ratios)} pairs){word}", flush=True)


def main():
    folder, work, indexes, photos, *starts_of = sys.argv[1:]
    data = driver.load(folder, 384, int(photos))
    versions = [Version(name, data, work, indexes, start) for name, start in zip(("old", "new"), starts_of)]
    old, new = [version.build() for version in versions]
    print(f"{'building, processor time':32} {new['processor_seconds'] / old['processor_seconds']:6.3f}  (one run each)")
    print(f"{'size on disk':32} {new['bytes'] / old['bytes']:6.3f}")
    for kind, condition in SEARCHES:  # Both compile what they need.
        for version in versions:
            version.search(kind, condition, 0)
            version.search(kind, condition, 40)
    ratios = {search: [] for search in SEARCHES}
    starts = []
    end, turn = time.monotonic() + SECONDS, 0
    while time.monotonic() < end or turn < 2:
        first = BATCH * (turn % (driver.QUERIES // BATCH))
        for search in SEARCHES:
            ratios[search].append(turns(versions, lambda version: version.search(*search, first)))
        if turn < 4:
            starts.append(turns(versions, Version.first_query))
        turn += 1
    show("opening and first query", starts)
    for (kind, condition), measured in ratios.items():
        show(f"{kind}, {condition}", measured)
    for version in versions:
        version.program.close()


if __name__ == "__main__":
    main()
