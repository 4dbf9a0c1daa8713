"""Goldens of MobileCLIP and MobileCLIP 2, by open_clip and timm; see clip_goldens.py."""

import base64

import torch

from clip_weights import TEXTS, fill

OPENAI_MEAN = (0.48145466, 0.4578275, 0.40821073)
OPENAI_STD = (0.26862954, 0.26130258, 0.27577711)


def mobileclip(name, stages=None, text_layers=12, merged=False, mean=(0, 0, 0), std=(1, 1, 1)):
    """stages: blocks of each stage, else all; merged: branches as one convolution each, as for running."""
    import open_clip
    import timm
    from clip_goldens import pictures, record
    from open_clip.transform import PreprocessCfg, image_transform_v2

    config = dict(open_clip.get_model_config(name))
    config.pop("custom_text")
    config["text_cfg"] = config["text_cfg"] | dict(layers=text_layers)
    create = timm.create_model
    reduced = dict(layers=stages) if stages else {}
    timm.create_model = lambda *args, **kwargs: create(*args, **reduced, **kwargs)
    try:
        model = open_clip.model.CustomTextCLIP(**config).eval()
    finally:
        timm.create_model = create
    if merged:
        model.visual.trunk = timm.utils.reparameterize_model(model.visual.trunk)
    shapes = fill(model)
    size = config["vision_cfg"]["image_size"]
    pixels = pictures(image_transform_v2(
        PreprocessCfg(size=size, mean=mean, std=std, interpolation="bilinear", resize_mode="shortest"), is_train=False))
    tokens = open_clip.SimpleTokenizer()(TEXTS)
    with torch.no_grad():
        # What all pictures have in common after so many blocks would hide what they have not: twice that is left.
        bias = model.visual.trunk.head.fc.bias
        bias.zero_()
        each = model.encode_image(pixels)
        common = each.mean(0)
        own = (each - common).norm(dim=-1).mean()
        print("  in common %.3f, own %.3f" % (common.norm(), own))
        bias.copy_(-common * (1 - 2 * own / common.norm()).clamp(0, 1))
        images, texts = model.encode_image(pixels), model.encode_text(tokens)
    ids = [row[: row.argmax() + 1].tolist() for row in tokens]
    made = record(shapes, {}, pixels, mean, std, images, ids, texts)
    made["values"] = {"visual.trunk.head.fc.bias": base64.b64encode(bias.detach().numpy().astype("<f4").tobytes()).decode()}
    return made


def mobileclip_s1():
    """Full size, with the branches of training."""
    return mobileclip("MobileCLIP-S1")


def mobileclip_2_s0():
    return mobileclip("MobileCLIP2-S0", (2, 2, 2, 2), 2, merged=True)


def mobileclip_2_s2():
    return mobileclip("MobileCLIP2-S2", (1, 2, 1, 1), 2)


def mobileclip_2_s3():
    """Five stages, layers normalised in another way, OpenAI's means."""
    return mobileclip("MobileCLIP2-S3", (1, 1, 1, 1, 1), 2, mean=OPENAI_MEAN, std=OPENAI_STD)


def register(golden):
    for function in (mobileclip_s1, mobileclip_2_s0, mobileclip_2_s2, mobileclip_2_s3):
        golden(function)
