"""What the page's tables are made of: the raw lines, and how a figure is written."""

import glob
import json
import os

from efforts import GOOD

TITLES = {"lumiere": "Lumiere", "faiss_hnsw": "faiss HNSW32", "hnswlib_hnsw": "hnswlib", "usearch_hnsw": "usearch",
          "lance": "LanceDB", "sqlite_vec_fts": "sqlite-vec, FTS5", "duckdb_vss": "DuckDB vss, fts",
          "pgvector_hnsw": "pgvector"}

# What a query took: by the clock, or in processor time, which stands for it where the machine was busy.
CLOCK, WORK = "p50_ms", "processor_ms"


def read(folder, like="*"):
    """The lines of the pieces whose names are like this; none where nothing was measured."""
    results = []
    for path in sorted(glob.glob(os.path.join(folder, like + ".jsonl"))):
        with open(path) as lines:
            results += [json.loads(line) for line in lines]
    return results


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def number(value):
    """Three digits, as .98, 4.8, 112."""
    if value is None:
        return "–"
    text = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    return text.replace("0.", ".", 1) if text.startswith("0.") else text


def mib(size):
    return f"{size / 2**20:,.0f}"


def label(condition):
    if condition == "all":
        return "all"
    kind, part = condition.split("-")
    return f"{100 * float(part):g}%, " + ("at random" if kind == "random" else "of one time")


def timed(results, curve=False, **wanted):
    """The cases that were measured and are like this: with the effort of each program, or with all its efforts."""
    return [r for r in results if "p50_ms" in r and "program" in r and r.get("curve", False) == curve
            and all(r.get(key) == value for key, value in wanted.items())]


def best(results, program, shown, **wanted):
    """The fastest effort with a recall of .98, else that with the highest recall."""
    found = timed(results, program=program, **wanted)
    good = [r for r in found if is_good(r)]
    if good:
        return min(good, key=lambda r: r[shown])
    return max(found, key=lambda r: r["recall"] or 0, default=None)


def is_good(case):
    return case["recall"] is None or case["recall"] >= GOOD


def cell(case, base, shown):
    """Time, as a ratio to Lumiere's, and recall where it is not .98."""
    if case is None:
        return "–"
    ratio = number(case[shown] / base[shown]) if base else "–"
    lost = "" if is_good(case) else f", finds {number(case['recall'])}"
    return f"{number(case[shown])} ms ({ratio}){lost}"
