"""sqlite-vec: compares all vectors that pass, exactly; FTS5 for captions; both joined in one statement."""

import os

import apsw
import sqlite_vec

from program import Program, run

FUSED = """
with near as (select rowid as id, row_number() over (order by distance) as place from photos
              where embedding match :vector and k = 200 {condition}),
     said as (select rowid as id, row_number() over (order by rank) as place from captions
              where captions match :words limit 200)
select id from (select id, 1.0 / (60 + place) as score from near union all select id, 1.0 / (60 + place) from said)
group by id order by sum(score) desc limit :k"""


class SqliteVec(Program):
    def connect(self):
        self.database = apsw.Connection(os.path.join(self.folder, "photos.sqlite"))
        self.database.enable_load_extension(True)
        self.database.load_extension(sqlite_vec.loadable_path())

    def build(self):
        self.connect()
        self.database.execute("create virtual table photos using vec0("
                              f"embedding float[{self.data.dimension}] distance_metric=cosine, r integer, day integer)")
        self.database.execute("create virtual table captions using fts5(caption)")
        captions = self.data.captions()
        for first, vectors, random, day in self.data.blocks():
            rows = [(first + i, vectors[i].tobytes(), int(random[i]), int(day[i])) for i in range(len(vectors))]
            words = [(first + i, next(captions)) for i in range(len(vectors))]
            with self.database:
                self.database.executemany("insert into photos(rowid, embedding, r, day) values (?, ?, ?, ?)", rows)
                self.database.executemany("insert into captions(rowid, caption) values (?, ?)", words)
        self.database.close()

    def open(self):
        self.connect()

    def search(self, vector, condition, k, effort):
        more = f" and {condition.sql()}" if condition.sql() else ""
        statement = f"select rowid from photos where embedding match ? and k = ?{more} order by distance"
        return [row for row, in self.database.execute(statement, (vector.tobytes(), k))]

    def hybrid(self, vector, words, condition, k, effort):
        more = f" and {condition.sql()}" if condition.sql() else ""
        values = {"vector": vector.tobytes(), "words": " OR ".join(words.split()), "k": k}
        return [row for row, in self.database.execute(FUSED.format(condition=more), values)]


run(SqliteVec)
