"""Writes what an independent NumPy version of the starter model's bridge makes of test pictures.

Run with NumPy 2.4.6:  python bridge_goldens.py ../resources/bridge-goldens.bin
The file, big-endian: the number of dimensions (int); texts with their sentence vectors (int count;
then UTF-8 length as short, bytes, doubles); the number of classes (int), whose texts are "class 0",
"class 1" and so on; then cases: int count, and for each int width and height, RGB bytes, class scores
(floats), the landscape cosine (double), the 21 scene strengths (doubles) and the image's vector
(doubles); then int count of sentences: sentence (floats) and the text's vector (doubles).
"""

import struct
import sys
from pathlib import Path

import numpy as np

DIMENSION = 24
CLASSES = 40
LAMBDA = 50
SCENE = 0.5

PROMPTS = [
    "sunset, sunrise, dusk: the evening sky glowing orange, pink and gold while the sun is low over"
    " the horizon",
    "night, darkness: a dark scene after nightfall with stars, the moon or city lights",
    "blue sky: a clear blue sky on a bright sunny day",
    "clouds, overcast: a cloudy grey sky",
    "storm, dark clouds: a dark stormy sky before rain and thunder",
    "fog, mist, haze: a grey misty morning with poor visibility",
    "snow, winter: white snow and ice covering the ground in cold weather",
    "water, sea, lake, ocean: calm blue water",
    "beach, sand: a sandy shore beside the sea",
    "grass, meadow, lawn: a green grassy field",
    "black and white, monochrome: a black and white photograph in shades of grey",
    "red: a red thing, bright red colour",
    "orange: orange colour",
    "yellow: yellow colour",
    "green, foliage: green leaves, trees and plants",
    "blue: blue colour",
    "purple, violet: purple colour",
    "pink: pink colour",
    "brown: brown colour",
    "white: a white background",
    "black: a black background",
]
LANDSCAPE = "landscape with sky, sea, mountains or a lake"
PATTERN = "pattern, artwork, fabric, printed design"


# The picture as 32 x 32 cells.


def weights(size, side):
    """The share of each pixel in each cell's mean, side x size."""
    edges = np.arange(side + 1) * size / side
    pixels = np.arange(size)
    low = np.maximum(edges[:-1, None], pixels)
    high = np.minimum(edges[1:, None], pixels + 1)
    return np.clip(high - low, 0, None) / (size / side)


def oklab(picture, side=32):
    mean = np.einsum(
        "yh,hwc,xw->yxc",
        weights(picture.shape[0], side),
        picture / 255.0,
        weights(picture.shape[1], side),
    )
    linear = np.where(mean <= 0.04045, mean / 12.92, ((mean + 0.055) / 1.055) ** 2.4)
    to_lms = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    to_lab = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    return np.cbrt(linear @ np.transpose(to_lms)) @ np.transpose(to_lab)


# Scene strengths.


def ramp(x, start, end):
    return np.clip((x - start) / (end - start), 0, 1)


def roughness(lab):
    return np.abs(np.diff(lab, axis=0)).mean() + np.abs(np.diff(lab, axis=1)).mean()


def strengths(picture, landscape):
    lab = oklab(picture)
    light, chroma = lab[..., 0], np.hypot(lab[..., 1], lab[..., 2])
    angle = np.degrees(np.arctan2(lab[..., 2], lab[..., 1])) % 360

    def hue(low, high, start, end, soft=12):
        away = np.abs((angle - (low + high) / 2 + 180) % 360 - 180)
        half = (high - low) / 2
        return ramp(away, half + soft, half) * ramp(chroma, start, end)

    def share(cells, start, end):
        return ramp(cells.mean(), start, end)

    sky, ground = slice(0, 11), slice(21, 32)
    total = lab.reshape(-1, 3).var(axis=0).sum() + 1e-4
    layering = lab.mean(axis=1).var(axis=0).sum() / total
    scenery = max(ramp(landscape, 0, 0.2), 0.8 * ramp(layering, 0.45, 0.75))
    grey = ramp(chroma, 0.05, 0.02)
    white = ramp(light, 0.75, 0.9) * grey
    green = hue(118, 165, 0.04, 0.08, 8)
    aqua = hue(190, 275, 0.02, 0.05)
    sand = hue(50, 100, 0.02, 0.04) * ramp(chroma, 0.12, 0.08) * ramp(light, 0.5, 0.65)
    blue_sky = share((hue(220, 275, 0.04, 0.08) * ramp(light, 0.35, 0.5))[sky], 0.3, 0.8)
    blue_sky *= ramp(roughness(lab[sky]), 0.08, 0.03)

    golden, rosy = hue(15, 105, 0.05, 0.12), hue(285, 375, 0.03, 0.08)
    warm = np.minimum(1, ramp(light, 0.3, 0.5) * (1.2 * golden + 0.7 * rosy))
    band = [slice(row, row + 4) for row in range(0, 20, 4)]
    ground_light = light[ground].mean()
    outshines = max(light[rows].mean() for rows in band) - ground_light
    glow = ramp(max(warm[rows].mean() for rows in band), 0.15, 0.55) * ramp(outshines, 0.05, 0.2)
    low_sun = ramp(light[4:22].max(), 0.9, 0.97) * ramp((light > 0.93).mean(), 0.15, 0.05)
    low_sun *= ramp(light[:13].mean() - ground_light, 0.2, 0.4) * ramp(ground_light, 0.5, 0.35)
    gloomy = ramp(chroma, 0.1, 0.06) * ramp(light, 0.62, 0.5) * ramp(light, 0.15, 0.25)
    brown = hue(40, 90, 0.03, 0.05) * ramp(chroma, 0.11, 0.09) * ramp(light, 0.6, 0.45)

    return [
        max(glow, 0.6 * low_sun) * ramp(layering, 0.1, 0.4) * scenery * (1 - blue_sky),
        ramp(light.mean(), 0.42, 0.2) * (0.5 + 0.5 * ramp(np.quantile(light, 0.99), 0.3, 0.6)),
        blue_sky,
        share((grey * ramp(light, 0.45, 0.6))[sky], 0.2, 0.7)
        * ramp(roughness(lab[sky]), 0.008, 0.02)
        * scenery,
        share(gloomy[sky], 0.4, 0.9) * scenery,
        ramp(light.std(), 0.2, 0.09)
        * share(chroma, 0.06, 0.025)
        * share(light, 0.4, 0.55)
        * ramp(roughness(lab), 0.06, 0.03)
        * (0.4 + 0.6 * ramp(landscape, -0.15, 0.05)),
        share(white[12:], 0.15, 0.6) * (0.2 + 0.8 * scenery),
        share(aqua[16:], 0.2, 0.7) * ramp(roughness(lab[16:]), 0.08, 0.03),
        share(sand[ground], 0.2, 0.6) * share(np.maximum(aqua, grey)[sky], 0.3, 0.7) * scenery,
        share(green[ground], 0.3, 0.8) * ramp(green[ground].mean() - green[sky].mean(), 0.1, 0.5),
        ramp(np.quantile(chroma, 0.99), 0.03, 0.012),
        share(hue(10, 38, 0.1, 0.15, 6), 0.02, 0.25),
        share(hue(42, 75, 0.1, 0.14, 6) * ramp(light, 0.5, 0.6), 0.02, 0.25),
        share(hue(85, 112, 0.1, 0.14, 6) * ramp(light, 0.6, 0.7), 0.02, 0.25),
        share(green, 0.15, 0.6),
        share(hue(225, 285, 0.06, 0.1, 8), 0.05, 0.4),
        share(hue(292, 325, 0.06, 0.1, 6), 0.03, 0.25),
        share(hue(335, 375, 0.06, 0.1, 6) * ramp(light, 0.6, 0.7), 0.02, 0.2),
        share(brown, 0.1, 0.6),
        share(white, 0.1, 0.6),
        share(ramp(light, 0.25, 0.15) * ramp(chroma, 0.06, 0.03), 0.1, 0.6),
    ]


# Vectors.


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def class_matrix(classes):
    centred = classes - classes.mean(axis=0)
    return centred @ np.linalg.inv(centred.T @ centred + LAMBDA * np.eye(classes.shape[1]))


def image_vector(meaning, scene):
    scene = SCENE * scene / max(1, np.linalg.norm(scene))
    rest = np.sqrt(max(0, SCENE**2 - scene @ scene))
    return np.concatenate([meaning * np.sqrt(1 - SCENE**2), scene, [rest]])


def text_vector(sentence, anchors):
    cosines = anchors @ sentence
    scene = ramp(cosines, 0.35, 0.65) * np.exp((cosines - cosines.max()) / 0.05)
    scene = SCENE * scene / max(1, np.linalg.norm(scene))
    return np.concatenate([unit(sentence) * np.sqrt(1 - scene @ scene), scene, [0]])


# Pictures.


def layers(width, height, stops, noise, random):
    """Colours that change from top to bottom, with noise."""
    at = np.linspace(0, 1, height)
    columns = [np.interp(at, [s[0] for s in stops], [s[1][c] for s in stops]) for c in range(3)]
    picture = np.repeat(np.stack(columns, axis=1)[:, None], width, axis=1)
    picture = picture + random.normal(0, noise, picture.shape)
    return np.clip(picture, 0, 255).astype(np.uint8)


def pictures(random):
    evening = [(0, (60, 50, 110)), (0.4, (200, 100, 90)), (0.6, (255, 190, 80)), (0.62, (40, 30, 30)), (1, (20, 15, 20))]
    pink = [(0, (110, 100, 170)), (0.5, (240, 190, 210)), (0.55, (80, 70, 110)), (1, (70, 60, 100))]
    meadow = [(0, (70, 130, 230)), (0.5, (150, 190, 240)), (0.52, (90, 160, 60)), (1, (60, 130, 40))]
    winter = [(0, (160, 185, 215)), (0.4, (215, 225, 235)), (0.42, (245, 247, 250)), (1, (235, 240, 248))]
    beach = [(0, (90, 150, 220)), (0.5, (40, 120, 160)), (0.6, (225, 200, 160)), (1, (215, 190, 150))]
    storm = [(0, (90, 90, 100)), (0.6, (110, 110, 120)), (0.62, (60, 70, 50)), (1, (50, 60, 45))]
    backlit = [(0, (150, 180, 220)), (0.45, (230, 230, 230)), (0.5, (60, 55, 50)), (1, (40, 38, 36))]
    sun = layers(64, 48, backlit, 3, random)
    sun[14:20, 30:36] = 255
    night = layers(40, 40, [(0, (5, 6, 18)), (1, (14, 16, 38))], 2, random)
    night[5:8, 5:35] = 250
    tiles = random.uniform(0.6, 1.1, (12, 16, 1)) * [225, 170, 60]
    mosaic = np.kron(np.clip(tiles, 0, 255), np.ones((4, 4, 1))).astype(np.uint8)
    return [
        layers(48, 36, evening, 4, random),
        layers(40, 30, pink, 2, random),
        layers(40, 30, meadow, 9, random),
        layers(33, 31, winter, 3, random),
        layers(50, 37, beach, 3, random),
        layers(32, 32, storm, 6, random),
        sun,
        night,
        mosaic,
        layers(150, 7, [(0, (180, 180, 182)), (1, (150, 150, 152))], 1, random),
        layers(5, 90, [(0, (200, 20, 30)), (0.5, (250, 130, 0)), (1, (240, 220, 20))], 0, random),
        layers(9, 9, [(0, (130, 60, 190)), (0.5, (240, 130, 190)), (1, (110, 70, 40))], 0, random),
        random.integers(0, 256, (20, 30, 3)).astype(np.uint8),
        np.array([[[200, 30, 40]]], np.uint8),
        np.zeros((3, 2, 3), np.uint8),
    ]


def doubles(values):
    return np.asarray(values, ">f8").tobytes()


def main(path):
    print("NumPy", np.__version__)
    random = np.random.default_rng(20)
    names = [f"class {i}" for i in range(CLASSES)] + PROMPTS + [LANDSCAPE, PATTERN]
    sentences = unit(random.normal(0, 1, (len(names), DIMENSION)) + 0.5).astype(np.float32)
    sentences = sentences.astype(np.float64)
    classes, anchors = sentences[:CLASSES], sentences[CLASSES:-2]
    towards_landscape = sentences[-2] - sentences[-1]
    matrix = class_matrix(classes)
    with path.open("wb") as out:
        out.write(struct.pack(">2i", DIMENSION, len(names)))
        for name, sentence in zip(names, sentences):
            out.write(struct.pack(">h", len(name.encode())) + name.encode() + doubles(sentence))
        cases = pictures(random)
        out.write(struct.pack(">2i", CLASSES, len(cases)))
        for picture in cases:
            scores = random.normal(0, 3, CLASSES).astype(np.float32)
            odds = np.exp(scores.astype(np.float64) - scores.max())
            meaning = unit(np.sqrt(odds / odds.sum()) @ matrix)
            landscape = meaning @ towards_landscape
            scene = np.array(strengths(picture, landscape))
            out.write(struct.pack(">2i", picture.shape[1], picture.shape[0]) + picture.tobytes())
            out.write(np.asarray(scores, ">f4").tobytes())
            out.write(doubles(landscape) + doubles(scene) + doubles(image_vector(meaning, scene)))
        texts = unit(np.concatenate([anchors[:6] + anchors[3:9] / 2, classes[:6]]))
        texts = texts.astype(np.float32).astype(np.float64)
        out.write(struct.pack(">i", len(texts)))
        for text in texts:
            out.write(np.asarray(text, ">f4").tobytes() + doubles(text_vector(text, anchors)))
        print(np.round([strengths(p, 0.1) for p in cases], 2))


main(Path(sys.argv[1]))
