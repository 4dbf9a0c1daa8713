"""faiss-cpu, HNSW32 on whole floats. Vectors alone: no columns, no words; a filter is a bitmap made beforehand."""

import os

import faiss
import numpy as np

from program import Program, run


class Faiss(Program):
    def file(self):
        return os.path.join(self.folder, "index.faiss")

    def build(self):
        faiss.omp_set_num_threads(1)
        index = faiss.IndexHNSWFlat(self.data.dimension, 32, faiss.METRIC_INNER_PRODUCT)
        index.hnsw.efConstruction = 100
        for _, vectors, _, _ in self.data.blocks():
            index.add(vectors)
        faiss.write_index(index, self.file())

    def open(self):
        faiss.omp_set_num_threads(self.threads)
        self.index = faiss.read_index(self.file())

    def prepare(self, condition):
        self.selector = None
        if condition.part < 1:
            self.bits = np.packbits(condition.mask(self.data), bitorder="little")
            self.selector = faiss.IDSelectorBitmap(self.data.count, faiss.swig_ptr(self.bits))

    def search(self, vector, condition, k, effort):
        parameters = faiss.SearchParametersHNSW(efSearch=effort, sel=self.selector)
        rows = self.index.search(vector[None], k, params=parameters)[1][0]
        return rows[rows >= 0]


run(Faiss)
