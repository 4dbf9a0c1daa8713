"""Starts the compared programs, sends them orders, and watches their processor time and memory."""

import json
import os
import select
import subprocess
import sys
import time

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "programs"))

from program import QUERIES, Data, filters

NEAREST = 100

# Seconds. A program that waits for itself must not stop the whole run.
BUILD_LIMIT = 4 * 3600
ANSWER_LIMIT = 300

# In the folder of an index: how many photos it holds, and what building it took until now.
BUILT = "built.json"

# Each step of building adds so many photos and ends with the merge of an index run, so that a bench that is ended loses
# one step at most. Of more photos than one step, only the processor time is compared, so all cores build.
STEP = 1_000_000

# What each program takes as effort, the least first: the size of the list that a walk of the graph keeps. Lumiere's is
# the window; 0 is what it takes by itself.
EFFORTS = {
    "lumiere": [0],
    "faiss_hnsw": [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192],
    "hnswlib_hnsw": [16, 32, 64, 128, 256, 512, 1024, 2048, 4096],
    "usearch_hnsw": [16, 32, 64, 128, 256, 512, 1024, 2048, 4096],
    "lance": [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192],
    "sqlite_vec_fts": [0],
    "duckdb_vss": [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192],
    "pgvector_hnsw": [40, 100, 200, 400, 1000],  # It takes no more.
}
VECTORS_ONLY = {"faiss_hnsw", "hnswlib_hnsw", "usearch_hnsw"}
NO_FILTERS = {"usearch_hnsw"}


def java(*arguments, heap="2g"):
    """The command of a Java program of the bench. LUMIERE_BENCH_JAVA is what the launcher says starts one."""
    return [*os.environ["LUMIERE_BENCH_JAVA"].split(" "), "-XX:+UseSerialGC", f"-Xmx{heap}", *arguments]


def environment():
    more = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **more}


# Searches that take all ways through Lumiere's code: what no search has taken yet is compiled late.
WAYS = [("text", "all"), ("hybrid", "all"), ("photo", "random-0.1"), ("text", "time-0.01"), ("text", "random-0.001")]


class Running:
    """A program that runs. Its index is kept in a folder between runs of the bench, and built once."""

    all = []

    def __init__(self, name, data, indexes, command=None, threads=1):
        self.name = name
        self.threads = threads
        self.data = data
        self.folder = index_folder(name, data, indexes)
        if command is None and name == "lumiere":
            heap = "2g" if data.count <= 1_000_000 else "8g"
            # As the launcher starts a gallery: with the classes that an earlier run has loaded.
            command = java("-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={os.path.join(indexes, 'lumiere.jsa')}",
                           "-Xlog:cds=off", "-Xlog:cds+dynamic=off", f"-Dlumiere.search.threads={threads}",
                           "io.lumiere.bench.program.LumiereProgram", heap=heap)
        elif command is None:
            command = [sys.executable, os.path.join(HERE, "programs", name + ".py")]
        self.log = open(os.path.join(indexes, name + ".log"), "a")
        self.process = subprocess.Popen(
            [*command, data.folder, str(data.dimension)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment())
        self.worked = None  # Nanoseconds, once it has ended.
        Running.all.append(self)

    def order(self, **order):
        limit = BUILD_LIMIT if order["do"] == "build" else ANSWER_LIMIT
        try:
            self.process.stdin.write(json.dumps(order) + "\n")
            self.process.stdin.flush()
        except OSError as failure:  # It has ended, or was killed when it gave no answer.
            raise RuntimeError(f"{self.name} ended: see {self.log.name}") from failure
        if not select.select([self.process.stdout], [], [], limit)[0]:
            self.process.kill()
            raise RuntimeError(f"{self.name} gave no answer in {limit} seconds")
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended: see {self.log.name}")
        reply = json.loads(line)
        if "error" in reply:
            raise RuntimeError(f"{self.name}: {reply['error']}")
        return reply

    def ready(self):
        """Waits until the process answers; how many seconds that took."""
        began = time.perf_counter()
        self.order(do="ready")
        return time.perf_counter() - began

    def build(self):
        """Builds its index where there is none, and goes on where an earlier run had to end; what it all took."""
        about, built = os.path.join(self.folder, BUILT), known(self.folder)
        if not built:
            os.makedirs(os.path.dirname(self.folder), exist_ok=True)
            subprocess.run(["rm", "-rf", self.folder], check=True)
            built = {"photos": 0, "seconds": 0, "processor_seconds": 0, "peak": 0}
        while built.get("photos", self.data.count) < self.data.count:
            began, worked = time.perf_counter(), self.processor_time()
            end = min(self.data.count, built["photos"] + STEP) if self.name == "lumiere" else self.data.count
            threads = 1 if self.data.count <= STEP else os.cpu_count()
            self.order(do="build", photos=self.data.count, to=end, folder=self.folder, threads=threads)
            built = {"photos": end, "seconds": built["seconds"] + time.perf_counter() - began,
                     "processor_seconds": built["processor_seconds"] + (self.processor_time() - worked) / 1e9,
                     "peak": max(built["peak"], self.peak())}
            with open(about + ".part", "w") as out:
                json.dump(built, out)
            os.replace(about + ".part", about)
        return {**built, "bytes": size(self.folder)}

    def open(self):
        began = time.perf_counter()
        reply = self.order(do="open", photos=self.data.count, folder=self.folder, threads=self.threads)
        return {"seconds": time.perf_counter() - began, **reply}

    def warm(self):
        """Java compiles what runs often, while it runs; the others are compiled."""
        if self.name == "lumiere":
            for kind, condition in WAYS:
                self.search(kind, condition, 10, 0, 0, QUERIES)

    def search(self, kind, condition, k, effort, first, end, **more):
        """For each query its time and its processor time in ns, and the rows."""
        worked = self.servers_time()
        reply = self.order(do="search", kind=kind, filter=condition, k=k, effort=effort, **{"from": first, "to": end}, **more)
        if "cannot" not in reply:
            server = (self.servers_time() - worked) / (end - first)
            reply["cpu"] = [nanoseconds + server for nanoseconds in reply["cpu"]]
        return reply

    def processes(self):
        """Its process and those of a server that it started."""
        found = [self.process.pid]
        pid_file = os.path.join(self.folder, "postmaster.pid")
        if os.path.exists(pid_file):
            with open(pid_file) as lines:
                server = lines.readline().strip()
            found += [int(server), *children(server)]
        return found

    def servers_time(self):
        """Nanoseconds that a server which it started has worked."""
        return sum(int(first_word(f"/proc/{pid}/schedstat") or 0) for pid in self.processes()[1:])

    def processor_time(self):
        """Nanoseconds that it and its server have worked, to a hundredth of a second."""
        total = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/stat") as line:
                    after_name = line.read().rpartition(")")[2].split()
                total += (int(after_name[11]) + int(after_name[12])) * 1_000_000_000 // os.sysconf("SC_CLK_TCK")
            except (FileNotFoundError, ProcessLookupError):
                pass
        return total

    def memory(self):
        """Bytes of its own, and of mapped files and shared memory that it has touched."""
        return {"own": self.status("RssAnon"), "mapped": self.status("RssFile") + self.status("RssShmem")}

    def peak(self):
        return self.status("VmHWM")

    def status(self, field):
        total = 0
        for pid in self.processes():
            try:
                with open(f"/proc/{pid}/status") as lines:
                    total += sum(1024 * int(line.split()[1]) for line in lines if line.startswith(field + ":"))
            except (FileNotFoundError, ProcessLookupError):
                pass
        return total

    def close(self):
        if self.worked is not None:
            return
        self.worked = self.processor_time()
        try:
            self.process.stdin.close()
            self.process.wait(60)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
        self.log.close()


def index_folder(name, data, indexes):
    return os.path.join(indexes, f"{data.dimension}-{data.count}", name)


def has_index(name, data, indexes):
    built = known(index_folder(name, data, indexes))
    return bool(built) and built.get("photos", data.count) == data.count


def known(folder):
    """What building the index took until now; nothing where none was begun."""
    about = os.path.join(folder, BUILT)
    if not os.path.exists(about):
        return {}
    with open(about) as read:
        return json.load(read)


def worked():
    """Seconds that this process and all programs have worked until now."""
    programs = [program.processor_time() if program.worked is None else program.worked for program in Running.all]
    return time.process_time() + sum(programs) / 1e9


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as line:
            return [int(child) for child in line.read().split()]
    except FileNotFoundError:
        return []


def first_word(path):
    try:
        with open(path) as line:
            return line.read().split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return None


def size(folder):
    """Bytes on disk, without PostgreSQL's log of what it wrote, which it overwrites in time."""
    return sum(os.lstat(os.path.join(root, name)).st_blocks * 512
               for root, _, names in os.walk(folder) if "pg_wal" not in root for name in names)


def remember(folder):
    """Reads all files, so that they are in memory: else the first query that meets a page waits for the disk, or for the
    host of a virtual machine that was asleep."""
    for path in files(folder):
        with open(path, "rb") as file:
            while file.read(1 << 20):
                pass


def forget(folder):
    """Lets the system drop what it keeps of the files in memory, so that the next look at them is cold."""
    for path in files(folder):
        with open(path, "rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def files(folder):
    """All files; a server that was killed may have left a socket, which is none."""
    paths = [os.path.join(root, name) for root, _, names in os.walk(folder) for name in names]
    return [path for path in paths if os.path.isfile(path)]


class Truth:
    """The exact nearest rows."""

    def __init__(self, data):
        path = os.path.join(data.folder, f"truth-{data.count}.i32")
        self.rows = np.fromfile(path, "<i4").reshape(len(filters()), 2 * QUERIES, NEAREST)

    def recall(self, kind, condition, k, number, found):
        """Of the k nearest, how many were found; None where no photo passes."""
        row = self.rows[filters().index(condition), number + (QUERIES if kind == "photo" else 0)]
        nearest = [int(n) for n in row[:k] if n >= 0]
        return len(set(nearest) & set(found[:k])) / len(nearest) if nearest else None


def load(folder, dimension, count):
    return Data(os.path.join(folder, f"d{dimension}"), dimension, count)
