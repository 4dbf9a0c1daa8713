"""Lumiere and faiss by one thread and by two, and Lumiere with hits that are numbers, as those of faiss are. All take
turns. The result of a case has no "program", as it is not one of the comparison's."""

import driver
from compare import Case, in_turn, warm
from driver import Running

THREADS = [1, 2]
K = 10


def compared(data, indexes, truth, effort, rounds, queries):
    """A result for each kind of query and way. Effort is a function of a kind, for faiss."""
    programs = [opened(name, data, indexes, threads) for name in ("lumiere", "faiss_hnsw")
                if driver.has_index(name, data, indexes) for threads in THREADS]
    for kind in ("text", "photo"):
        cases = [case for program in programs for case in ways(program, kind, effort(kind))]
        warm(cases, truth, driver.QUERIES)
        in_turn(cases, truth, rounds, queries)
        for case in cases:
            result = case.result()
            yield {"by": result.pop("program"), "threads": case.program.threads, **case.more, **result}
    for program in programs:
        program.close()


def opened(name, data, indexes, threads):
    driver.remember(driver.index_folder(name, data, indexes))
    program = Running(name, data, indexes, threads=threads)
    program.open()
    program.warm()
    return program


def ways(program, kind, effort):
    if program.name != "lumiere":
        return [Case(program, kind, "all", K, effort)]
    return [Case(program, kind, "all", K, 0), Case(program, kind, "all", K, 0, numbers=True)]
