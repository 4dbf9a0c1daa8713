"""Reads files that 'lumiere export' wrote, as other programs do, and compares them. By hand:

    lumiere export -o photos.parquet && lumiere export -o photos.jsonl.gz
    python read_export.py photos.parquet photos.jsonl.gz

Needs pandas, pyarrow and duckdb.
"""
import sys

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq

parquet, jsonl = sys.argv[1:]

file = pq.ParquetFile(parquet)
print("row groups", file.num_row_groups, "rows", file.metadata.num_rows)
print("metadata", {k: v for k, v in file.metadata.metadata.items() if k.startswith(b"lumiere")})
table = file.read()
print(table.schema.remove_metadata())

frame = pd.read_parquet(parquet)
lines = pd.read_json(jsonl, lines=True, convert_dates=["taken", "modified", "taken_instant"])
assert len(frame) == len(lines)
assert (frame["id"] == lines["id"]).all()
vectors = np.stack(frame["vector"])
assert vectors.dtype == np.float32
assert (vectors == np.stack(lines["vector"]).astype(np.float32)).all(), "vectors differ"
assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-4
assert (frame["taken"].dropna() == lines["taken"].dropna()).all(), "dates differ"
assert (frame["modified"] == lines["modified"]).all(), "times differ"
assert frame["width"].tolist() == lines["width"].tolist()

near = duckdb.sql(
    f"""
    SELECT b.path, list_dot_product(a.vector, b.vector) AS cosine
    FROM '{parquet}' a, '{parquet}' b
    WHERE a.id = (SELECT min(id) FROM '{parquet}') ORDER BY cosine DESC LIMIT 3
    """
)
print(near)
print(duckdb.sql(f"SELECT year(taken) AS year, count(*) FROM '{parquet}' GROUP BY 1 ORDER BY 1 LIMIT 5"))
print(
    duckdb.sql(
        f"SELECT count(*), min(taken), max(len(vector))"
        f" FROM read_json('{jsonl}', format='newline_delimited')"
    )
)
print("all agree")
