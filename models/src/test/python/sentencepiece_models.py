"""Trains the small SentencePiece models of the tests, from the names of Unicode's characters.

    python -m venv v && v/bin/pip install sentencepiece
    v/bin/python sentencepiece_models.py

No registry of packages carries SigLIP's own. The two have what theirs have: a unigram model with
T5's ids and map of characters, and a BPE model with Gemma's ids, bytes and symbols of its own.
"""

import io
import os
import tempfile
import unicodedata

import sentencepiece

FOLDER = os.path.join(os.path.dirname(__file__), "..", "resources", "io", "lumiere", "models", "internal", "tokenizer")


def sentences():
    """The names of characters, eight a sentence, and the letters of a few scripts."""
    for first in range(0x20, 0x3000, 8):
        chars = [chr(c) for c in range(first, first + 8) if unicodedata.category(chr(c))[0] in "LNPS"]
        names = " ".join(unicodedata.name(c, "") for c in chars).lower()
        if names:
            yield names + "."
        if chars and 0x20 <= first < 0x460:
            yield "".join(chars)


def rules():
    """A map of characters as T5's is, but of some kilobytes: NFKC of some blocks, other spaces."""
    path = os.path.join(tempfile.mkdtemp(), "rules.tsv")
    blocks = [(0xA0, 0x17F), (0x1C4, 0x1F3), (0x2000, 0x218B), (0x2460, 0x24EA), (0x3000, 0x3000), (0x3300, 0x3357), (0xFB00, 0xFDFC), (0xFF01, 0xFFEF)]
    with open(path, "w") as file:
        for first, last in blocks:
            for char in map(chr, range(first, last + 1)):
                mapped = unicodedata.normalize("NFKC", char)
                if mapped != char:
                    print(f"{ord(char):X}", " ".join(f"{ord(c):X}" for c in mapped), sep="\t", file=file)
        for pair in ("e\u0301", "a\u030a", "o\u0308", "\u304b\u3099"):
            mapped = unicodedata.normalize("NFC", pair)
            print(" ".join(f"{ord(c):X}" for c in pair), f"{ord(mapped):X}", sep="\t", file=file)
        for space in (0x9, 0xA, 0xD):
            print(f"{space:X}", "20", sep="\t", file=file)
        for control in (0x0B, 0x7F, 0x200B, 0xFEFF):
            print(f"{control:X}", "", sep="\t", file=file)
    return path


def train(name, **options):
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(list(sentences())),
        model_writer=model,
        num_threads=1,
        hard_vocab_limit=False,
        minloglevel=1,
        **options,
    )
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(model.getvalue())


train(
    "unigram.model",
    model_type="unigram",
    vocab_size=1500,
    character_coverage=0.98,
    pad_id=0,
    eos_id=1,
    unk_id=2,
    bos_id=-1,
    normalization_rule_tsv=rules(),
    user_defined_symbols=["<mask>", "photo"],
)
train(
    "bpe.model",
    model_type="bpe",
    vocab_size=1500,
    character_coverage=0.98,
    pad_id=0,
    eos_id=1,
    bos_id=2,
    unk_id=3,
    pad_piece="<pad>",
    eos_piece="<eos>",
    bos_piece="<bos>",
    byte_fallback=True,
    add_dummy_prefix=False,
    remove_extra_whitespaces=False,
    normalization_rule_name="identity",
    split_digits=True,
    user_defined_symbols=["\n", "\n\n", "<b>"],
)
