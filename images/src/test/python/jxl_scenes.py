"""The pictures of jxl_goldens.py and still_goldens.py."""

import math
import struct

import numpy as np


def quarters(width, height):
    rgb = np.zeros((height, width, 3), np.uint8)
    top, left = (height + 1) // 2, (width + 1) // 2
    rgb[:top, :left] = (255, 0, 0)
    rgb[:top, left:] = (0, 255, 0)
    rgb[top:, :left] = (0, 0, 255)
    rgb[top:, left:] = (255, 255, 0)
    return rgb


def scene(width, height):
    def wave(phase):
        return int(120 + 115 * math.sin(phase))

    return np.array(
        [
            [
                (wave(x * 0.053 + y * 0.014), wave(x * 0.037 - y * 0.051 + 1), wave(y * 0.067 + 2))
                for x in range(width)
            ]
            for y in range(height)
        ],
        np.uint8,
    )


def with_alpha(rgb, alpha):
    return np.dstack([rgb, alpha]).astype(np.uint8)


def to_linear(display):
    """Bytes of sRGB as linear light, 0 to 1 (IEC 61966-2-1)."""
    value = display / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def display_p3():
    """A profile of Display P3's colours with a gamma of 2.2, as a matrix (ICC.1:2001)."""

    def xyz(*values):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(65536 * value) for value in values))

    curve = b"curv\0\0\0\0" + struct.pack(">iHH", 1, round(2.2 * 256), 0)
    text = b"desc\0\0\0\0" + struct.pack(">i", 11) + b"Display P3\0" + bytes(4 + 4 + 2 + 1 + 67)
    tags = {
        b"desc": text + bytes(-len(text) % 4),
        b"cprt": b"text\0\0\0\0CC0\0",
        b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.51512, 0.24120, -0.00105),
        b"gXYZ": xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz(0.15710, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = struct.pack(">i", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">ii", 128 + 4 + 12 * len(tags) + len(data), len(content))
        data += content
    head = struct.pack(">i4xI4s4s4s", 128 + len(table) + len(data), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + data
