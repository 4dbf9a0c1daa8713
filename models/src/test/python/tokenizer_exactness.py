"""Hashes of what the reference tokenizers give for 12,000 texts each, a hash for 100 texts.

    python -m venv v && v/bin/pip install open_clip_torch cn_clip transformers sentencepiece
    v/bin/python tokenizer_exactness.py golden FAMILY...     writes exactness-FAMILY.txt
    v/bin/python tokenizer_exactness.py show FAMILY BLOCK    prints a block's texts and ids

The texts are not stored: text number i comes from SplitMix64 seeded with i, out of the snippets
and the ranges of characters in corpus-snippets.jsonl and corpus-ranges.txt; the tests make the
same ones (TokenizerCorpus). The ranges have only characters that are the same in Unicode 14 to 17,
or stay unassigned, so that no library's tables are too old for them.

A block's hash is FNV-1a, 64 bits, over the number of ids and the ids of each text.
"""

import json
import os
import sys

FOLDER = os.path.join(os.path.dirname(__file__), "..", "resources", "io", "lumiere", "models", "internal", "tokenizer")
TEXTS = 12_000
BLOCK = 100
MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        return (z >> 33) % bound


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read().splitlines()


SNIPPETS = [json.loads(line) for line in read("corpus-snippets.jsonl")]
RANGES = [tuple(int(h, 16) for h in line.split()) for line in read("corpus-ranges.txt")]


def text(index):
    """The snippets come first, each alone; then mixtures, every 200th of them a very long text."""
    if index < len(SNIPPETS):
        return SNIPPETS[index]
    random = SplitMix(index)
    ranges = [RANGES[random.below(len(RANGES))] for _ in range(1 + random.below(4))]
    parts = []
    for _ in range(1 + random.below(10)):
        kind = random.below(10)
        if kind < 3:
            parts.append(SNIPPETS[random.below(len(SNIPPETS))])
        elif kind < 6:
            words = SNIPPETS[random.below(len(SNIPPETS))].split(" ")
            parts.append(words[random.below(len(words))])
        elif kind < 7:
            parts.append("".join(chr(0x20 + random.below(0x5F)) for _ in range(1 + random.below(8))))
        else:
            low, high = ranges[random.below(len(ranges))]
            parts.append("".join(chr(low + random.below(high - low + 1)) for _ in range(1 + random.below(6))))
        if random.below(10) < 6:
            parts.append(" ")
    mixture = "".join(parts)
    return mixture * (1 + random.below(60)) if index % 200 == 199 else mixture


def open_clip():
    from open_clip.tokenizer import SimpleTokenizer

    tokenizer = SimpleTokenizer()

    def encode(value):
        tokens = [tokenizer.sot_token_id] + tokenizer.encode(value) + [tokenizer.eot_token_id]
        if len(tokens) > 77:
            tokens = tokens[:76] + [tokenizer.eot_token_id]
        return tokens

    return encode


def hugging_face_clip():
    from open_clip.tokenizer import SimpleTokenizer
    from transformers import CLIPTokenizer

    simple = SimpleTokenizer()
    vocabulary = dict(list(simple.encoder.items())[:-2])
    vocabulary["<|startoftext|>"] = len(vocabulary)
    vocabulary["<|endoftext|>"] = len(vocabulary)
    tokenizer = CLIPTokenizer(vocab=vocabulary, merges=list(simple.bpe_ranks))
    return lambda value: tokenizer(value, truncation=True, max_length=77)["input_ids"]


def chinese_clip():
    from cn_clip.clip.bert_tokenizer import FullTokenizer

    tokenizer = FullTokenizer()

    def encode(value):
        ids = tokenizer.convert_tokens_to_ids(tokenizer.tokenize(value))[:50]
        return [tokenizer.vocab["[CLS]"]] + ids + [tokenizer.vocab["[SEP]"]]

    return encode


def bert(lower_case, max_length):
    import cn_clip.clip.bert_tokenizer as chinese
    from transformers import BertTokenizer

    tokenizer = BertTokenizer(vocab=chinese.default_vocab(), do_lower_case=lower_case)
    return lambda value: tokenizer(value, truncation=True, max_length=max_length)["input_ids"]


def pieces(name):
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=os.path.join(FOLDER, name))
    return lambda value: model.encode(value) + [model.eos_id()]


def siglip2():
    """SigLIP 2's tokenizer of transformers, with the pieces of bpe.model; writes its tokenizer.json.

    A mark such as <eos> that somebody wrote is text, as it is for SentencePiece.
    """
    import sentencepiece
    from transformers import AddedToken
    from transformers.models.siglip2.tokenization_siglip2 import Siglip2Tokenizer

    model = sentencepiece.SentencePieceProcessor(model_file=os.path.join(FOLDER, "bpe.model"))
    pieces = {model.id_to_piece(i): i for i in range(len(model))}
    merges = []
    for piece, index in pieces.items():
        if model.is_control(index) or model.is_unknown(index) or model.is_byte(index):
            continue
        for at in range(1, len(piece)):
            if piece[:at] in pieces and piece[at:] in pieces:
                merges.append((-model.get_score(index), pieces[piece[:at]], pieces[piece[at:]], piece[:at], piece[at:]))
    merges = [(left, right) for _, _, _, left, right in sorted(merges)]
    tokenizer = Siglip2Tokenizer(vocab=pieces, merges=merges, mask_token=None)
    tokenizer.add_tokens([AddedToken(own, normalized=False, special=False) for own in ("\n", "\n\n", "<b>")])
    tokenizer.backend_tokenizer.save(os.path.join(FOLDER, "siglip2-tokenizer.json"))
    return lambda value: tokenizer(value, add_special_tokens=False, split_special_tokens=True)["input_ids"] + [model.eos_id()]


def siglip():
    """transformers' cleaning for SigLIP, then the pieces."""
    from types import SimpleNamespace

    from transformers.models.siglip.tokenization_siglip import SiglipTokenizer

    this = SimpleNamespace(do_lower_case=True)
    this.remove_punctuation = lambda value: SiglipTokenizer.remove_punctuation(this, value)
    return cut(lambda value: SiglipTokenizer.canonicalize_text(this, value))


def open_clip_siglip():
    """open_clip's cleaning for SigLIP, then the pieces."""
    from open_clip.tokenizer import basic_clean, canonicalize_text

    return cut(lambda value: canonicalize_text(basic_clean(value)))


def cut(clean):
    encode = pieces("unigram.model")

    def cleaned(value):
        ids = encode(clean(value))
        return ids if len(ids) <= 64 else ids[:63] + ids[-1:]

    return cleaned


FAMILIES = {
    "siglip": siglip,
    "siglip2": siglip2,
    "open-clip-siglip": open_clip_siglip,
    "open-clip": open_clip,
    "hugging-face-clip": hugging_face_clip,
    "chinese-clip": chinese_clip,
    "bert-uncased": lambda: bert(True, 52),
    "bert-cased": lambda: bert(False, 128),
    "unigram": lambda: pieces("unigram.model"),
    "bpe": lambda: pieces("bpe.model"),
}


def fnv(state, number):
    for shift in (0, 8, 16, 24):
        state = ((state ^ ((number >> shift) & 0xFF)) * 0x100000001B3) & MASK
    return state


def golden(family):
    encode = FAMILIES[family]()
    with open(os.path.join(FOLDER, f"exactness-{family}.txt"), "w") as file:
        for block in range(TEXTS // BLOCK):
            state = 0xCBF29CE484222325
            for index in range(block * BLOCK, (block + 1) * BLOCK):
                ids = encode(text(index))
                state = fnv(state, len(ids))
                for token in ids:
                    state = fnv(state, token)
            print(f"{state:016x}", file=file)


def show(family, block):
    encode = FAMILIES[family]()
    for index in range(int(block) * BLOCK, (int(block) + 1) * BLOCK):
        print(json.dumps(text(index)), *encode(text(index)))


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        for name in sys.argv[2:]:
            golden(name)
    else:
        show(*sys.argv[2:])
