"""What an encoder's cycles go to: a table of the lines of `perf report`, which come from its standard input.

A line is a share, a library and a function; see bench_profile in setup/bench.sh. What is less than a half percent of a
kind is left out of the names that the table gives.
"""

import re
import sys
from collections import defaultdict

# The first that fits counts.
KINDS = [
    ("convolutions of ours", r"lumiere::.*(convolve|Places)"),
    ("attention and softmax of ours", r"lumiere::.*(softmax|Attention)"),
    ("packing of rows", r"lumiere::.*::pack"),
    ("products of ours", r"lumiere::"),
    ("convolutions of ncnn, each channel by itself", r"ncnn::.*(ConvolutionDepthWise|convdw)"),
    ("convolutions of ncnn", r"ncnn::.*(conv|Conv|InnerProduct)"),
    ("products of ncnn", r"ncnn::.*(gemm|Gemm|MultiHeadAttention)"),
    ("zeros around images", r"ncnn::(Padding|copy_make_border|padding)"),
    ("layer norm", r"ncnn::.*(LayerNorm|layernorm)"),
    ("GELU and other activations", r"ncnn::.*(GELU|gelu|Clip|ReLU|Swish|Sigmoid|UnaryOp|unary)|erf|exp"),
    ("sums and factors, element by element", r"ncnn::.*(BinaryOp|binary_op)"),
    ("changes of layout", r"ncnn::.*(Packing|Permute|Reshape|Concat|Crop|Slice|Flatten)"),
    ("other parts of ncnn", r"ncnn"),
    ("preprocessing", r"models\.internal\.(preprocess|tokenizer)"),
    ("the starter's bridge", r"models\.internal\.bridge"),
]
LIBRARIES = [
    ("Java", r"JIT|libjvm|libjava|libnio|libjni|libsimd|perf-"),
    ("copies and memory", r"libc|libstdc"),
    ("the system", r"kernel"),
]


def kind(library, function):
    for name, pattern in KINDS:
        if re.search(pattern, function):
            return name
    for name, pattern in LIBRARIES:
        if re.search(pattern, library):
            return name
    return "others"


def short(function):
    """Without namespaces, parameters and what tells instances of a template apart."""
    function = re.sub(r"\(anonymous namespace\)::|\(.*|<.*", "", function)
    return re.sub(r".*[ .:](?=\w)", "", function) or function


def main():
    shares, functions = defaultdict(float), defaultdict(lambda: defaultdict(float))
    for line in sys.stdin:
        found = re.match(r"\s*([\d.]+)%\s+(.*?)\s+\[[.k]\]\s+(.*?)\s*$", line)
        if found:
            share, library, function = float(found[1]), found[2], found[3]
            shares[kind(library, function)] += share
            functions[kind(library, function)][short(function)] += share
    total = sum(shares.values())
    print("| of the thread's time | % | most of it |\n|---|---|---|")
    for name in sorted(shares, key=shares.get, reverse=True):
        most = sorted(functions[name].items(), key=lambda f: -f[1])[:3]
        names = ", ".join(f for f, share in most if share >= total / 200)
        print(f"| {name} | {100 * shares[name] / total:.1f} | {names} |")


if __name__ == "__main__":
    main()
