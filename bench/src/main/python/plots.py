"""The drawings of bench/RESULTS.md and the README, by matplotlib: SVG that is the same for the same figures, without a
background and in colours that can be read on white and on black."""

import os

import matplotlib

GREY = "#7a7a7a"
matplotlib.use("svg")
matplotlib.rcParams.update({
    "svg.hashsalt": "lumiere", "svg.fonttype": "none", "font.size": 10, "figure.facecolor": "none", "axes.facecolor": "none",
    "savefig.facecolor": "none", "text.color": GREY, "axes.labelcolor": GREY, "axes.edgecolor": GREY, "xtick.color": GREY,
    "ytick.color": GREY, "axes.grid": True, "grid.color": GREY, "grid.alpha": 0.3, "axes.spines.top": False,
    "axes.spines.right": False, "legend.frameon": False, "legend.fontsize": 8.5, "axes.titlesize": 11})
import matplotlib.pyplot as plt

COLOURS = {"lumiere": "#e5484d", "faiss_hnsw": "#3b82f6", "hnswlib_hnsw": "#06a5b8", "usearch_hnsw": "#a06bdb",
           "lance": "#2fa05a", "sqlite_vec_fts": "#b07a4a", "duckdb_vss": "#c99700", "pgvector_hnsw": "#8a8f98"}
LABELS = {"p50_ms": "median, ms a query", "processor_ms": "median processor time, ms a query"}


def save(figure, path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    figure.savefig(path, metadata={"Date": None, "Creator": None}, bbox_inches="tight", pad_inches=0.05)
    plt.close(figure)


def line(axes, program, x, y, title):
    ours = program == "lumiere"
    axes.plot(x, y, marker="o", markersize=6 if ours else 4, linewidth=2.5 if ours else 1.4, label=title,
              color=COLOURS[program], zorder=3 if ours else 2)


def one(path, title, time, x_label, draw, note=None):
    """A drawing with times on a logarithmic axis and the programs' names beside it."""
    figure, axes = plt.subplots(figsize=(6.2, 3.8))
    draw(axes)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.set_xlabel(x_label)
    axes.set_ylabel(LABELS[time])
    axes.set_title(title)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), title=note, title_fontsize=8)
    save(figure, path)


def recall_against_time(results, titles, path, title, time):
    """Each program's efforts as a line: right is better, low is better."""
    def draw(axes):
        for program, name in titles.items():
            points = sorted((r["recall"], r[time]) for r in results if r["program"] == program and r.get("recall"))
            if points:
                line(axes, program, [p[0] for p in points], [p[1] for p in points], name)
        axes.set_xlim(0.8, 1.005)

    one(path, title, time, "recall@10", draw)


def filters_against_time(best, titles, path, title, time):
    """best: {program: [(part, ms, whether enough is found)]}; a ring marks what has lost hits."""
    def draw(axes):
        for program, name in titles.items():
            points = sorted(best[program])
            if points:
                line(axes, program, [100 * p[0] for p in points], [p[1] for p in points], name)
                lost = [p for p in points if not p[2]]
                axes.plot([100 * p[0] for p in lost], [p[1] for p in lost], "o", markersize=9, fillstyle="none", color=COLOURS[program])
        axes.set_xscale("log")
        axes.invert_xaxis()
        axes.xaxis.set_major_formatter("{x:g}")

    one(path, title, time, "% of the photos that pass the filter", draw, "ringed: finds less\nthan .98 of the nearest")


def growth(results, path):
    figure, (times, sizes) = plt.subplots(1, 2, figsize=(9.5, 3.8))
    counts = [r["growth"] for r in results]
    for name in results[0]["searches"]:
        times.plot(counts, [r["searches"][name]["processor_ms"] for r in results], marker="o", markersize=4, label=name)
    times.set_ylabel("median, ms of processor time a query")
    for name, values in (("index on disk, GiB", [r["built"]["bytes"] / 2**30 for r in results]),
                         ("memory of its own, GiB", [r["memory"]["own"] / 2**30 for r in results]),
                         ("building, hours of processor time", [r["built"]["processor_seconds"] / 3600 for r in results])):
        sizes.plot(counts, values, marker="o", markersize=4, label=name)
    for axes in (times, sizes):
        axes.legend(fontsize=7.5)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter("{x:g}")
        axes.set_xlabel("photos")
    figure.tight_layout()
    save(figure, path)


def fan_out(curves, path, title):
    """curves: {name: [(shards, median, p99)]}; what a request over so many shards takes."""
    figure, axes = plt.subplots(figsize=(6.2, 3.8))
    for (name, points), colour in zip(curves.items(), (COLOURS["lumiere"], COLOURS["faiss_hnsw"])):
        for column, what, style in ((1, "median", "--"), (2, "p99", "-")):
            axes.plot([p[0] for p in points], [p[column] for p in points], marker="o", markersize=4, linestyle=style,
                      color=colour, label=f"{what}, {name}")
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:,g}")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("shards")
    axes.set_ylabel("ms a request")
    axes.set_title(title)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    save(figure, path)
