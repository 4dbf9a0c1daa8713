"""PostgreSQL with pgvector (PyPI's pgserver): HNSW, B-trees on the filters' columns, full text on captions. What
Immich searches with. Filters are applied to what the graph gives, so they lose hits."""

import os

import pgserver
import psycopg
from pgvector.psycopg import register_vector

from program import Program, run

FUSED = """
with near as (select id, row_number() over () as place from
                (select id from photos {where} order by vector <#> %(vector)s limit 200) n),
     said as (select id, row_number() over (order by score desc) as place from
                (select id, ts_rank(words, query) as score from photos, to_tsquery('simple', %(words)s) query
                 where words @@ query {also} order by score desc limit 200) s)
select id from (select id, 1.0 / (60 + place) as score from near union all select id, 1.0 / (60 + place) from said) f
group by id order by sum(score) desc limit %(k)s"""


class Pgvector(Program):
    kept = None  # The effort that the session has.

    def connect(self):
        self.server = pgserver.get_server(self.folder)
        self.server.psql("create extension if not exists vector")
        self.database = psycopg.connect(self.server.get_uri(), autocommit=True)
        register_vector(self.database)
        self.database.execute("set max_parallel_workers_per_gather = 0; set max_parallel_maintenance_workers = 0")

    def build(self):
        self.connect()
        run = self.database.execute
        run("drop table if exists photos")
        run(f"create table photos(id int, vector vector({self.data.dimension}), r int, day int, words tsvector)")
        captions = self.data.captions()
        statement = "copy photos(id, vector, r, day, words) from stdin with (format text)"
        with self.database.cursor().copy(statement) as copy:
            for first, vectors, random, day in self.data.blocks():
                for i in range(len(vectors)):
                    text = "[" + ",".join(map(str, vectors[i].tolist())) + "]"
                    copy.write_row((first + i, text, int(random[i]), int(day[i]), next(captions)))
        run("set maintenance_work_mem = '1500MB'")
        run("create index on photos using hnsw (vector vector_ip_ops) with (m = 16, ef_construction = 100)")
        run("create index on photos(r)")
        run("create index on photos(day)")
        run("create index on photos using gin(words)")
        run("vacuum analyze photos")
        self.database.close()
        self.server.cleanup()

    def open(self):
        self.connect()

    def search(self, vector, condition, k, effort):
        self.keep(max(effort, k))
        statement = f"select id from photos {condition.where()} order by vector <#> %s limit {k}"
        return [row for row, in self.database.execute(statement, (vector,)).fetchall()]

    def keep(self, effort):
        if effort != self.kept:
            self.database.execute(f"set hnsw.ef_search = {min(1000, effort)}")
            self.kept = effort

    def hybrid(self, vector, words, condition, k, effort):
        self.keep(max(effort, 200))
        sql = condition.sql()
        statement = FUSED.format(where=condition.where(), also=f"and {sql}" if sql else "")
        values = {"vector": vector, "words": " | ".join(words.split()), "k": k}
        return [row for row, in self.database.execute(statement, values).fetchall()]


run(Pgvector)
