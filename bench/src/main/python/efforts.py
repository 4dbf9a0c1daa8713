"""With how much effort each program finds what it should. Recall does not depend on the machine's speed, so this may
run while the machine is busy; the quiet runs then measure no effort that nobody asks for. What an earlier run tried is
not tried again."""

import numpy as np

import driver
from compare import BATCH, able, recalls
from driver import EFFORTS

GOOD = 0.98
FEW = 40  # Queries that show whether an effort is far from enough.
FAR = 0.9
STEPS = 2  # The doubling that brings enough is halved so often, so that no program is given much more than it needs.


def cases(condition):
    """What is measured under a filter: kinds of queries and how many hits."""
    yield "text", 10
    yield "photo", 10
    if condition in ("all", "random-0.1", "time-0.1"):
        yield "text", 100
    if condition in ("all", "random-0.05", "time-0.05"):
        yield "hybrid", 10


def find(program, truth, conditions, known, say):
    """Says the recall of growing efforts up to the first that is good, and of some before it, for each filter and kind
    of query. Known are lines of an earlier run."""
    for condition in conditions:
        for kind, k in cases(condition):
            if kind == "hybrid" or not able(program.name, kind, condition):
                continue
            before = tried(known, program.name, kind, condition, k)

            def is_good(effort):
                recall = before[effort] if effort in before else recall_of(program, truth, kind, condition, k, effort)
                say({"effort_of": program.name, "filter": condition, "kind": kind, "k": k, "effort": effort,
                     "recall": round(recall, 4)})
                return recall >= GOOD

            least_good(EFFORTS[program.name], is_good)


def least_good(efforts, is_good):
    """Tries efforts up to the first that is good, then some between it and the one before. The least good one, or None."""
    below = None
    for effort in efforts:
        if is_good(effort):
            break
        below = effort
    else:
        return None
    for _ in range(STEPS if below else 0):
        between = round((below * effort) ** 0.5)
        if is_good(between):
            effort = between
        else:
            below = between
    return effort


def recall_of(program, truth, kind, condition, k, effort):
    found = []
    for first in range(0, driver.QUERIES, BATCH):
        reply = program.search(kind, condition, k, effort, first, first + BATCH)
        found += recalls(truth, kind, condition, k, first, reply["ids"])
        if first + BATCH == FEW and np.mean(found) < FAR:
            break
    return float(np.mean(found))


def tried(lines, program, kind, condition, k):
    """The recall of each effort that was tried, of all queries, or of the first few where it is far from enough."""
    return {line["effort"]: line["recall"] for line in lines if line.get("effort_of") == program
            and (line["kind"], line["filter"], line["k"]) == (kind, condition, k)}


def chosen(lines, kind, condition, k):
    """A function of a program's name: the one effort to measure it with. That is the least that is good, or the best;
    with words as well, that of the text's vector."""
    def of(program):
        recalls_of = tried(lines, program, "text" if kind == "hybrid" else kind, condition, k)
        good = [effort for effort, recall in recalls_of.items() if recall >= GOOD]
        best = max(recalls_of, key=recalls_of.get, default=EFFORTS[program][-1])
        return [min(good) if good else best]
    return of
