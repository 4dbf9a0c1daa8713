"""Photos: what programs of vectors alone take to find as many of the nearest as Lumiere does, whose hits are whole, and
numbers as theirs are. The result of a case has no "program", as its effort is not that of the other tables."""

from compare import BATCH, Case, able, in_turn, warm
from driver import EFFORTS, VECTORS_ONLY
from efforts import least_good, recall_of

KIND, K = "photo", 10
FILTERS = ["all", "random-0.5", "random-0.2", "random-0.1", "random-0.05"]  # Where few pass, Lumiere finds all of them.


def compared(programs, truth, condition, rounds, queries, seconds):
    """A result for each program that can find as many, with the least effort for it; all take turns."""
    own = next(program for program in programs if program.name == "lumiere")
    goal = recall_of(own, truth, KIND, condition, K, 0)
    cases = [Case(own, KIND, condition, K, 0), Case(own, KIND, condition, K, 0, numbers=True)]
    for program in programs:
        if program.name in VECTORS_ONLY and able(program.name, KIND, condition):
            effort = least_good(EFFORTS[program.name], lambda tried: recall_of(program, truth, KIND, condition, K, tried) >= goal)
            if effort is not None:
                cases.append(Case(program, KIND, condition, K, effort))
    warm(cases, truth, BATCH)
    in_turn(cases, truth, rounds, queries, seconds)
    for case in cases:
        result = case.result()
        yield {"equal": result.pop("program"), **case.more, **result}
