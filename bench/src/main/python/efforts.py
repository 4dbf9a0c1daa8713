"""With how much effort each program finds what it should. Recall does not depend on the machine's speed, so this may
run while the machine is busy; the quiet runs then measure no effort that nobody asks for."""

import numpy as np

import driver
from compare import BATCH, able, efforts_of, recalls

GOOD = 0.98
FEW = 40  # Queries that show whether an effort is far from enough.
FAR = 0.9


def cases(condition):
    """What is measured under a filter: kinds of queries and how many hits."""
    yield "text", 10
    yield "photo", 10
    if condition in ("all", "random-0.1", "time-0.1"):
        yield "text", 100
    if condition in ("all", "random-0.05", "time-0.05"):
        yield "hybrid", 10


def find(program, truth, conditions, say):
    """Says the recall of growing efforts up to the first that is good, for each filter and kind of query."""
    for condition in conditions:
        for kind, k in cases(condition):
            if kind == "hybrid" or not able(program.name, kind, condition):
                continue
            for effort in efforts_of(program.name, kind):
                recall = recall_of(program, truth, kind, condition, k, effort)
                say({"effort_of": program.name, "filter": condition, "kind": kind, "k": k, "effort": effort,
                     "recall": round(recall, 4)})
                if recall >= GOOD:
                    break


def recall_of(program, truth, kind, condition, k, effort):
    found = []
    for first in range(0, driver.QUERIES, BATCH):
        reply = program.search(kind, condition, k, effort, first, first + BATCH)
        found += recalls(truth, kind, condition, k, first, reply["ids"])
        if first + BATCH == FEW and np.mean(found) < FAR:
            break
    return float(np.mean(found))


def tried(lines, program, kind, condition, k):
    """The recall of each effort that was tried, of all queries."""
    return {line["effort"]: line["recall"] for line in lines if line.get("effort_of") == program
            and (line["kind"], line["filter"], line["k"]) == (kind, condition, k)}


def chosen(lines, kind, condition, k):
    """A function of a program's name: the one effort to measure it with. That is the first that is good, or the best."""
    def of(program):
        recalls_of = tried(lines, program, kind, condition, k)
        return [max(recalls_of, key=recalls_of.get)] if recalls_of else efforts_of(program, kind)
    return of
