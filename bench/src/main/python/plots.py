"""The drawings of bench/RESULTS.md, by matplotlib, as SVG that is the same for the same figures."""

import os

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "lumiere", "svg.fonttype": "none", "font.size": 11, "axes.grid": True,
                            "grid.alpha": 0.3, "axes.spines.top": False, "axes.spines.right": False,
                            "figure.facecolor": "white"})
import matplotlib.pyplot as plt

COLOURS = {"lumiere": "#d62728", "faiss_hnsw": "#1f77b4", "hnswlib_hnsw": "#17becf", "usearch_hnsw": "#9467bd",
           "lance": "#2ca02c", "sqlite_vec_fts": "#8c564b", "duckdb_vss": "#e3a400", "pgvector_hnsw": "#555555"}


LABELS = {"p50_ms": "median, ms a query", "processor_ms": "median processor time, ms a query"}


def save(figure, path):
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    plt.close(figure)


def line(axes, program, x, y, title):
    ours = program == "lumiere"
    axes.plot(x, y, marker="o", markersize=6 if ours else 4, linewidth=2.5 if ours else 1.4, label=title,
              color=COLOURS[program], zorder=3 if ours else 2)


def recall_against_time(results, titles, path, figure_title, time):
    """Each program's efforts as a line: right is better, low is better."""
    figure, axes = plt.subplots(figsize=(8, 5))
    for program, title in titles.items():
        points = sorted((r["recall"], r[time]) for r in results if r["program"] == program and r.get("recall"))
        if points:
            line(axes, program, [p[0] for p in points], [p[1] for p in points], title)
    axes.set_yscale("log")
    axes.set_xlim(0.5, 1.005)
    axes.set_xlabel("recall@10")
    axes.set_ylabel(LABELS[time])
    axes.set_title(figure_title)
    axes.legend(fontsize=9)
    save(figure, path)


def filters_against_time(best, titles, path, figure_title, time):
    """best: {program: [(part, ms, recall)]}; a hollow mark has lost hits."""
    figure, axes = plt.subplots(figsize=(8, 5))
    for program, title in titles.items():
        points = sorted(best.get(program, []))
        if points:
            line(axes, program, [100 * p[0] for p in points], [p[1] for p in points], title)
            lost = [p for p in points if p[2] < 0.98]
            axes.plot([100 * p[0] for p in lost], [p[1] for p in lost], "o", markersize=9, fillstyle="none",
                      color=COLOURS[program])
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.invert_xaxis()
    axes.set_xlabel("% of the photos that pass the filter")
    axes.set_ylabel(LABELS[time])
    axes.set_title(figure_title)
    axes.legend(fontsize=9, title="ringed: recall@10 below .98 at any effort", title_fontsize=8)
    save(figure, path)


def growth(results, path):
    figure, (times, sizes) = plt.subplots(1, 2, figsize=(11, 5))
    counts = [r["growth"] for r in results]
    for name in results[0]["searches"]:
        times.plot(counts, [r["searches"][name]["processor_ms"] for r in results], marker="o", markersize=4, label=name)
    times.set_ylabel("median, ms of processor time a query")
    times.legend(fontsize=8)
    gib = 2**30
    sizes.plot(counts, [r["built"]["bytes"] / gib for r in results], marker="o", label="index on disk, GiB")
    sizes.plot(counts, [r["memory"]["own"] / gib for r in results], marker="o", label="memory of its own, GiB")
    sizes.plot(counts, [r["built"]["processor_seconds"] / 3600 for r in results], marker="o", label="building, processor hours")
    sizes.legend(fontsize=8)
    for axes in (times, sizes):
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xlabel("photos")
    save(figure, path)
