"""How fast rclip indexes a folder of photos: its own program, with another network of the same kind, as a hub with its
own cannot be reached from everywhere: rclip_index.py PHOTOS NETWORK.onnx [ROUNDS].

The network is what encoders.py makes, ViT-B/32 for pictures of 224 pixels, and takes one photo at a time.
"""

import contextlib
import io
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

SIZE = 224


class OneByOne:
    """A network as rclip calls it, of one that takes a single photo."""

    def __init__(self, session):
        self.session = session
        self.name = session.get_inputs()[0].name

    def get_inputs(self):
        return self.session.get_inputs()

    def run(self, _, inputs):
        photos = inputs["input"]
        return [np.concatenate([self.session.run(None, {self.name: photos[i : i + 1]})[0] for i in range(len(photos))])]


def main() -> None:
    photos, network = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    from rclip import db, main as rclip, model, model_download
    from rclip.utils import preprocess

    for module in (rclip, model, preprocess):
        module.IMAGE_SIZE = SIZE
    session = OneByOne(model_download._load_onnx_session(network))
    model_download.load_visual_query_session = lambda: session
    rates, works = [], []
    for _ in range(rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            index = rclip.RClip(model.Model(), db.DB(Path(folder) / "db.sqlite3"), 8, None)
            started, worked = time.perf_counter(), time.process_time()
            with contextlib.redirect_stderr(io.StringIO()):
                index.ensure_index(photos)
            rates.append(time.perf_counter() - started)
            works.append(time.process_time() - worked)
            count = len(index._db.get_filepaths_by_dir_path(photos).fetchall())
            index.close()
    if count == 0:
        raise SystemExit("rclip indexed nothing")
    middle = len(rates[1:]) // 2
    seconds, worked = sorted(rates[1:])[middle], sorted(works[1:])[middle]
    print(
        f"rclip: {count / seconds:.1f} photos/s, {1000 * worked / count:.1f} ms of processor time a photo, "
        f"{os.cpu_count()} cores, {count} photos"
    )


if __name__ == "__main__":
    main()
