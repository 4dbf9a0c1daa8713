"""Lumiere alone: what a search can do besides, each beside the plain search by a text's vector in the same rounds;
cold and warm starts; one and two threads; paging."""

import time

import numpy as np

import driver
from compare import ms
from driver import Running

# Names of io.lumiere.bench.program.Searches. Those that begin with "all" are of the whole archive, without a search.
SEARCHES = ["text", "photo", "words", "hybrid", "like", "newest", "by-name", "near-duplicates", "diverse", "by-day",
            "facets", "histogram", "all", "all-newest", "all-facets", "all-histogram", "all-by-day"]
BATCH = 10


def searches(program, rounds):
    """A result for each search; the ratio is to the text's search of the same round, the median of all rounds. In each
    round another search begins: the first of a batch finds none of its photos in the processor's caches."""
    times = {name: [] for name in SEARCHES}
    processor = {name: [] for name in SEARCHES}
    for turn in range(-1, rounds):
        first = BATCH * (max(0, turn) % (driver.QUERIES // BATCH))
        begin = max(0, turn) % len(SEARCHES)
        for name in SEARCHES[begin:] + SEARCHES[:begin]:
            reply = program.search(name, "all", 10, 0, first, first + BATCH)
            if turn >= 0:
                times[name].append(reply["ns"])
                processor[name].append(np.median(reply["cpu"]))
    plain = np.array([np.median(batch) for batch in times["text"]])
    for name in SEARCHES:
        medians = np.array([np.median(batch) for batch in times[name]])
        together = np.concatenate(times[name])
        yield {"feature": name, "photos": program.data.count, "p50_ms": ms(np.median(together)),
               "p99_ms": ms(np.percentile(together, 99)), "processor_ms": ms(np.median(processor[name])),
               "ratio": round(float(np.median(medians / plain)), 3),
               "processor_ratio": round(float(np.median(np.array(processor[name]) / np.array(processor["text"]))), 3)}


def pages(program, k=100, last=5_000):
    """The first page and the one that ends at the 5,000th photo, newest first."""
    reply = program.order(do="pages", k=k, pages=last // k)
    return {"feature": "pages", "photos": program.data.count, "first_ms": ms(reply["ns"][0]),
            "median_ms": ms(np.median(reply["ns"])), "last_ms": ms(reply["ns"][-1]), "pages": len(reply["ns"])}


def threads(program, queries=100):
    """Searches a second on two threads, as a ratio to one; each begins as often as the other."""
    rates = {1: [], 2: []}
    program.search("text", "all", 10, 0, 0, queries)
    for turn in range(4):
        for count in sorted(rates, reverse=turn % 2 == 1):
            reply = program.search("text", "all", 10, 0, 0, queries, threads=count)
            rates[count].append(queries / (reply["wall"] / 1e9))
    return {"feature": "threads", "photos": program.data.count, "one": round(float(np.median(rates[1])), 1),
            "two": round(float(np.median(rates[2])), 1),
            "ratio": round(float(np.median(np.array(rates[2]) / np.array(rates[1]))), 3)}


def starts(data, indexes, names, effort, rounds):
    """Opening and the first query, with the files cold and warm, each in a process that has just begun; before them
    what the process itself takes until it can be asked. Effort is a function of a program's name."""
    for name in names:
        if not driver.has_index(name, data, indexes):
            continue
        for cold in (True, False):
            began, opened, first = [], [], []
            for _ in range(rounds):
                program = Running(name, data, indexes)
                began.append(program.ready())
                if cold:
                    driver.forget(program.folder)
                opened.append(program.open()["seconds"])
                started = time.perf_counter()
                program.search("text", "all", 10, effort(name), 0, 1)
                first.append(time.perf_counter() - started)
                program.close()
            yield {"start": name, "photos": data.count, "cold": cold, "process_ms": ms(np.median(began) * 1e9),
                   "open_ms": ms(np.median(opened) * 1e9), "first_ms": ms(np.median(first) * 1e9)}
