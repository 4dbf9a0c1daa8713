"""What a request over many shards takes, from what `./lumiere bench cluster` measured in one shard, with and without a
second copy that is asked where the first is late. Prints tables, and draws them. Arguments: the folder with what
was measured, the drawing.

A search has stages, and each waits for the slowest shard, so a stage over S shards takes the largest of S draws from
the samples of one shard. Of the largest of S draws the distribution is F to the power of S, so one random number u gives
it: the sample below which a part of u ** (1 / S) lies. Stages are drawn apart: which shard is slowest in one says
little of the next. Whoever puts the answers together adds the time that this was measured to take.

No draw is longer than the longest sample. Where S is large beside the number of samples, most draws are the longest
few, and the figures are too small rather than too large: such rows are marked.
"""

import sys

import numpy as np

import plots
from cluster import of, percentiles
from tables import number, read, table

SEED = 14
REQUESTS = 40_000
SHARDS = [1, 2, 4, 10, 20, 50, 100, 200, 500, 1_000]

# A second copy is asked when a stage has lasted longer than all but so many.
LATE = 0.05

# So many samples of a shard for each shard that is simulated, or the row is marked.
ENOUGH = 20


def merging(results):
    """Milliseconds for putting together the answers of so many shards: a line through what was measured."""
    measured = of(results, "merge")
    shards, millis = [r["shards"] for r in measured], [float(np.median(r["ms"])) for r in measured]
    return lambda count: float(np.interp(count, shards, millis))


def slowest(random, millis, shards):
    """REQUESTS draws of the largest of so many samples."""
    ordered = np.sort(millis)
    part = random.random(REQUESTS) ** (1 / shards)
    return ordered[np.minimum((part * len(ordered)).astype(int), len(ordered) - 1)]


def hedged(random, millis, again):
    """The distribution of a stage where a second copy is asked after the time that LATE of them exceed.

    again: what the stage takes in the other copy."""
    wait = np.quantile(millis, 1 - LATE)
    drawn = random.choice(millis, 1_000_000)
    other = wait + random.choice(again, len(drawn))
    return np.where(drawn > wait, np.minimum(drawn, other), drawn)


def second_copies(visits, stages):
    """What each stage takes in a copy that has not done the stages before: the legs run there first, as what they
    found is kept only where they ran."""
    legs = stages.index("legs")
    return [visits[:, i] + (visits[:, legs] if i > legs else 0) for i in range(len(stages))]


def requests(random, columns, shards, merge):
    total = np.full(REQUESTS, merge(shards) if shards > 1 else 0.0)
    for column in columns:
        total += slowest(random, column, shards)
    return total


def curves(results, kind, clients):
    """{name: [(shards, median, p99)]} of a shard that holds all photos."""
    stages = of(results, "about")[0]["stages"]
    visits = np.array(of(results, "visits", kind=kind, clients=clients, shards=1)[0]["ms"])
    merge, random = merging(results), np.random.default_rng(SEED)
    once = [visits[:, i] for i in range(len(stages))]
    twice = [hedged(random, once[i], again) for i, again in enumerate(second_copies(visits, stages))]
    drawn = {"one copy asked": once, "a second where the first is late": twice}
    more = LATE * sum(np.mean(again) for again in second_copies(visits, stages)) / np.mean(visits.sum(axis=1))
    return len(visits), more, {name: [(shards, *percentiles(requests(random, columns, shards, merge))) for shards in SHARDS]
                               for name, columns in drawn.items()}


def beside_measured(results, clients):
    """The simulation beside what was measured with the same shards, of which each holds a part of the photos."""
    rows, random, merge = [], np.random.default_rng(SEED), merging(results)
    for found in of(results, "visits", clients=clients):
        if found["shards"] > 1:
            visits = np.array(found["ms"])
            simulated = percentiles(requests(random, list(visits.T), found["shards"], merge))
            measured = percentiles(of(results, "search", kind=found["kind"], clients=clients, shards=found["shards"])[0]["ms"])
            rows.append([found["kind"], found["shards"], *map(number, (simulated[0], measured[0], simulated[1], measured[1]))])
    return table(["search, ms", "shards", "median, simulated", "measured", "p99, simulated", "measured"], rows)


def main(folder, drawing):
    results = read(folder)
    photos = of(results, "about")[0]["photos"]
    drawn = {}
    for clients in sorted({r["clients"] for r in of(results, "visits")}):
        for kind in dict.fromkeys(r["kind"] for r in of(results, "visits", clients=clients)):
            count, more, found = curves(results, kind, clients)
            if kind == "vector and words":
                drawn[clients] = found
            print(f"{kind}, {clients} clients: {count:,} visits of a shard with {photos:,} photos; "
                  f"second copies are {100 * more:.1f}% more work\n")
            once, twice = found.values()
            rows = [[f"{one[0]:,}{'*' if one[0] * ENOUGH > count else ''}", *map(number, (*one[1:], *two[1:]))]
                    for one, two in zip(once, twice)]
            print(table(["shards", "median, ms", "p99", "median with second copies", "p99"], rows))
    print(beside_measured(results, 1))
    plots.fan_out(drawn[1], drawing, f"vector and words, {photos:,} photos a shard")


if __name__ == "__main__":
    main(*sys.argv[1:])
