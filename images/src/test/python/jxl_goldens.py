"""Makes src/test/resources/jxl/*: small JPEG XL files.

    apt-get install libjxl-tools
    pip install pillow numpy imagecodecs
    python jxl_goldens.py OUT_DIR

Made with cjxl 0.7.0 and imagecodecs 2026.3.6 (libjxl 0.11.2). The pictures are four quarters, red,
green, blue and yellow; and a smooth scene, whose formula HeifFiles has, too.
"""

import os
import subprocess
import sys
import tempfile

import imagecodecs
import numpy as np
from PIL import Image

from jxl_scenes import display_p3, quarters, scene, to_linear, with_alpha

OUT = sys.argv[1]
TEMP = tempfile.mkdtemp()


def path(name):
    return os.path.join(OUT, name)


def cjxl(name, source, *options):
    subprocess.run(["cjxl", source, path(name), "--quiet", *options], check=True)


def write(name, data):
    with open(path(name), "wb") as out:
        out.write(data)


def saved(array, name, **options):
    file = os.path.join(TEMP, name)
    Image.fromarray(array).save(file, **options)
    return file


SCENE = scene(96, 64)
cjxl("scene.jxl", saved(SCENE, "scene.png"), "-d", "0.3")
cjxl("scene-container.jxl", saved(SCENE, "scene.png"), "-d", "0.3", "--container=1")
cjxl("lossless.jxl", saved(SCENE, "scene.png"), "-d", "0", "-e", "3")
cjxl("progressive.jxl", saved(SCENE, "scene.png"), "-d", "0.3", "-p")
cjxl("transcoded.jxl", saved(SCENE, "scene.jpg", quality=97, subsampling=0))
cjxl("odd.jxl", saved(quarters(65, 49), "odd.png"), "-d", "0.3")
cjxl("grey.jxl", saved(scene(64, 48)[:, :, 0], "grey.png"), "-d", "0.3")
cjxl("wide.jxl", saved(scene(600, 300), "wide.png"), "-d", "1")

# cjxl takes the orientation of EXIF into the code stream.
exif = Image.Exif()
exif[0x0112] = 6
turned = np.rot90(quarters(64, 48))  # Turned clockwise, it is upright.
cjxl("turned.jxl", saved(turned, "turned.jpg", quality=97, exif=exif))

left_clear = np.zeros((48, 64))
left_clear[:, 16:32] = left_clear[:, 48:] = 255
cjxl("alpha.jxl", saved(with_alpha(quarters(64, 48), left_clear), "alpha.png"), "-d", "0.3")
half = np.full((48, 64), 128)
cjxl("half.jxl", saved(with_alpha(quarters(64, 48), half), "half.png"), "-d", "0")

# As cjxl does, this keeps a JPEG's own samples and profile.
with open(saved(SCENE, "p3.jpg", quality=97, subsampling=0, icc_profile=display_p3()), "rb") as jpeg:
    write("display-p3.jxl", imagecodecs.jpegxl_encode_jpeg(jpeg.read()))

sixteen = SCENE.astype(np.uint16) * 257
write("sixteen.jxl", imagecodecs.jpegxl_encode(sixteen, lossless=True))
write("float.jxl", imagecodecs.jpegxl_encode(to_linear(SCENE).astype(np.float32), distance=0.3))

first, second = quarters(64, 48), np.full((48, 64, 3), 128, np.uint8)
animation = os.path.join(TEMP, "animation.gif")
Image.fromarray(first).save(
    animation, save_all=True, append_images=[Image.fromarray(second)], duration=200
)
cjxl("animation.jxl", animation, "-d", "0")
