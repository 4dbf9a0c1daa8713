"""usearch, HNSW with its default connectivity. Vectors alone; its Python interface has no filters."""

import os

import numpy as np
from usearch.index import Index

from program import Program, run


class Usearch(Program):
    def file(self):
        return os.path.join(self.folder, "index.usearch")

    def build(self):
        index = Index(ndim=self.data.dimension, metric="ip", dtype="f32", expansion_add=128)
        for first, vectors, _, _ in self.data.blocks():
            index.add(np.arange(first, first + len(vectors)), vectors, threads=1)
        index.save(self.file())

    def open(self):
        self.index = Index.restore(self.file())

    def search(self, vector, condition, k, effort):
        if condition.part < 1:
            raise ValueError("no filters in Python")
        self.index.expansion_search = effort
        return self.index.search(vector, k, threads=1).keys


run(Usearch)
