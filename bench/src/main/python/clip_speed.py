"""CLIP's speed in PyTorch on one thread, and the files that `./lumiere bench encoding` and `clip` measure beside it.

    python -m venv v && v/bin/pip install torch open_clip_torch safetensors onnx
    v/bin/python bench/src/main/python/clip_speed.py make OUT [NAME]   OUT/NAME.safetensors and OUT/NAME.onnx
    v/bin/python bench/src/main/python/clip_speed.py time OUT [NAME]   ms an image and a text, peak memory

NAME is ViT-B-32 (default), ViT-B-16 or RN50, of the sizes and the names of tensors of OpenAI's archives. The
weights are generated, see clip_weights.py: they show speed and memory, no quality. Between the two, processor
times of all models that were made, in each precision and beside onnxruntime:

    ./lumiere bench encoding OUT

or a model with its preprocessing and its memory:

    ./lumiere models add NAME --from OUT/NAME.safetensors
    ./lumiere bench clip MODEL-FOLDER OUT/NAME.onnx

The time of an image includes its preprocessing, as in `./lumiere bench clip`; that of a text its tokens. The
picture is of the model's size, so nothing is scaled.
"""

import os
import statistics
import sys
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[".."] * 4)
sys.path.insert(0, os.path.join(ROOT, "models", "src", "test", "python"))

import torch
from PIL import Image

from clip_weights import fill, picture

TEXT = "two people in red coats walking a dog"  # As in ClipBench.java.
ROUNDS = 9


def build(name):
    import open_clip

    model = open_clip.model.CLIP(**open_clip.get_model_config(name), quick_gelu=True).eval()
    fill(model)
    return model


def make(out, name):
    from safetensors.torch import save_file

    model = build(name)
    os.makedirs(out, exist_ok=True)
    state = {k: v.contiguous().clone() for k, v in model.state_dict().items() if k != "attn_mask"}
    for buffer in ("input_resolution", "context_length", "vocab_size"):
        state[buffer] = torch.tensor(0)  # An OpenAI archive is known by these; it uses QuickGELU.
    save_file(state, os.path.join(out, name + ".safetensors"))
    torch.onnx.export(
        model.visual, (torch.zeros(1, 3, 224, 224),), os.path.join(out, name + ".onnx"),
        input_names=["image"], output_names=["vector"], opset_version=18, dynamo=False)


def measure(name):
    import open_clip
    from open_clip.transform import PreprocessCfg, image_transform_v2

    model = build(name)
    preprocess = image_transform_v2(PreprocessCfg(size=224), is_train=False)
    tokenize = open_clip.SimpleTokenizer()
    photo = Image.fromarray(picture(1))

    def image():
        model.encode_image(preprocess(photo).unsqueeze(0), normalize=True)

    def text():
        model.encode_text(tokenize([TEXT]), normalize=True)

    with torch.inference_mode():
        times = {"image": [], "text": []}
        for i in range(-2, ROUNDS):
            for what, work in (("image", image), ("text", text)):
                started = time.perf_counter()
                work()
                if i >= 0:
                    times[what].append((time.perf_counter() - started) * 1000)
    for what, ms in times.items():
        print("PyTorch %s %s: %.1f ms (min %.1f, max %.1f of %d)" % (
            torch.__version__, what, statistics.median(ms), min(ms), max(ms), len(ms)))
    if os.path.exists("/proc/self/status"):
        with open("/proc/self/status") as status:
            print("".join(line for line in status if line.startswith("VmHWM")), end="")


def main(command, out, name="ViT-B-32"):
    torch.set_num_threads(1)
    if command == "make":
        make(out, name)
    elif command == "time":
        measure(name)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) in (3, 4) else sys.exit(__doc__)
