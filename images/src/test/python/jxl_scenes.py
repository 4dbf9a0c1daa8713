"""The pictures of jxl_goldens.py and still_goldens.py."""

import math

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
