"""Writes the tables of other programs that ForeignTablesTest imports. By hand:

    python foreign_tables.py ../resources/io/lumiere/exchange

Needs pandas, pyarrow and duckdb.
"""
import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

to = Path(sys.argv[1])
frame = pd.DataFrame(
    {
        "path": ["a.jpg", "b/c.jpg", "d.png"],
        "vector": [
            np.array([0.6, 0.8, 0], dtype=np.float32),
            np.array([0, 1, 0], dtype=np.float32),
            np.array([1, 0, 0], dtype=np.float32),
        ],
        # A missing number makes a column of doubles, a missing text an object.
        "iso": [100, np.nan, 3200],
        "title": ["A lake", None, "Łódź"],
        "taken": pd.to_datetime(["2021-07-04T18:30:00.5", None, "1999-12-31"], format="ISO8601"),
        "modified": pd.to_datetime(["2021-07-04T16:30:00Z"] * 3),
        "keywords": [["a", "b"], None, []],
    },
    index=[7, 8, 9],
)
frame.to_parquet(to / "pandas.parquet")
frame.to_json(to / "pandas.jsonl", orient="records", lines=True)
frame["vector"] = frame["vector"].map(lambda v: v.astype(np.float64).tolist())
duckdb.sql(f"COPY (FROM frame) TO '{to}/duckdb.parquet' (FORMAT parquet, COMPRESSION zstd)")
duckdb.sql(f"COPY (FROM frame) TO '{to}/duckdb.jsonl' (FORMAT json)")
