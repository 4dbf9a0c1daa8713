"""Makes src/test/resources/io/lumiere/models/clip/*.json.gz: what the reference frameworks give for CLIP models.

    python -m venv v && v/bin/pip install torch open_clip_torch transformers cn_clip sentence-transformers timm
    v/bin/python clip_goldens.py OUT_DIR [NAME ...]

Made with torch 2.15.0, open_clip_torch 3.3.0, transformers 5.24.0. No weights are downloaded: each model is
built from its configuration and given the weights of clip_weights.py. A golden holds names and shapes of its
tensors, the files that lie beside its weights, token ids, a hash of the pictures as the network sees them,
and the vectors of pictures and texts.
"""

import base64
import gzip
import hashlib
import json
import os
import sys

import numpy as np
import torch
from PIL import Image

from clip_weights import TEXTS, fill, picture

PICTURES = 4
GOLDENS = {}


def golden(function):
    GOLDENS[function.__name__] = function
    return function


def unit(vectors):
    vectors = vectors.detach().double().numpy()
    return (vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)).astype("<f4")


def levels(pixels, mean, std):
    """Normalised pixels back as the whole numbers that they were made of."""
    mean, std = (torch.tensor(v, dtype=torch.float64).reshape(3, 1, 1) for v in (mean, std))
    return ((pixels.double() * std + mean) * 255).round().to(torch.uint8)


def record(shapes, files, pixels, mean, std, images, ids, texts, family=None):
    """pixels: [N, 3, S, S] as the network takes them; ids: lists without padding."""
    cosines = [np.dot(v[i], v[j]) for v in (unit(images), unit(texts)) for i in range(len(v)) for j in range(i)]
    half = len(unit(images)) * (len(unit(images)) - 1) // 2
    print("  pairwise cosines of images: %s; of texts: %s" % (
        " ".join("%.2f" % c for c in cosines[:half]), " ".join("%.2f" % c for c in cosines[half:])))
    return {
        "files": files,
        "shapes": shapes,
        "pixels": [hashlib.sha256(levels(p, mean, std).permute(1, 2, 0).numpy().tobytes()).hexdigest() for p in pixels],
        "images": [base64.b64encode(v.tobytes()).decode() for v in unit(images)],
        "texts": [{"text": t, "ids": i, "vector": base64.b64encode(v.tobytes()).decode()}
                  for t, i, v in zip(TEXTS, ids, unit(texts))],
    }


OPENAI_MEAN = (0.48145466, 0.4578275, 0.40821073)
OPENAI_STD = (0.26862954, 0.26130258, 0.27577711)


def pictures(transform):
    return torch.stack([transform(Image.fromarray(picture(i))) for i in range(PICTURES)])


def open_clip_model(config, extra=None, rename=None, files=None):
    import open_clip
    from open_clip.transform import PreprocessCfg, image_transform_v2

    model = open_clip.model.CLIP(**config, output_dict=False).eval()
    shapes = fill(model)
    shapes.pop("attn_mask", None)
    preprocess = image_transform_v2(PreprocessCfg(size=config["vision_cfg"]["image_size"]), is_train=False)
    pixels = pictures(preprocess)
    tokens = open_clip.SimpleTokenizer()(TEXTS)
    with torch.no_grad():
        images, texts = model.encode_image(pixels), model.encode_text(tokens)
    ids = [row[: row.argmax() + 1].tolist() for row in tokens]
    return record(shapes | (extra or {}), files or {}, pixels, OPENAI_MEAN, OPENAI_STD, images, ids, texts)


def vit(width, layers, patch, dimension, text_width, text_layers, image_size=224, heads=None):
    return dict(
        embed_dim=dimension,
        vision_cfg=dict(image_size=image_size, layers=layers, width=width, patch_size=patch),
        text_cfg=dict(context_length=77, vocab_size=49408, width=text_width,
                      heads=heads or text_width // 64, layers=text_layers))


OPENAI_BUFFERS = {"input_resolution": [], "context_length": [], "vocab_size": []}


@golden
def openai_vit_b_32():
    """Full size, as OpenAI's archive: QuickGELU, and the sizes of inputs as buffers."""
    return open_clip_model(vit(768, 12, 32, 512, 512, 12) | dict(quick_gelu=True), extra=OPENAI_BUFFERS)


@golden
def openai_vit_b_16():
    return open_clip_model(vit(768, 3, 16, 512, 512, 3) | dict(quick_gelu=True), extra=OPENAI_BUFFERS)


@golden
def openai_vit_l_14():
    return open_clip_model(vit(1024, 2, 14, 768, 768, 2) | dict(quick_gelu=True), extra=OPENAI_BUFFERS)


@golden
def full_openai_vit_b_16():
    return open_clip_model(vit(768, 12, 16, 512, 512, 12) | dict(quick_gelu=True), extra=OPENAI_BUFFERS)


@golden
def full_openai_vit_l_14():
    return open_clip_model(vit(1024, 24, 14, 768, 768, 12) | dict(quick_gelu=True), extra=OPENAI_BUFFERS)


@golden
def laion_vit_b_32():
    config = vit(768, 3, 32, 512, 512, 3)
    files = {"open_clip_config.json": {
        "model_cfg": config,
        "preprocess_cfg": {"mean": OPENAI_MEAN, "std": OPENAI_STD, "interpolation": "bicubic", "resize_mode": "shortest"}}}
    return open_clip_model(config, files=files)


@golden
def tinyclip_vit_39m_16():
    """TinyCLIP's names: each part in a wrapper of its own."""
    made = open_clip_model(vit(512, 4, 16, 512, 512, 2))

    def renamed(name):
        if name == "logit_scale":
            return "module._logit_scale.logit_scale"
        return "module.%s.module.%s" % ("_image_encoder" if name.startswith("visual.") else "_text_encoder", name)

    # The values belong to the names without wrappers.
    made["wrapped"] = {renamed(name): name for name in made["shapes"]}
    return made


@golden
def hugging_face_clip():
    from transformers import CLIPConfig, CLIPModel

    config = CLIPConfig(
        projection_dim=512,
        vision_config=dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=3, num_attention_heads=12,
                           image_size=224, patch_size=32, projection_dim=512, hidden_act="quick_gelu"),
        text_config=dict(hidden_size=512, intermediate_size=2048, num_hidden_layers=3, num_attention_heads=8,
                         vocab_size=49408, max_position_embeddings=77, projection_dim=512,
                         hidden_act="quick_gelu", eos_token_id=49407, bos_token_id=49406, pad_token_id=49407))
    model = CLIPModel(config).eval()
    shapes = fill(model)
    import open_clip
    from open_clip.transform import PreprocessCfg, image_transform_v2

    pixels = pictures(image_transform_v2(PreprocessCfg(size=224), is_train=False))
    tokens = open_clip.SimpleTokenizer()(TEXTS)  # The same ids as CLIPTokenizer's for these texts.
    with torch.no_grad():
        images = model.get_image_features(pixel_values=pixels)
        texts = model.get_text_features(input_ids=tokens)
    images, texts = (getattr(v, "pooler_output", v) for v in (images, texts))
    files = {
        "config.json": json.loads(config.to_json_string(use_diff=False)),
        "preprocessor_config.json": {
            "crop_size": 224, "do_center_crop": True, "do_normalize": True, "do_resize": True, "resample": 3,
            "image_mean": OPENAI_MEAN, "image_std": OPENAI_STD, "size": 224},
    }
    ids = [row[: row.argmax() + 1].tolist() for row in tokens]
    return record(shapes, files, pixels, OPENAI_MEAN, OPENAI_STD, images, ids, texts)


def main(out, *names):
    torch.set_num_threads(1)
    for module in sorted(os.listdir(os.path.dirname(os.path.abspath(__file__)))):
        if module.startswith("clip_goldens_") and module.endswith(".py"):
            __import__(module[:-3]).register(golden)
    for name in names or GOLDENS:
        print(name)
        text = json.dumps(GOLDENS[name](), separators=(",", ":"))
        with open(os.path.join(out, name.replace("_", "-") + ".json.gz"), "wb") as file:
            file.write(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
