"""Writes requirements.txt from requirements.in, the same for -photos and -encoders, and hnswlib.txt:
exact versions, with the hashes of the files that pip takes for some Pythons on Linux, x86-64 alone, as pgserver has no
wheels for others. It downloads little more than descriptions.

    python3.12 -m venv v && v/bin/python -m pip install --upgrade pip && v/bin/python bench/src/main/python/pin.py
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GLIBC = range(17, 29)  # manylinux_2_17 to 2_28.


def chosen(*arguments):
    """Name, version and hash of each file that pip would install."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run",
                        "--ignore-installed", "--report", report, *arguments], check=True)
        with open(report) as lines:
            installed = json.load(lines)["install"]
    for file in installed:
        yield file["metadata"]["name"].lower(), file["metadata"]["version"], file["download_info"]["archive_info"]["hashes"]["sha256"]


def wheels(requirements, *pythons):
    platforms = [f"--platform=manylinux_2_{glibc}_x86_64" for glibc in GLIBC] + ["--platform=manylinux2014_x86_64"]
    for python in pythons:
        yield from chosen("--only-binary=:all:", "--target=unused", f"--python-version={python}", *platforms,
                          "-r", os.path.join(HERE, requirements))


def write(name, about, files):
    hashes = {}
    for package, version, sha256 in files:
        hashes.setdefault(f"{package}=={version}", set()).add(f"--hash=sha256:{sha256}")
    with open(os.path.join(HERE, name), "w") as out:
        out.write(f"# {about} Written by pin.py; do not edit.\n")
        for package in sorted(hashes):
            out.write(" \\\n    ".join([package, *sorted(hashes[package])]) + "\n")


if __name__ == "__main__":
    write("requirements.txt", "What is installed for the bench.", wheels("requirements.in", "3.11", "3.12"))
    write("requirements-photos.txt", "What ./lumiere bench formats needs.", wheels("requirements-photos.in", "3.12", "3.13"))
    write("requirements-encoders.txt", "What ./lumiere bench encoding needs.", wheels("requirements-encoders.in", "3.11", "3.12"))
    write("hnswlib.txt", "Has no wheels, and is built by what requirements.txt installs.",
          chosen("--no-deps", "--no-binary=hnswlib", "hnswlib==0.8.0"))
