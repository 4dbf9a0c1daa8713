"""Makes src/test/resources/io/lumiere/models/internal/checkpoint/*: small checkpoints as PyTorch writes them.

    python -m venv v && v/bin/pip install torch safetensors
    v/bin/python checkpoint_goldens.py OUT_DIR

Made with torch 2.15.0 and safetensors 0.8.0. Values are those of CheckpointGoldensTest: element i of
a tensor is (i * 7 % 32 - 9) / 4, exact in every type (whole numbers in integer types).
"""

import os
import sys
from collections import OrderedDict

import torch
from safetensors.torch import save_file


def values(*shape, dtype=torch.float32):
    count = 1
    for size in shape:
        count *= size
    exact = (torch.arange(count) * 7 % 32 - 9).to(torch.float64) / 4
    return exact.reshape(shape).to(dtype)


def all_types():
    return OrderedDict(
        f64=values(5, dtype=torch.float64),
        f32=values(2, 3, 4),
        f16=values(7, dtype=torch.float16),
        bf16=values(7, dtype=torch.bfloat16),
        i64=values(6, dtype=torch.int64),
        i32=values(6, dtype=torch.int32),
        i16=values(6, dtype=torch.int16),
        i8=values(6, dtype=torch.int8),
        u8=torch.arange(0, 256, 15, dtype=torch.uint8),
        boolean=torch.tensor([True, False, True]),
        scalar=torch.tensor(2.5),
        empty=torch.zeros(0, 3),
    )


def views():
    base = values(4, 6)
    return {
        "state_dict": OrderedDict(
            whole=base,
            transposed=base.t(),
            row=base[2],
            column=base[:, 1],
            block=base[1:3, 2:5],
            steps=base[::2, ::3],
            permuted=values(2, 3, 4).permute(2, 0, 1),
        ),
        "list": [values(2), {"inner": values(3)}],
        "parameter": torch.nn.Parameter(values(2, 2)),
        "epoch": 12,
        "rate": 1e-3,
        "name": "naïve ✓",
        "none": None,
        "flags": (True, False),
        "big": 1 << 70,
        "device": torch.device("cpu"),
        "dtype": torch.float16,
        "size": torch.Size([1, 2]),
    }


class Inner(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = torch.nn.LayerNorm(4)

    def forward(self, x):
        return self.norm(x)


class Scripted(torch.nn.Module):
    """As OpenAI published CLIP: a TorchScript archive in half precision, with buffers of whole numbers."""

    def __init__(self):
        super().__init__()
        self.blocks = torch.nn.Sequential(Inner(), Inner())
        self.scale = torch.nn.Parameter(torch.ones([]))
        self.register_buffer("input_resolution", torch.tensor(224))
        self.sizes = [1, 2, 3]

    def forward(self, x):
        return self.blocks(x) * self.scale * self.sizes[0]


def scripted():
    module = torch.jit.script(Scripted().half().eval())
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(values(*parameter.shape).to(parameter.dtype))
    return module


def main(out):
    module = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    with torch.no_grad():
        for tensor in module.state_dict().values():
            tensor.copy_(values(*tensor.shape).to(tensor.dtype))
    for name, content in [("types", all_types()), ("views", views()), ("module", module.state_dict())]:
        torch.save(content, os.path.join(out, name + ".pt"))
        torch.save(content, os.path.join(out, name + "-legacy.pt"), _use_new_zipfile_serialization=False)
    torch.save({"evil": print, "tensor": values(2)}, os.path.join(out, "refused.pt"))
    scripted().save(os.path.join(out, "script.pt"))
    save_file(all_types(), os.path.join(out, "types.safetensors"), metadata={"format": "pt"})


main(*sys.argv[1:])
