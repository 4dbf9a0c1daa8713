"""Makes src/test/resources/stills/*: small JPEG 2000 and OpenEXR files.

    pip install pillow numpy imagecodecs OpenEXR
    python still_goldens.py OUT_DIR

Made with Pillow 13.0.0 and imagecodecs 2026.3.6 (OpenJPEG 2.5), and OpenEXR 3. The pictures are those
of jxl_goldens.py.
"""

import os
import sys

import imagecodecs
import numpy as np
import OpenEXR
from PIL import Image

from jxl_scenes import quarters, scene, to_linear, with_alpha

OUT = sys.argv[1]
SCENE = scene(96, 64)


def jp2(name, array, **options):
    Image.fromarray(array).save(os.path.join(OUT, name), **options)


def exr(name, channels, **header):
    part = {"type": OpenEXR.scanlineimage, **header}
    OpenEXR.File(part, channels).write(os.path.join(OUT, name))


jp2("scene.jp2", SCENE, quality_mode="rates", quality_layers=[6], irreversible=True)
jp2("lossless.jp2", SCENE, irreversible=False)
jp2("tiles.jp2", SCENE, irreversible=False, tile_size=(48, 48))
jp2("codestream.j2k", SCENE, irreversible=False)
jp2("grey.jp2", scene(64, 48)[:, :, 0], irreversible=False)
jp2("odd.jp2", quarters(65, 49), irreversible=False)
left_clear = np.zeros((48, 64))
left_clear[:, 16:32] = left_clear[:, 48:] = 255
jp2("alpha.jp2", with_alpha(quarters(64, 48), left_clear), irreversible=False)
with open(os.path.join(OUT, "sixteen.jp2"), "wb") as out:
    sixteen = SCENE.astype(np.uint16) * 257
    out.write(imagecodecs.jpeg2k_encode(sixteen, reversible=True, level=0, codecformat="jp2"))

LINEAR = to_linear(SCENE)
for name, compression in (
    ("none", OpenEXR.NO_COMPRESSION),
    ("rle", OpenEXR.RLE_COMPRESSION),
    ("zip", OpenEXR.ZIP_COMPRESSION),
    ("piz", OpenEXR.PIZ_COMPRESSION),
    ("pxr24", OpenEXR.PXR24_COMPRESSION),
):
    exr(f"{name}.exr", {"RGB": LINEAR.astype(np.float16)}, compression=compression)
exr("float.exr", {"RGB": LINEAR.astype(np.float32)}, compression=OpenEXR.ZIP_COMPRESSION)
associated = np.dstack([to_linear(quarters(64, 48)) * left_clear[..., None] / 255, left_clear / 255])
exr("alpha.exr", {"RGBA": associated.astype(np.float16)}, compression=OpenEXR.ZIP_COMPRESSION)
exr(
    "grey.exr",
    {"Y": LINEAR[:48, :64, 0].astype(np.float32).copy()},
    compression=OpenEXR.ZIP_COMPRESSION,
)
