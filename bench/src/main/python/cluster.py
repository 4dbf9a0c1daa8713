"""The tables of `./lumiere bench cluster`, in Markdown. Argument: the folder with what was measured."""

import sys

import numpy as np

from tables import number, read, table


def of(results, what, **wanted):
    return [r for r in results if r["what"] == what and all(r.get(key) == value for key, value in wanted.items())]


def place(shards):
    return "directory" if shards == 0 else "1 shard" if shards == 1 else f"{shards} shards"


def percentiles(millis):
    return float(np.median(millis)), float(np.quantile(millis, 0.99))


def pushes(results):
    return table(["photos pushed into", "photos", "photos/s", "processor ms a photo, nodes", "sender", "bytes a photo"],
                 [[place(r["shards"]), f"{r['photos']:,}", *map(number, (
                     r["photos"] / r["seconds"], 1e3 * r["nodes"] / r["photos"], 1e3 * r["sender"] / r["photos"],
                     r["bytes"] / r["photos"]))] for r in of(results, "push")])


def searches(results):
    """A row for each kind and number of clients, a column for each place."""
    places = sorted({r["shards"] for r in of(results, "search")})
    rows = []
    for clients in sorted({r["clients"] for r in of(results, "search")}):
        for kind in dict.fromkeys(r["kind"] for r in of(results, "search")):
            measured = [of(results, "search", kind=kind, clients=clients, shards=shards)[0]["ms"] for shards in places]
            rows.append([kind, clients, *(", ".join(map(number, percentiles(ms))) for ms in measured), f"{len(measured[0]):,}"])
    return table(["search, median and p99, ms", "clients", *map(place, places), "samples"], rows)


def overlaps(results):
    return table(["of the directory's hits", "in", "part"],
                 [[r["kind"], place(r["shards"]), number(r["part"])] for r in of(results, "overlap")])


def visits(results):
    stages = of(results, "about")[0]["stages"]
    rows = []
    for r in of(results, "visits"):
        columns = np.array(r["ms"])
        cells = [", ".join(map(number, percentiles(columns[:, i]))) if columns[:, i].any() else "–" for i in range(len(stages))]
        rows.append([r["kind"], place(r["shards"]), r["clients"], *cells, *map(number, percentiles(columns.sum(axis=1))),
                     f"{len(columns):,}"])
    return table(["a shard's time, ms", "of", "clients", *(stage + ", p99" for stage in stages), "all", "p99", "samples"], rows)


def answers(results):
    stages = of(results, "about")[0]["stages"]
    return table(["a shard's answers, bytes", "of", *stages],
                 [[r["kind"], place(r["shards"]), *(f"{size:,}" for size in r["bytes"])] for r in of(results, "answers", clients=1)])


def merges(results):
    return table(["putting together the answers of shards, ms", "median", "p99"],
                 [[f"{r['shards']:,}", *map(number, percentiles(r["ms"]))] for r in of(results, "merge")])


def main(folder):
    results = read(folder)
    for what, rows in (("push", pushes), ("overlap", overlaps), ("search", searches), ("visits", visits), ("answers", answers), ("merge", merges)):
        if of(results, what):
            print(rows(results))


if __name__ == "__main__":
    main(*sys.argv[1:])
