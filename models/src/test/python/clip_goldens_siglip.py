"""Goldens of SigLIP and SigLIP 2, by transformers' SiglipModel and by open_clip; see clip_goldens.py.

Their vocabularies are in no package: texts are cut by the small SentencePiece models of the tokenizers' tests
(sentencepiece_models.py), whose ids are fewer, but whose marks of the end and of padding are the same.
"""

import os

import torch

from clip_weights import TEXTS, fill

MODELS = os.path.join(os.path.dirname(__file__), "..", "resources", "io", "lumiere", "models", "internal", "tokenizer")
HALF = (0.5, 0.5, 0.5)
CONTEXT = 64


def ids(model, cleaned):
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=os.path.join(MODELS, model))
    return [pieces.encode(text)[: CONTEXT - 1] + [pieces.eos_id()] for text in cleaned]


def padded(rows, pad):
    return torch.tensor([row + [pad] * (CONTEXT - len(row)) for row in rows])


def squashed(size, interpolation):
    """Along rows first, then along columns, as Pillow up to 12 does by itself; 13 takes the cheaper way first."""
    from clip_goldens import pictures
    from open_clip.transform import PreprocessCfg, image_transform_v2
    from PIL import Image

    resample = {"bicubic": Image.Resampling.BICUBIC, "bilinear": Image.Resampling.BILINEAR}[interpolation]
    transform = image_transform_v2(
        PreprocessCfg(size=size, mean=HALF, std=HALF, interpolation=interpolation, resize_mode="squash"),
        is_train=False)

    def squash(image):
        return transform(image.resize((size, image.height), resample).resize((size, size), resample))

    return pictures(squash)


def canonical(texts):
    """As SiglipTokenizer cleans texts."""
    import string

    return [" ".join(t.translate(str.maketrans("", "", string.punctuation)).lower().split()) for t in texts]


def siglip_model(config, vocabulary, cleaned, pad, interpolation, resample):
    from clip_goldens import record
    from transformers import SiglipModel

    model = SiglipModel(config).eval()
    shapes = fill(model)
    pixels = squashed(config.vision_config.image_size, interpolation)
    rows = ids(vocabulary, cleaned)
    with torch.no_grad():
        images = model.get_image_features(pixel_values=pixels)
        texts = model.get_text_features(input_ids=padded(rows, pad))
    images, texts = (getattr(v, "pooler_output", v) for v in (images, texts))
    size = config.vision_config.image_size
    files = {
        "config.json": config.to_diff_dict(),
        "preprocessor_config.json": {
            "do_normalize": True, "do_rescale": True, "do_resize": True, "image_mean": HALF, "image_std": HALF,
            "image_processor_type": "SiglipImageProcessor", "resample": resample, "rescale_factor": 0.00392156862745098,
            "size": {"height": size, "width": size}},
    }
    made = record(shapes, files, pixels, HALF, HALF, images, rows, texts)
    made["vocabulary"] = {"file": "spiece.model" if vocabulary == "unigram.model" else "tokenizer.model", "of": vocabulary}
    return made


def siglip_vit_b_16():
    """Full size, Hugging Face's names: all values of SiglipConfig's defaults are the model's."""
    from transformers import SiglipConfig

    config = SiglipConfig(text_config=dict(vocab_size=32000), vision_config=dict(image_size=224, patch_size=16))
    return siglip_model(config, "unigram.model", canonical(TEXTS), 1, "bicubic", 3)


def siglip_2_width_128():
    """The whole vocabulary of SigLIP 2, and little else."""
    from transformers import SiglipConfig

    tower = dict(hidden_size=128, intermediate_size=512, num_hidden_layers=4, num_attention_heads=2)
    config = SiglipConfig(
        text_config=dict(vocab_size=256000, projection_size=128, **tower),
        vision_config=dict(image_size=256, patch_size=16, **tower))
    return siglip_model(config, "bpe.model", [t.lower() for t in TEXTS], 0, "bilinear", 2)


def open_clip_siglip(layers, config, vocabulary, pad, files):
    import open_clip
    import timm
    from clip_goldens import record

    create = timm.create_model
    timm.create_model = lambda *args, **kwargs: create(*args, depth=layers, **kwargs)
    try:
        model = open_clip.model.CustomTextCLIP(**config).eval()
    finally:
        timm.create_model = create
    shapes = fill(model)
    pixels = squashed(config["vision_cfg"]["image_size"], "bicubic")
    rows = ids(vocabulary, [open_clip.tokenizer.canonicalize_text(open_clip.tokenizer.basic_clean(t)) for t in TEXTS])
    with torch.no_grad():
        images, texts = model.encode_image(pixels), model.encode_text(padded(rows, pad))
    made = record(shapes, files, pixels, HALF, HALF, images, rows, texts)
    made["vocabulary"] = {"file": "spiece.model" if vocabulary == "unigram.model" else "tokenizer.model", "of": vocabulary}
    return made


def open_clip_config(name, layers, **text):
    import open_clip

    config = dict(open_clip.get_model_config(name))
    config.pop("custom_text")
    config["text_cfg"] = config["text_cfg"] | dict(layers=layers) | text
    return config


def open_clip_siglip_vit_b_16():
    """Reduced to two layers; no file beside the weights."""
    return open_clip_siglip(2, open_clip_config("ViT-B-16-SigLIP", 2), "unigram.model", 1, {})


def open_clip_siglip_2_vit_b_32():
    """tanh's approximation in both towers; the text tower reduced in width too, the file says all."""
    config = open_clip_config("ViT-B-32-SigLIP2-256", 2, width=128, heads=2)
    files = {"open_clip_config.json": {
        "model_cfg": config,
        "preprocess_cfg": {"mean": HALF, "std": HALF, "interpolation": "bicubic", "resize_mode": "squash"}}}
    return open_clip_siglip(2, config, "bpe.model", 0, files)


def register(golden):
    for function in (siglip_vit_b_16, siglip_2_width_128, open_clip_siglip_vit_b_16, open_clip_siglip_2_vit_b_32):
        golden(function)
