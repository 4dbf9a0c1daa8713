"""What all compared programs have in common: they answer orders, a line of JSON each.

    {"do": "ready"}
    {"do": "build", "photos": N, "to": ROW, "folder": F, "threads": T}
    {"do": "open", "photos": N, "folder": F, "threads": T}
    {"do": "search", "kind": "text" | "photo" | "hybrid", "filter": NAME, "k": K, "effort": E, "from": A, "to": B}

A search answers {"ns": [time of each query], "cpu": [processor time of each], "ids": [[row, ...] of each]}. Lumiere answers the same orders in Java,
see io.lumiere.bench.program, and builds up to the row that is named, on so many threads. What is timed is the call with a vector in memory, its rows as numbers in Python.

A program is a subclass of Program in a file of its own, which ends with run(ItsClass).
"""

import json
import os
import sys
import time

import numpy as np

QUERIES = 200
DAYS = 7_300
RANDOM_BOUND = 1_000_000
PARTS = [0.5, 0.2, 0.1, 0.05, 0.01, 0.001]


class Filter:
    """As io.lumiere.bench.data.Filters: a part of the photos, at random or of one time."""

    def __init__(self, name):
        self.name = name
        self.time = name.startswith("time-")
        self.part = 1.0 if name == "all" else float(name.split("-")[1])
        days = max(1, int(np.floor(self.part * DAYS + 0.5)))
        self.first_day = int(0.6 * (DAYS - days))
        self.end_day = self.first_day + days
        self.below = int(np.floor(self.part * RANDOM_BOUND + 0.5))

    def sql(self):
        """A condition on the columns r and day; empty where all pass."""
        if self.part == 1:
            return ""
        return f"day >= {self.first_day} and day < {self.end_day}" if self.time else f"r < {self.below}"

    def where(self):
        """The same as a clause."""
        return f"where {self.sql()}" if self.sql() else ""

    def mask(self, data):
        if self.part == 1:
            return np.ones(data.count, dtype=bool)
        if self.time:
            return (data.day >= self.first_day) & (data.day < self.end_day)
        return data.random < self.below


def filters():
    return ["all"] + [f"random-{part}" for part in PARTS] + [f"time-{part}" for part in PARTS]


class Data:
    """The first photos of the common data."""

    def __init__(self, folder, dimension, count):
        self.folder = folder
        self.dimension = dimension
        self.count = count
        columns = np.memmap(os.path.join(folder, "photos.i32"), "<i4", "r").reshape(-1, 4)[:count]
        self.random = np.ascontiguousarray(columns[:, 0])
        self.day = np.arange(count, dtype=np.int64) * DAYS // count
        self.queries = np.fromfile(os.path.join(folder, "queries.f32"), "<f4").reshape(-1, dimension)
        with open(os.path.join(folder, "words.txt")) as lines:
            self.words = lines.read().splitlines()

    def vectors(self):
        path = os.path.join(self.folder, "vectors.f32")
        return np.memmap(path, "<f4", "r").reshape(-1, self.dimension)[: self.count]

    def captions(self):
        with open(os.path.join(self.folder, "captions.txt")) as lines:
            for _ in range(self.count):
                yield lines.readline().rstrip("\n")

    def query(self, kind, number):
        return self.queries[number + (QUERIES if kind == "photo" else 0)]

    def blocks(self, size=10_000):
        """Rows of (first, vectors, random, day) in blocks, so that no copy of all is in memory."""
        vectors = self.vectors()
        for first in range(0, self.count, size):
            end = min(self.count, first + size)
            yield first, np.array(vectors[first:end]), self.random[first:end], self.day[first:end]


class Program:
    """One way to search. Folder is where its index is, or will be. Threads are those of one search, where it can have
    more than one."""

    def __init__(self, data, folder, threads=1):
        self.data = data
        self.folder = folder
        self.threads = threads

    def build(self):
        raise NotImplementedError

    def open(self):
        raise NotImplementedError

    def search(self, vector, condition, k, effort):
        """Rows, the nearest first."""
        raise NotImplementedError

    def hybrid(self, vector, words, condition, k, effort):
        """Rows by vector and words together; None where the program cannot."""
        return None

    def prepare(self, condition):
        """Called before a batch with a filter: what need not be part of a query's time."""


def answer(program_class, folder, dimension, order, state):
    if order["do"] == "ready":
        return {}
    if order["do"] in ("build", "open"):
        data = Data(folder, dimension, order["photos"])
        state["program"] = program_class(data, order["folder"], order.get("threads", 1))
        os.makedirs(order["folder"], exist_ok=True)
        getattr(state["program"], order["do"])()
        return {}
    program = state["program"]
    condition = Filter(order.get("filter", "all"))
    program.prepare(condition)
    times, work, found = [], [], []
    for number in range(order["from"], order["to"]):
        vector = program.data.query(order["kind"], number)
        worked, started = time.process_time_ns(), time.perf_counter_ns()
        if order["kind"] == "hybrid":
            rows = program.hybrid(vector, program.data.words[number], condition, order["k"], order["effort"])
            if rows is None:
                return {"cannot": "hybrid"}
        else:
            rows = program.search(vector, condition, order["k"], order["effort"])
        times.append(time.perf_counter_ns() - started)
        work.append(time.process_time_ns() - worked)
        found.append([int(row) for row in rows])
    return {"ns": times, "cpu": work, "ids": found}


def run(program_class):
    state = {}
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # What a library prints is no answer.
    for line in sys.stdin:
        try:
            reply = answer(program_class, sys.argv[1], int(sys.argv[2]), json.loads(line), state)
        except Exception as failure:  # The driver reports it and goes on with the others.
            reply = {"error": f"{type(failure).__name__}: {failure}"}
        out.write(json.dumps(reply) + "\n")
        out.flush()
