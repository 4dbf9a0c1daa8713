"""LanceDB: IVF_HNSW_SQ with rescoring, B-trees on the filters' columns, full text on captions. With threads limited
to one it waits for itself for ever, so it has its own; the column of processor time shows what they do."""

import os

import lancedb
import pyarrow as pa
from lancedb.index import FTS, BTree, HnswSq

from program import Program, run


class Lance(Program):
    def build(self):
        captions = self.data.captions()
        schema = pa.schema([
            ("id", pa.int32()),
            ("vector", pa.list_(pa.float32(), self.data.dimension)),
            ("r", pa.int32()),
            ("day", pa.int32()),
            ("caption", pa.string()),
        ])

        def batches():
            for first, vectors, random, day in self.data.blocks():
                column = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), self.data.dimension)
                words = [next(captions) for _ in range(len(vectors))]
                ids = pa.array(range(first, first + len(vectors)), pa.int32())
                rest = [pa.array(random), pa.array(day, pa.int32()), pa.array(words)]
                yield pa.RecordBatch.from_arrays([ids, column, *rest], schema=schema)

        database = lancedb.connect(self.folder)
        table = database.create_table("photos", batches(), schema=schema, mode="overwrite")
        graph = HnswSq(distance_type="dot", num_partitions=1, m=20, ef_construction=100)
        for column, config in (("vector", graph), ("r", BTree()), ("day", BTree()), ("caption", FTS())):
            table.create_index(column, config=config)

    def open(self):
        self.table = lancedb.connect(self.folder).open_table("photos")

    def search(self, vector, condition, k, effort):
        search = self.table.search(vector, vector_column_name="vector", query_type="vector").distance_type("dot")
        return self.rows(search.ef(max(effort, k)).refine_factor(max(1, effort // k)), condition, k)

    def hybrid(self, vector, words, condition, k, effort):
        search = self.table.search(query_type="hybrid", vector_column_name="vector").vector(vector).text(words)
        return self.rows(search.distance_type("dot").ef(max(effort, k)).refine_factor(max(1, effort // k)), condition, k)

    @staticmethod
    def rows(search, condition, k):
        if condition.sql():
            search = search.where(condition.sql(), prefilter=True)
        return search.select(["id"]).limit(k).to_arrow()["id"].to_pylist()


run(Lance)
