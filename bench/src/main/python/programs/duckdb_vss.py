"""DuckDB with its extensions vss (HNSW) and fts, which PyPI's duckdb-extension-* packages bring."""

import os

import duckdb
from duckdb_extensions import import_extension

from program import Program, run

FUSED = """
with near as (select id, row_number() over () as place from
                (select id from photos {where} order by array_negative_inner_product(vector, {vector}) limit 200)),
     said as (select id, row_number() over (order by score desc) as place from
                (select id, fts_main_photos.match_bm25(id, $words) as score from photos {where})
              where score is not null order by score desc limit 200)
select id from (select id, 1.0 / (60 + place) as score from near union all select id, 1.0 / (60 + place) from said)
group by id order by sum(score) desc limit $k"""


class Duckdb(Program):
    kept = None  # The effort that the session has.

    def connect(self):
        self.database = duckdb.connect(os.path.join(self.folder, "photos.duckdb"))
        for extension in ("vss", "fts"):
            import_extension(extension, con=self.database)
            self.database.load_extension(extension)
        self.database.execute("set threads = 1; set hnsw_enable_experimental_persistence = true")

    def build(self):
        self.connect()
        dimension = self.data.dimension
        self.database.execute(f"create table photos(id integer, vector float[{dimension}], r integer, day integer, caption varchar)")
        captions = self.data.captions()
        import pyarrow as pa

        for first, vectors, random, day in self.data.blocks():
            block = pa.table({
                "id": pa.array(range(first, first + len(vectors)), pa.int32()),
                "vector": pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), dimension),
                "r": pa.array(random),
                "day": pa.array(day, pa.int32()),
                "caption": [next(captions) for _ in range(len(vectors))],
            })
            self.database.execute("insert into photos select * from block")
        self.database.execute("create index near on photos using hnsw (vector) with (metric = 'ip', ef_construction = 100)")
        self.database.execute("pragma create_fts_index('photos', 'id', 'caption')")
        self.database.close()

    def open(self):
        self.connect()

    def search(self, vector, condition, k, effort):
        self.keep(max(effort, k))
        order = f"order by array_negative_inner_product(vector, {self.literal(vector)})"
        rows = self.database.execute(f"select id from photos {condition.where()} {order} limit {k}").fetchall()
        return [row for row, in rows]

    def keep(self, effort):
        if effort != self.kept:
            self.database.execute(f"set hnsw_ef_search = {effort}")
            self.kept = effort

    def hybrid(self, vector, words, condition, k, effort):
        self.keep(max(effort, 200))
        statement = FUSED.format(where=condition.where(), vector=self.literal(vector))
        rows = self.database.execute(statement, {"words": words, "k": k}).fetchall()
        return [row for row, in rows]

    def literal(self, vector):
        """As a parameter the same vector takes 27 ms more."""
        return f"[{','.join(map(repr, vector.tolist()))}]::float[{self.data.dimension}]"


run(Duckdb)
