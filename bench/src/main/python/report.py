"""Writes bench/RESULTS.md and its drawings from the raw lines in bench/results/."""

import os

import growth as growing
import plots
from tables import CLOCK, TITLES, WORK, best, cell, is_good, label, mib, number, read, table, timed

HERE = os.path.dirname(os.path.abspath(__file__))
QUIET = 1.0  # Cores that other work may take before a time by the clock says little,
WAITS = 1.1  # and how much longer than its processor time a query of Lumiere may take.
FAR_ENOUGH = 100_000  # Photos. What is fitted to fewer is of fixed costs, and of searches that compare all.
CARRIED_ON = "on disk, GiB"  # The rest has fixed costs, or another way when an archive is larger.


def is_busy(lines):
    """Whether other work disturbed a piece that measures time: it took more than a core, or queries on one thread took
    longer than their processor time, so they waited."""
    about = next((r for r in lines if "piece" in r), None)
    if about is None or about["piece"].split(", ")[1].startswith(("build", "efforts")):
        return False
    waits = [r["p50_ms"] / r["processor_ms"] for r in lines if r.get("program", "lumiere") == "lumiere" and r.get("processor_ms")]
    return about["others"] > QUIET or bool(waits) and sorted(waits)[len(waits) // 2] > WAITS


class Size:
    """The part of the page about one size."""

    def __init__(self, raw, folder):
        self.results = read(os.path.join(raw, folder))
        self.drawings = os.path.join(raw, folder)
        self.count = int(folder)
        self.programs = [p for p in TITLES if any(r.get("program") == p and "built" in r for r in self.results)]
        self.filters = sorted({r["filter"] for r in timed(self.results)}, key=order)
        self.busy = [name for name in [*self.filters, "curve", "equal", "threads", "features", "starts"] if is_busy(read(self.drawings, name))]
        self.what = "time" + (" (of processor time where there is a star: the machine was busy)" if self.busy else "")

    def shown(self, condition):
        """What stands for time under a filter."""
        return WORK if condition in self.busy else CLOCK

    def star(self, condition):
        return label(condition) + ("*" if condition in self.busy else "")

    def best(self, program, condition, kind="text", k=10):
        return best(self.results, program, self.shown(condition), kind=kind, filter=condition, k=k)

    def page(self):
        if not self.filters:
            return [f"## {self.count:,} photos, 384 dimensions\n", "Built, but no search was measured yet.\n", self.indexes()]
        self.draw()
        links = "![Recall against time](results/{0}/recall.svg)\n\n![Filters against time](results/{0}/filters.svg)\n"
        page = [f"## {self.count:,} photos, 384 dimensions\n", self.summary(), links.format(self.count),
                "### Building, size, memory, start\n", self.indexes()]
        for kind, what in (("text", "Texts"), ("photo", "Photos")):
            page += [f"### {what}: recall@10 of at least .98, or the most that it finds\n",
                     f"Median {self.what} of a query, in brackets as a ratio to Lumiere's in the same rounds.\n",
                     self.times(self.programs, kind, 10), "The same queries: 99th percentile of the time / median processor time, ms\n",
                     self.tails(kind)]
        page += [*self.equal(), "### recall@100, texts\n", self.times(self.programs, "text", 100),
                 "### A text's vector and its words together\n",
                 self.times([p for p in self.programs if timed(self.results, kind="hybrid", program=p)], "hybrid", 10),
                 "Each with the effort that finds .98 by the text's vector alone, or the most that it has. What is fused differs, so "
                 "times say what such a search costs, not who finds more. Lumiere and LanceDB do it in one query; in SQLite, DuckDB "
                 "and PostgreSQL the fusion is written out in SQL, in one statement. faiss, hnswlib and usearch have no words.\n",
                 *self.threads(), "### Lumiere by itself\n", self.windows(), self.features()]
        return page

    def draw(self):
        titles = {p: TITLES[p] for p in self.programs}
        plots.recall_against_time(timed(self.results, True, kind="text", filter="all", k=10), titles,
                                  os.path.join(self.drawings, "recall.svg"), f"Texts, no filter, {self.count:,} photos", self.shown("all"))
        parts = {p: [] for p in self.programs}
        for condition in self.filters:
            for p in self.programs:
                case = self.best(p, condition)
                if case and not condition.startswith("time-"):
                    parts[p].append((part_of(condition), case[self.shown(condition)], is_good(case)))
        plots.filters_against_time(parts, titles, os.path.join(self.drawings, "filters.svg"),
                                   f"Texts under filters, {self.count:,} photos", WORK if self.busy else CLOCK)

    def summary(self):
        """Who is the fastest at equal recall."""
        first, behind = 0, []
        for kind in ("text", "photo"):
            for condition in self.filters:
                time = self.shown(condition)
                own = self.best("lumiere", condition, kind)
                others = [self.best(p, condition, kind) for p in self.programs if p != "lumiere"]
                fastest = min([case for case in others if case and is_good(case)], key=lambda case: case[time], default=None)
                if own is None:
                    continue
                if is_good(own) and (fastest is None or own[time] <= fastest[time]):
                    first += 1
                else:
                    behind.append(["texts" if kind == "text" else "photos", self.star(condition),
                                   f"{number(own[time])} ms" + ("" if is_good(own) else f", finds {number(own['recall'])}"),
                                   f"{TITLES[fastest['program']]}, {number(fastest[time])} ms" if fastest else "–"])
        measured = "; ".join(TITLES[p] for p in self.programs if p != "lumiere")
        text = (f"With at least .98 of the ten nearest found, Lumiere is the fastest of those that were measured ({measured}) "
                f"in {first} of {first + len(behind)} cases")
        return text + (".\n" if not behind else "; the others:\n\n" + table(["queries", "photos that pass", "Lumiere", "the fastest"], behind))

    def indexes(self):
        rows = []
        for p in self.programs:
            built = next(r["built"] for r in self.results if r.get("program") == p and "built" in r)
            memory = next((r["memory"] for r in self.results if r.get("program") == p and "memory" in r), None)
            starts = {r["cold"]: r for r in self.results if r.get("start") == p}
            times = [f"{number(starts[cold]['open_ms'] + starts[cold]['first_ms'])} ms" if cold in starts else "–" for cold in (True, False)]
            rows.append([TITLES[p], f"{built['processor_seconds']:.0f} s", mib(built["bytes"]), mib(built["peak"]),
                         f"{mib(memory['own'])}, {mib(memory['mapped'])}" if memory else "–", *times,
                         f"{number(starts[False]['process_ms'])} ms" if False in starts else "–"])
        failures = [f"{TITLES[r['program']]}: {r['failure']}.\n" for r in self.results if "failure" in r and "kind" not in r]
        if not any(condition.startswith("time-") for condition in self.filters):
            failures.append("Filters of one time were not measured with so many photos.\n")
        absent = [TITLES[p] for p in TITLES if p not in self.programs]
        failures += [f"Not measured with so many photos: {', '.join(absent)}.\n"] if absent else []
        return "\n".join([table(["", "building, processor time", "on disk, MiB", "peak while building, MiB",
                                 "searching: own memory, mapped files, MiB", "opening and first query, cold", "warm",
                                 "its process before that"], rows), *failures])

    def times(self, programs, kind, k):
        rows = [[self.star(c), *(cell(self.best(p, c, kind, k), self.best("lumiere", c, kind, k), self.shown(c)) for p in programs)]
                for c in self.filters if timed(self.results, kind=kind, filter=c, k=k)]
        return table(["photos that pass", *(TITLES[p] for p in programs)], rows)

    def tails(self, kind):
        def both(case):
            return f"{number(case['p99_ms'])} / {number(case['processor_ms'])}" if case else "–"

        rows = [[label(c), *(both(self.best(p, c, kind)) for p in self.programs)] for c in self.filters]
        return table(["photos that pass", *(TITLES[p] for p in self.programs)], rows)

    def equal(self):
        """Photos, with the effort that finds as many as Lumiere."""
        found = [r for r in self.results if "equal" in r and "p50_ms" in r]
        if not found:
            return []
        names = [p for p in TITLES if p != "lumiere" and any(r["equal"] == p for r in found)]
        rows = []
        for condition in dict.fromkeys(r["filter"] for r in found):
            own = {r["equal"]: r for r in found if r["filter"] == condition and not r.get("numbers")}
            numbers = next((r for r in found if r["filter"] == condition and r.get("numbers")), None)
            if numbers is None or "lumiere" not in own:
                continue  # It failed, so there is nothing to compare with.
            rows.append([label(condition), number(own["lumiere"]["recall"]), f"{number(own['lumiere']['p50_ms'])} ms",
                         f"{number(numbers['p50_ms'])} ms (1)",
                         *(f"{number(own[p]['p50_ms'])} ms ({number(own[p]['p50_ms'] / numbers['p50_ms'])})" if p in own else "–"
                           for p in names)])
        return ["### Photos: as many of the ten nearest as Lumiere finds\n",
                "Programs of vectors alone with the least effort that finds as many, and Lumiere's hits as numbers, too, as theirs are: "
                "median time, in brackets as a ratio to Lumiere's with numbers.\n",
                table(["photos that pass", "recall@10", "Lumiere, whole hits", "Lumiere, numbers", *(TITLES[p] for p in names)], rows)]

    def threads(self):
        """One search by one thread and by two, with hits of all kinds."""
        found = [r for r in self.results if "by" in r and "p50_ms" in r]
        if not found:
            return []
        ways = list(dict.fromkeys((r["by"], r["threads"], r.get("numbers", False)) for r in found))
        rows = []
        for by, count, numbers in ways:
            own = {r["kind"]: r for r in found if (r["by"], r["threads"], r.get("numbers", False)) == (by, count, numbers)}
            rows.append([TITLES[by], "whole" if by == "lumiere" and not numbers else "numbers", count,
                         *(cell for kind in ("text", "photo") for cell in self.ways(own.get(kind)))])
        return ["### One search by two threads, and hits as numbers\n",
                "Without a filter, ten hits. Lumiere searches by as many threads as there are processors where nothing else is set; "
                "its hits are numbers for a program that asks `HybridQuery` itself.\n",
                table(["", "hits", "threads", "texts, median, ms", "99th percentile", "recall@10", "photos, median, ms",
                       "99th percentile", "recall@10"], rows)]

    @staticmethod
    def ways(result):
        return [number(result[key]) for key in ("p50_ms", "p99_ms", "recall")] if result else ["–"] * 3

    def windows(self):
        """What another window would cost and find."""
        rows = []
        for condition in self.filters:
            found = {r["effort"]: r for r in timed(self.results, True, program="lumiere", kind="text", filter=condition, k=10)}
            if len(found) > 1:
                time = self.shown(condition)
                rows.append([self.star(condition), *(f"{number(found[window][time] / found[0][time])}, {number(found[window]['recall'])}"
                                                     for window in sorted(found))])
                windows = ["default" if window == 0 else f"{window:,}" for window in sorted(found)]
        if not rows:
            return ""
        return f"The window, texts: {self.what} as a ratio to the default, recall@10\n\n" + table(["photos that pass", *windows], rows)

    def features(self):
        rows = [[r["feature"], number(r["ratio"]), number(r["processor_ratio"]), number(r["p50_ms"]), number(r["p99_ms"])]
                for r in self.results if "feature" in r and "p50_ms" in r]
        text = ("What a search does besides, as a ratio to the search by a text's vector in the same rounds; `all-...` is of the whole "
                "archive\n\n" + table(["", "time", "processor time", "median, ms", "p99, ms"], rows))
        for r in self.results:
            if r.get("feature") == "pages":
                text += (f"\nPages of 100, newest first: the first {number(r['first_ms'])} ms, the median {number(r['median_ms'])}, the "
                         f"{r['pages']}th, which ends at the 5,000th photo, {number(r['last_ms'])}.\n")
            if r.get("feature") == "threads":
                text += f"\nSearches by two threads: {number(r['ratio'])} times those of one ({number(r['one'])} a second).\n"
        return text


def order(condition):
    return condition.startswith("time-"), -part_of(condition)


def part_of(condition):
    return 1 if condition == "all" else float(condition.split("-")[1])


def grown(raw):
    results = sorted((r for folder in ("growth-384", "growth-64") for r in read(os.path.join(raw, folder)) if "growth" in r),
                     key=lambda r: (-r["dimension"], r["growth"]))
    if not results:
        return []
    short = [r for r in results if r["dimension"] == 384]
    plots.growth(short, os.path.join(raw, "growth.svg"))
    page = ["## Growth\n", "![Time and memory against the number of photos](results/growth.svg)\n"]
    names = list(results[0]["searches"])
    rows = []
    for r in results:
        found = r["searches"]
        rows.append([f"{r['growth']:,}", r["dimension"], r["segments"], *(number(found[name]["processor_ms"]) for name in names),
                     number(found["text all"]["recall"]), mib(r["built"]["bytes"]), mib(r["memory"]["own"]),
                     number(r["built"]["processor_seconds"])])
    page.append("Milliseconds of processor time of a search\n")
    page.append(table(["photos", "dimensions", "segments", *names, "recall@10 of texts", "on disk, MiB", "own memory, MiB",
                       "building, s of processor time"], rows))
    return page + ["These archives are too small to say how Lumiere grows.\n"] if len([r for r in short if r["growth"] >= FAR_ENOUGH]) < 2 else page + fitted(short, names)


def fitted(results, names):
    results = [r for r in results if r["growth"] >= FAR_ENOUGH]
    counts = [r["growth"] for r in results]
    values = {name + ", ms": [max(r["searches"][name]["processor_ms"], 1e-3) for r in results] for name in names}
    values[CARRIED_ON] = [r["built"]["bytes"] / 2**30 for r in results]
    values["own memory, GiB"] = [r["memory"]["own"] / 2**30 for r in results]
    values["building, hours of processor time"] = [r["built"]["processor_seconds"] / 3600 for r in results]
    rows = []
    for name, measured in values.items():
        power, far = growing.exponent(counts, measured)
        rows.append([name, f"N^{power:.2f}", number(measured[-1]), number(far) if name == CARRIED_ON else "–"])
    return [f"Fitted to the {len(counts)} sizes from {FAR_ENOUGH:,} on. Only what grows as N is carried on, and that is an "
            "expectation, not a measurement. A search has fixed costs, which weigh less in a larger archive, and takes another way "
            "in one of more than some thirteen million photos; merging ends at segments of a million. "
            "[docs/growth.md](../docs/growth.md#the-line-to-100000000) has the arithmetic for those.\n",
            table(["", "grows as", f"at {counts[-1]:,}", "at 100,000,000 by the fit"], rows)]


def text(name):
    with open(os.path.join(HERE, name)) as file:
        return file.read()


def pieces(raw, folders):
    """How each piece was measured, and what of the machine went to other work."""
    found = [r for folder in folders for r in read(os.path.join(raw, folder)) if "piece" in r]
    rows = [[r["piece"], r["date"], r["commit"], r["processor"], r["seconds"], number(r["others"])] for r in found]
    return ["## The pieces of the run\n", "Building, efforts and growth count processor time or recall, and need no quiet machine.\n",
            table(["piece", "date", "state of the source", "processor", "s", "cores that other work took"], rows)]


def write(root, raw):
    folders = sorted((name for name in os.listdir(raw) if os.path.isdir(os.path.join(raw, name))),
                     key=lambda name: (name.startswith("growth"), int(name.split("-")[-1])))
    sizes = [Size(raw, folder) for folder in folders if folder.isdigit()]
    about = [r for folder in folders for r in read(os.path.join(raw, folder)) if "piece" in r]
    page = ["# Results\n", "Written by `./lumiere bench results`; do not edit.\n"]
    busy = [f"{size.count:,}, {name}" for size in sizes for name in size.busy]
    if busy:
        page.append("> The machine was busy with other work while these pieces were measured: " + "; ".join(busy) + ". Do not quote "
                    "them: a star marks processor time in place of time, and their 99th percentiles are far too long.\n")
    machines = {r["processor"]: ["machine", f"{r['processor']}, {r['cores']} cores, {r['memory_gib']} GiB; {r['vectors']}"]
                for r in about}
    systems = {r["processor"]: ["system", f"{r['system']}; {r['jdk']}; Python {r['python']}"] for r in about}
    page.append(table(["", ""], [row for name in machines for row in (machines[name], systems[name])]))
    states = {r["commit"] for r in about}
    if len(states) > 1:
        of = f"{len(states)} states of the source" + (f" and on {len(machines)} machines" if len(machines) > 1 else "")
        page.append(f"The pieces were measured at {of}, which the [last table](#the-pieces-of-the-run) names. What stands in one line "
                    "of a table is of one state; figures of two pieces are not to be compared.\n")
    page.append(text("preface.txt"))
    for size in sizes:
        page.append("```\n" + text(os.path.join(raw, str(size.count), "data.txt")).rstrip() + "\n```\n")
    for size in sizes:
        page += size.page()
    page.append(text("reasons.txt"))
    page += grown(raw)
    page += pieces(raw, folders)
    with open(os.path.join(root, "bench", "RESULTS.md"), "w") as out:
        out.write("\n".join(page))
