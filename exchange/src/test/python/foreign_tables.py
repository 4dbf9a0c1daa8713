"""Writes the tables of other programs that ForeignTablesTest imports. By hand:

    python foreign_tables.py ../resources/io/lumiere/exchange

Needs pandas, pyarrow and duckdb.
"""
import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

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
duckdb.sql(
    f"COPY (FROM frame) TO '{to}/duckdb-v2.parquet' (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION brotli)"
)

# What Arrow can write: codecs, encodings, versions of pages, types.
vectors = [[0.6, 0.8, 0], [0, 1, 0], [1, 0, 0]]
columns = {
    "path": pa.array(frame["path"].tolist()),
    "vector": pa.array(vectors, pa.list_(pa.float32())),
    "iso": pa.array([100, None, 3200], pa.int32()),
    "title": pa.array(["A lake", None, "Łódź"]),
    "taken": pa.array(frame["taken"], pa.timestamp("us")),
    "modified": pa.array(frame["modified"], pa.timestamp("ms", tz="UTC")),
    "keywords": pa.array([["a", "b"], None, []], pa.list_(pa.string())),
}


def write(name, table, **options):
    pq.write_table(table, to / f"arrow-{name}.parquet", store_schema=False, **options)


table = pa.table(columns)
for codec in ["none", "snappy", "gzip", "lz4"]:
    write(codec, table, compression=codec)
write("brotli-v2", table, compression="brotli", data_page_version="2.0")
write("checksums", table, compression="zstd", write_page_checksum=True)
write("int96", table, use_deprecated_int96_timestamps=True, write_statistics=False)
write(
    "encodings",
    table,
    data_page_version="2.0",
    use_dictionary=False,
    column_encoding={
        "path": "DELTA_BYTE_ARRAY",
        "title": "DELTA_LENGTH_BYTE_ARRAY",
        "iso": "DELTA_BINARY_PACKED",
        "taken": "DELTA_BINARY_PACKED",
        "modified": "BYTE_STREAM_SPLIT",
        "vector.list.element": "BYTE_STREAM_SPLIT",
        "keywords.list.element": "DELTA_BYTE_ARRAY",
    },
)
types = dict(columns)
types["iso"] = columns["iso"].cast(pa.decimal128(14, 2))
types["vector"] = pa.array(vectors, pa.list_(pa.float64(), 3))
types["taken"] = columns["taken"].cast(pa.timestamp("ns"))
types["path"] = columns["path"].cast(pa.large_string())
types["keywords"] = columns["keywords"].cast(pa.large_list(pa.large_string()))
write("types", pa.table(types), use_compliant_nested_type=False)
types["iso"] = columns["iso"].cast(pa.uint16())
types["modified"] = columns["modified"].cast(pa.timestamp("ns", tz="UTC"))
write("unsigned", pa.table(types), compression="gzip", data_page_version="2.0")

# Several row groups, and several pages in each.
count = 200
many = pa.table(
    {
        "path": [f"many/{i}.jpg" for i in range(count)],
        "vector": pa.array([vectors[i % 3] for i in range(count)], pa.list_(pa.float32())),
        "iso": pa.array([None if i % 7 == 0 else 100 + i for i in range(count)], pa.int32()),
        "keywords": pa.array([["k0", "k1", "k2"][: i % 4] for i in range(count)], pa.list_(pa.string())),
    }
)
write("pages", many, row_group_size=70, data_page_size=128, write_batch_size=16)
write(
    "pages-v2",
    many,
    row_group_size=70,
    data_page_size=128,
    write_batch_size=16,
    data_page_version="2.0",
    compression="zstd",
    use_dictionary=["keywords"],
    column_encoding={"path": "DELTA_BYTE_ARRAY", "iso": "DELTA_BINARY_PACKED"},
)
# Numbers of half the size keep three digits.
half = pa.table({"path": ["half.jpg"], "vector": pa.array([[0, 1, 0]], pa.list_(pa.float16()))})
write("half", half)
