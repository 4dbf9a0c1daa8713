"""hnswlib, M 16. Vectors alone; a filter is a Python function that is called for each candidate."""

import os

import hnswlib

from program import Program, run


class Hnswlib(Program):
    def build(self):
        index = hnswlib.Index("ip", self.data.dimension)
        index.init_index(self.data.count, M=16, ef_construction=100)
        for first, vectors, _, _ in self.data.blocks():
            index.add_items(vectors, range(first, first + len(vectors)), num_threads=1)
        index.save_index(os.path.join(self.folder, "index.hnsw"))

    def open(self):
        self.index = hnswlib.Index("ip", self.data.dimension)
        self.index.load_index(os.path.join(self.folder, "index.hnsw"))
        self.index.set_num_threads(1)

    def prepare(self, condition):
        keeps = condition.mask(self.data).tolist()
        self.filter = None if condition.part == 1 else keeps.__getitem__

    def search(self, vector, condition, k, effort):
        self.index.set_ef(max(effort, k))
        try:
            return self.index.knn_query(vector, k, filter=self.filter)[0][0]
        except RuntimeError:  # It found fewer than k.
            return []


run(Hnswlib)
