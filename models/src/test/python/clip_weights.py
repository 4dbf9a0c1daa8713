"""Weights, pictures and texts of the parity tests of CLIP models, the same in Python and in Java.

A tensor's values follow from its name and shape alone (GeneratedCheckpoint.java does the same):

    seed   = FNV-1a, 64 bits, of the name in UTF-8
    x(i)   = SplitMix64's output function of seed + (i + 1) * 0x9E3779B97F4A7C15
    u(i)   = (x(i) >> 40) / 2^23 - 1              between -1 and 1, exact in single precision
    value  = float32(base + scale * u(i))         computed in double precision

Base and scale follow from the kind of tensor, see `law`. They are such that signals keep their size on
their way through the layers, and that attention looks at some tokens more than at others: with weights as a
training begins with, all pictures would get nearly the same vector, and parity would prove little. For the
same reason many kernels of a ResNet and a FastViT (`CENTRED`) are taken less their mean for each output: what all pictures
have in common after a ReLU is its mean, which a trained network takes away.
"""

import math
import re

import numpy as np

GOLDEN = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1
LAYER_SCALES = ("layer_scale.gamma", "layer_scale_1.gamma", "layer_scale_2.gamma")  # FastViT has 40 blocks.


def seed(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def uniform(name, count):
    with np.errstate(over="ignore"):
        x = np.uint64(seed(name)) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GOLDEN)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    return (x >> np.uint64(40)).astype(np.float64) / (1 << 23) - 1


# A ResNet's convolutions after the first, and what its last attention takes.
CENTRED = re.compile(
    r".*(layer\d\.\d+\.(conv\d|downsample\.0)|visual\.conv[23]|attnpool\.v_proj"
    r"|trunk\.(stem|stages\.\d\.downsample|final_conv)\.((?!conv_scale|se\.).)*conv"
    r"|trunk\.stages\..*\.mlp\.(conv\.conv|fc2))\.weight")


def law(name, shape):
    """Base and scale of a tensor's values."""
    last = name.rsplit(".", 1)[-1]
    if last == "logit_scale":
        return math.log(100), 0
    if last == "logit_bias":
        return -10, 0
    if last == "running_var":
        return 1, 0.5
    if last == "running_mean":
        return 0, 0.1
    if name.endswith(LAYER_SCALES):
        return 0.1, 0.05
    if last in ("gamma", "layer_scale") or name.endswith(("ls1", "ls2")):
        return 0.5, 0.2
    if last.endswith("bias"):
        return 0, 0.1
    if len(shape) == 1 and last == "weight":
        return 1, 0.2
    if name.endswith("attnpool.positional_embedding"):
        return 0, 0.3
    if last in ("probe", "latent"):
        return 0, 4
    embedding = "embedding" in name and "patch" not in name or last == "pos_embed"
    if len(shape) < 2 or embedding:
        return 0, 1
    fan_in = shape[0] if last in ("proj", "text_projection") else math.prod(shape[1:])
    gain = 1.0
    if any(part in name for part in ("q_proj", "k_proj", "in_proj", "qkv", ".query.", ".key.", "q_lin", "k_lin")):
        gain = 1.6
    elif name.endswith(("out_proj.weight", "c_proj.weight", "attn.proj.weight", "fc2.weight", "output.dense.weight")):
        gain = 0.7
    elif name.endswith("reparam_conv.weight"):
        gain = 1.0 if "token_mixer" in name else 2.0
    elif CENTRED.fullmatch(name) and len(shape) == 4:
        gain = 0.6 if "layer" in name and ".conv3." in name else 1.7
    return 0, gain * math.sqrt(3.0 / fan_in)


def values(name, shape):
    base, scale = law(name, shape)
    flat = uniform(name, math.prod(shape))
    if CENTRED.fullmatch(name):
        rows = flat.reshape(shape[0], -1)
        flat = (rows - rows.mean(axis=1, keepdims=True)).reshape(-1)  # The sums are exact, in any order.
    flat = base + scale * flat
    return flat.astype(np.float32).reshape(shape)


def fill(module, keep=()):
    """Gives every floating tensor of a PyTorch module its values; returns names and shapes of all tensors."""
    import torch

    shapes = {}
    with torch.no_grad():
        for name, tensor in module.state_dict().items():
            shapes[name] = list(tensor.shape)
            if tensor.is_floating_point() and name not in keep:
                tensor.copy_(torch.from_numpy(values(name, list(tensor.shape))))
    return shapes


def picture(index):
    """An RGB picture of 3 x 8 bits a pixel: blocks of colour, stripes and rings, by whole numbers alone."""
    width, height = [(320, 240), (224, 224), (240, 320), (500, 260), (256, 256), (224, 300)][index % 6]
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    block = (x // (20 + 7 * index)) * 31 + (y // (16 + 5 * index)) * 17 + index * 101
    rings = ((x - width // 3) ** 2 + (y - height // 2) ** 2) // (40 + 300 * index)
    planes = []
    for channel in range(3):
        v = (block * (channel + 3 + index) * 2654435761) >> 7
        w = rings * (channel + 1) * (5 + index) + x * (index % 3) + y * ((index + channel) % 4)
        planes.append(((v % 256) * (2 + index % 2) + (w % 256)) // (3 + index % 2) % 256)
    return np.stack(planes, axis=-1).astype(np.uint8)


TEXTS = ["a photo of a cat", "sunset over the sea", "two people in red coats walking a dog", "Golden Gate Bridge, 1998!", ""]
