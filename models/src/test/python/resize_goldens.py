"""Writes what Pillow makes of test pictures.

Run with Pillow 12.1.0:  python resize_goldens.py ../resources/resize-goldens.bin
The file holds records: big-endian ints (input width, height; filter: 0 bilinear, 1 bicubic; what was
done: 0 resized, else the shorter side to which it was resized before the centre was cut out; output
width, height), then the output's RGB bytes. The input is not stored: both sides compute it (see
picture()).

Pillow 13 filters columns before rows where the height shrinks by more than twice as many pixels as
the width. We filter rows first always, as all Pillows before it did, with which today's networks
were trained; the two differ by rounding.
"""

import struct
import sys
from pathlib import Path

import PIL
from PIL import Image

FILTERS = [Image.Resampling.BILINEAR, Image.Resampling.BICUBIC]

# input size, resized size
RESIZES = [
    ((64, 48), (20, 15)),
    ((64, 48), (33, 77)),
    ((31, 17), (31, 9)),
    ((31, 17), (9, 17)),
    ((1, 1), (7, 5)),
    ((37, 53), (1, 1)),
    ((200, 10), (64, 64)),
    ((3, 60), (24, 24)),
    ((97, 89), (98, 90)),
]

# input size, network's size, shorter side after resizing
CROPS = [
    ((120, 80), 32, 36),
    ((80, 121), 32, 37),
    ((400, 20), 24, 24),
    ((5, 3), 16, 18),
    ((41, 41), 32, 32),
]


def picture(width, height):
    """Noise by a linear congruential generator, over blocks, so that filters overshoot."""
    state = 12345 + 1000 * width + height
    data = bytearray()
    for y in range(height):
        for x in range(width):
            for channel in range(3):
                state = (state * 1103515245 + 12345) % 2**31
                block = 255 if (x // 5 + y // 3 + channel) % 2 else 0
                data.append((block + (state >> 16) % 256) // 2 if state % 3 else block)
    return Image.frombytes("RGB", (width, height), bytes(data))


def record(source, kind, side, image):
    return struct.pack(">6i", *source, kind, side, *image.size) + image.tobytes()


def resized_and_cropped(source, size, side, filter_):
    width, height = source
    if width > height:
        target = (int(side * width / height), side)
    else:
        target = (side, int(side * height / width))
    left = int(round((target[0] - size) / 2.0))
    top = int(round((target[1] - size) / 2.0))
    image = picture(*source).resize(target, filter_)
    return image.crop((left, top, left + size, top + size))


def main(path):
    print("Pillow", PIL.__version__)
    with path.open("wb") as out:
        for kind, filter_ in enumerate(FILTERS):
            for source, target in RESIZES:
                out.write(record(source, kind, 0, picture(*source).resize(target, filter_)))
            for source, size, side in CROPS:
                image = resized_and_cropped(source, size, side, filter_)
                out.write(record(source, kind, side, image))


main(Path(sys.argv[1]))
