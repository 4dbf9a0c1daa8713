"""Writes bench/RESULTS.md and its drawings from the raw lines in bench/results/."""

import glob
import json
import os

import growth as growing
import plots

TITLES = {"lumiere": "Lumiere", "faiss_hnsw": "faiss HNSW32", "hnswlib_hnsw": "hnswlib", "usearch_hnsw": "usearch",
          "lance": "LanceDB", "sqlite_vec_fts": "sqlite-vec, FTS5", "duckdb_vss": "DuckDB vss, fts",
          "pgvector_hnsw": "pgvector"}
GOOD = 0.98
FAR_ENOUGH = 100_000  # Photos. What is fitted to fewer says nothing of a hundred million.

# On a machine that is busy with other work a time on the clock says little: then processor time stands for it.
CLOCK, WORK = "p50_ms", "processor_ms"
shown = CLOCK

WHY = {
    "lumiere": "Filters, words and vectors are one query; its hits come with all that is stored of a photo, the others' as numbers.",
    "faiss_hnsw": "Vectors alone, all in memory: no columns to read, no segments. A filter only hides what the walk of the graph meets, so where few pass the walk must meet nearly all.",
    "hnswlib_hnsw": "As faiss. Its filter is a Python function that is called for each candidate.",
    "usearch_hnsw": "As faiss; its Python interface has no filter.",
    "lance": "A query is planned and run by an engine for columns on threads of its own, which costs some milliseconds however little there is to do.",
    "sqlite_vec_fts": "No graph: every vector that passes is compared, so it is exact, and its time grows with the archive.",
    "duckdb_vss": "Its graph does not know the filter: it gives its best, and what does not pass is dropped. The vector stands in the statement as text, since as a parameter it takes longer still.",
    "pgvector_hnsw": "The graph's best are filtered afterwards, which loses hits at 1 to 20%; where few pass the planner takes the B-tree and compares all, which is exact.",
}


def read(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines]


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def number(value):
    """Three digits, as .98, 4.8, 112."""
    if value is None:
        return "–"
    text = f"{value:.0f}" if value >= 100 else f"{value:.3g}"
    return text.replace("0.", ".", 1) if text.startswith("0.") else text


def cases(results, **wanted):
    return [r for r in results if all(r.get(key) == value for key, value in wanted.items()) and "p50_ms" in r and "program" in r]


def best(results, program, **wanted):
    """The least effort with a recall of .98, else that with the highest recall; of Lumiere what it does by itself."""
    found = cases(results, program=program, **wanted)
    if program == "lumiere":
        found = [r for r in found if r["effort"] == 0]
    good = [r for r in found if (r["recall"] or 0) >= GOOD]
    if good:
        return min(good, key=lambda r: r[shown])
    return max(found, key=lambda r: r["recall"] or 0, default=None)


def ratio(case, base):
    return number(case[shown] / base[shown]) if case and base else "–"


def cell(case, base):
    """Time, as a ratio to Lumiere's, and recall where it is not .98."""
    if case is None:
        return "–"
    lost = "" if case["recall"] is None or case["recall"] >= GOOD else f", finds {number(case['recall'])}"
    return f"{number(case[shown])} ms ({ratio(case, base)}){lost}"


def compared(results, folder, count):
    programs = [p for p in TITLES if any(r.get("program") == p and "built" in r for r in results)]
    titles = {p: TITLES[p] for p in programs}
    page = [f"## {count:,} photos, 384 dimensions\n"]
    plots.recall_against_time(cases(results, kind="text", filter="all", k=10), titles,
                              os.path.join(folder, f"recall-{count}.svg"), f"Texts, no filter, {count:,} photos", shown)
    shares = {p: [] for p in programs}
    names = list(dict.fromkeys(r["filter"] for r in results if "filter" in r))
    for name in names:
        if name == "all" or name.startswith("random-"):
            for p in programs:
                case = best(results, p, kind="text", filter=name, k=10)
                if case:
                    shares[p].append((1 if name == "all" else float(name.split("-")[1]), case[shown], case["recall"] or 0))
    plots.filters_against_time(shares, titles, os.path.join(folder, f"filters-{count}.svg"),
                              f"Texts under filters, {count:,} photos", shown)
    page += [f"![Recall against time](results/recall-{count}.svg)\n", f"![Filters against time](results/filters-{count}.svg)\n"]

    page.append("### Building, size, memory, start\n")
    rows = []
    for p in programs:
        built = next(r["built"] for r in results if r.get("program") == p and "built" in r)
        memory = next((r["memory"] for r in results if r.get("program") == p and "memory" in r), None)
        starts = {r["cold"]: r for r in results if r.get("start") == p}
        rows.append([TITLES[p], f"{built['seconds']:.0f} s ({built['processor_seconds']:.0f} s)", mib(built["bytes"]),
                     mib(built["peak"]), f"{mib(memory['own'])}, {mib(memory['mapped'])}" if memory else "–",
                     *(f"{number(starts[c]['open_ms'] + starts[c]['first_ms'])} ms" if c in starts else "–" for c in (True, False))])
    page.append(table(["", "building (processor)", "on disk, MiB", "peak while building, MiB", "searching: own, mapped files, MiB",
                       "opening and first query, cold", "warm"], rows))
    for failure in [r for r in results if "failure" in r and "kind" not in r]:
        page.append(f"{TITLES[failure['program']]}: {failure['failure']}.\n")

    for kind, what in (("text", "Texts"), ("photo", "Photos")):
        page.append(f"### {what}: recall@10 of at least .98, or the most that it finds\n")
        page.append(f"Median {'time' if shown == CLOCK else 'processor time'} of a query, in brackets as a ratio to Lumiere's in the same rounds; Lumiere as it is set by itself.\n")
        rows = []
        for name in names:
            own = best(results, "lumiere", kind=kind, filter=name, k=10)
            rows.append([label(name), *(cell(best(results, p, kind=kind, filter=name, k=10), own) for p in programs)])
        page.append(table(["photos that pass", *titles.values()], rows))
        rows = []
        for name in names:
            rows.append([label(name), *(number(case["p99_ms"]) + " / " + number(case["processor_ms"]) if case else "–" for case in
                                        (best(results, p, kind=kind, filter=name, k=10) for p in programs))])
        page.append(f"The same queries: 99th percentile of the time / median processor time, ms\n")
        page.append(table(["photos that pass", *titles.values()], rows))

    page.append("### recall@100, texts\n")
    rows = [[label(name), *(cell(best(results, p, kind="text", filter=name, k=100), best(results, "lumiere", kind="text", filter=name, k=100))
                            for p in programs)] for name in names if cases(results, kind="text", filter=name, k=100)]
    page.append(table(["photos that pass", *titles.values()], rows))

    page.append("### A text's vector and its words together\n")
    hybrid = [p for p in programs if cases(results, kind="hybrid", program=p)]
    rows = [[label(name), *(cell(next(iter(cases(results, kind="hybrid", filter=name, program=p)), None),
                                 next(iter(cases(results, kind="hybrid", filter=name, program="lumiere")), None)) for p in hybrid)]
            for name in names if cases(results, kind="hybrid", filter=name)]
    page.append(table(["photos that pass", *(TITLES[p] for p in hybrid)], rows))
    page.append("Lumiere and LanceDB do it in one query; in SQLite, DuckDB and PostgreSQL the fusion is written out in SQL, in one "
                "statement. faiss, hnswlib and usearch have no words.\n")
    page.append("### Lumiere by itself\n")
    page.append(windows(results))
    page.append(features(results))
    return page


def windows(results):
    """What another window would cost and find."""
    rows = []
    for name in dict.fromkeys(r["filter"] for r in results if "filter" in r):
        found = {r["effort"]: r for r in cases(results, program="lumiere", kind="text", filter=name, k=10)}
        if 0 in found:
            rows.append([label(name), *(f"{ratio(found.get(e), found[0])}, {number(found[e]['recall'])}" if e in found else "–"
                                        for e in (0, 100, 500, 2000))])
    return "The window, texts: time as a ratio to the default, recall@10\n\n" + table(
        ["photos that pass", "default", "100", "500", "2,000"], rows)


def features(results):
    rows = [[r["feature"], number(r["ratio"]), number(r["processor_ratio"]), number(r["p50_ms"]), number(r["p99_ms"])]
            for r in results if "feature" in r and "p50_ms" in r]
    text = "What a search does besides, as a ratio to the search by a text's vector in the same rounds; `all-...` is of the whole archive\n\n"
    text += table(["", "time", "processor time", "median, ms", "p99, ms"], rows)
    for r in results:
        if r.get("feature") == "pages":
            text += (f"\nPages of 100, newest first: the first {number(r['first_ms'])} ms, the median {number(r['median_ms'])}, the "
                     f"{r['pages']}th, which ends at the 5,000th photo, {number(r['last_ms'])}.\n")
        if r.get("feature") == "threads":
            text += f"\nSearches by two threads: {number(r['ratio'])} times those of one ({number(r['one'])} a second).\n"
    return text


def grown(results, folder):
    short = [r for r in results if r["dimension"] == 384]
    plots.growth(short, os.path.join(folder, "growth.svg"))
    page = ["## Growth\n", "![Time and memory against the number of photos](results/growth.svg)\n"]
    rows = []
    for r in results:
        text, photo = r["searches"]["text all"], r["searches"]["photo all"]
        rows.append([f"{r['growth']:,}", r["dimension"], r["segments"], f"{number(text['processor_ms'])}, {number(text['recall'])}",
                     f"{number(photo['processor_ms'])}, {number(photo['recall'])}", mib(r["built"]["bytes"]), mib(r["memory"]["own"]),
                     number(r["built"]["processor_seconds"])])
    page.append(table(["photos", "dimensions", "segments", "text: ms of processor time, recall@10", "photo", "on disk, MiB",
                       "own memory, MiB", "building, s of processor time"], rows))
    counts = [r["growth"] for r in short]
    if counts[-1] < FAR_ENOUGH:
        page.append("These archives are too small to say how Lumiere grows.\n")
        return page
    values = {name: [max(r["searches"][name]["processor_ms"], 1e-3) for r in short] for name in short[0]["searches"]}
    values["on disk, GiB"] = [r["built"]["bytes"] / 2**30 for r in short]
    values["own memory, GiB"] = [r["memory"]["own"] / 2**30 for r in short]
    values["building, hours"] = [r["built"]["processor_seconds"] / 3600 for r in short]
    rows = []
    for name, measured in values.items():
        power, far = growing.exponent(counts, measured)
        rows.append([name, f"N^{power:.2f}", number(measured[-1]), number(far)])
    page.append("Fitted to the larger half of the sizes; the last column follows the fit, and is an expectation, not a measurement. "
                "[docs/growth.md](../docs/growth.md) has the arithmetic.\n")
    page.append(table(["", "grows as", f"at {counts[-1]:,}", "at 100,000,000 by the fit"], rows))
    return page


def label(name):
    if name == "all":
        return "all"
    kind, part = name.split("-")
    return f"{100 * float(part):g}%, " + ("at random" if kind == "random" else "of one time")


def mib(size):
    return f"{size / 2**20:,.0f}"


def write(root, raw):
    with open(os.path.join(raw, "machine.json")) as file:
        about = json.load(file)
    page = ["# Results\n", f"Written by `{about['command'].strip()}`; do not edit.\n"]
    busy = max(about["load_before"][0], about["load_after"][0]) > 1.5 * about["cores"]
    global shown
    shown = WORK if busy else CLOCK
    if busy or about["quick"]:
        page.append("> **These are not figures to quote.** " + ("The machine was busy with other work (see the load), so the tables "
                    "and drawings show processor time in place of time, and 99th percentiles and starts are far too long. " if busy else "")
                    + ("The archives are small (`--quick`)." if about["quick"] else "") + "\n")
    page.append(table(["", ""], [
        ["machine", f"{about['processor']}, {about['cores']} cores, {about['memory_gib']} GiB; {about['vectors']}"],
        ["system", f"{about['system']}; {about['jdk']}; Python {about['python']}"],
        ["load before, after", f"{about['load_before']}, {about['load_after']}"],
        ["state of the source", about["commit"] + ", " + about["date"]],
        ["took", f"{about['minutes']} minutes"],
    ]))
    with open(os.path.join(os.path.dirname(__file__), "preface.txt")) as head:
        page.append(head.read())
    for size, text in about["data"].items():
        page.append("```\n" + text.rstrip() + "\n```\n")
    for path in sorted(glob.glob(os.path.join(raw, "compare-*.jsonl")), key=lambda p: int(p.split("-")[-1][:-6])):
        page += compared(read(path), raw, int(path.split("-")[-1][:-6]))
    page.append("LIRE, which searches pictures in Lucene, is not in Maven Central and could not be measured.\n")
    page.append("## Why each is as fast as it is\n")
    page.append(table(["", ""], [[TITLES[p], why] for p, why in WHY.items()]))
    if os.path.exists(os.path.join(raw, "growth.jsonl")):
        page += grown(read(os.path.join(raw, "growth.jsonl")), raw)
    with open(os.path.join(root, "bench", "RESULTS.md"), "w") as out:
        out.write("\n".join(page))
