"""Goldens of CLIP with a ResNet, of Chinese-CLIP, and of a text tower of many languages; see clip_goldens.py.

Made with cn_clip 1.6.0 and sentence-transformers 6.2.0 beside what is named there, and with Pillow 12.1.0:
Pillow 13 squeezes some pictures by columns before rows, see resize_goldens.py.
"""

import json
import os
import tempfile

import torch

from clip_goldens import OPENAI_BUFFERS, OPENAI_MEAN, OPENAI_STD, open_clip_model, pictures, record
from clip_weights import fill, values

CHINESE = ["一只猫的照片", "海上的日落,2019年", "两个穿红色外套的人在遛狗", "Golden Gate 大橋 🌉", ""]
MULTILINGUAL = ["Ein Hund läuft am Strand", "夕焼けの海", "Un chat noir, assis sur le mur!", "Мост ночью", ""]


def register(golden):
    for function in (openai_rn50, openai_rn50x4, chinese_clip_vit_b_16, chinese_clip_vit_h_14, chinese_clip_rn50,
                     full_chinese_clip_rn50,
                     hugging_face_chinese_clip, multilingual_distilbert):
        golden(function)


def retold(made, texts):
    """The record's texts in place of the English ones."""
    for entry, text in zip(made["texts"], texts):
        entry["text"] = text
    return made


def smaller(made, count=3):
    """Vectors of 1,024 numbers take place: the first few will do."""
    return made | {"pixels": made["pixels"][:count], "images": made["images"][:count], "texts": made["texts"][:count]}


def openai_rn50():
    """Full size, as OpenAI's archive."""
    config = dict(
        quick_gelu=True, embed_dim=1024,
        vision_cfg=dict(image_size=224, layers=[3, 4, 6, 3], width=64, patch_size=None),
        text_cfg=dict(context_length=77, vocab_size=49408, width=512, heads=8, layers=12))
    return smaller(open_clip_model(config, extra=OPENAI_BUFFERS))


def openai_rn50x4():
    """Few blocks of the wider ResNet on larger pictures."""
    config = dict(
        quick_gelu=True, embed_dim=640,
        vision_cfg=dict(image_size=288, layers=[1, 1, 2, 1], width=80, patch_size=None),
        text_cfg=dict(context_length=77, vocab_size=49408, width=640, heads=10, layers=2))
    return smaller(open_clip_model(config, extra=OPENAI_BUFFERS))


def cn_clip_model(vision, text):
    from cn_clip.clip import model as cn, tokenize
    from cn_clip.clip.utils import image_transform

    folder = os.path.join(os.path.dirname(cn.__file__), "model_configs")
    config = {}
    for name, changes in (vision, text):
        with open(os.path.join(folder, name + ".json")) as file:
            config |= json.load(file) | changes
    if isinstance(config["vision_layers"], str):
        config["vision_layers"] = json.loads(config["vision_layers"])
    model = cn.CLIP(**config).eval()
    shapes = fill(model)
    pixels = pictures(image_transform(config["image_resolution"]))
    tokens = tokenize(CHINESE)
    with torch.no_grad():
        images, texts = model.encode_image(pixels), model.encode_text(tokens)
    ids = [row[row != 0].tolist() for row in tokens]
    made = retold(record(shapes, {}, pixels, OPENAI_MEAN, OPENAI_STD, images, ids, texts), CHINESE)
    # As its training program saves it; the values belong to the names without wrappers.
    made["wrapped"] = {"state_dict.module." + name: name for name in shapes}
    return made


def chinese_clip_vit_b_16():
    """Full size."""
    return cn_clip_model(("ViT-B-16", {}), ("RoBERTa-wwm-ext-base-chinese", {}))


def chinese_clip_rn50():
    return smaller(cn_clip_model(("RN50", {"vision_layers": [1, 2, 1, 1]}), ("RBT3-chinese", {"text_num_hidden_layers": 2})))


def full_chinese_clip_rn50():
    return smaller(cn_clip_model(("RN50", {}), ("RBT3-chinese", {})))


def chinese_clip_vit_h_14():
    """Heads 80 wide, which the weights do not tell; few blocks."""
    return smaller(cn_clip_model(
        ("ViT-H-14", {"vision_layers": 2}), ("RoBERTa-wwm-ext-large-chinese", {"text_num_hidden_layers": 2})))


def hugging_face_chinese_clip():
    from cn_clip.clip import tokenize
    from cn_clip.clip.utils import image_transform
    from transformers import ChineseCLIPConfig, ChineseCLIPModel

    config = ChineseCLIPConfig(
        projection_dim=512,
        vision_config=dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=3, num_attention_heads=12,
                           image_size=224, patch_size=32, projection_dim=512, hidden_act="quick_gelu"),
        text_config=dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=3, num_attention_heads=12,
                         vocab_size=21128, max_position_embeddings=512, hidden_act="gelu"))
    model = ChineseCLIPModel(config).eval()
    shapes = fill(model)
    pixels = pictures(image_transform(224))
    tokens = tokenize(CHINESE)
    with torch.no_grad():
        images = model.get_image_features(pixel_values=pixels)
        texts = model.get_text_features(input_ids=tokens, attention_mask=(tokens != 0).long())
    images, texts = (getattr(v, "pooler_output", v) for v in (images, texts))
    files = {
        "config.json": json.loads(config.to_json_string(use_diff=False)),
        "preprocessor_config.json": {
            "do_center_crop": False, "do_normalize": True, "do_resize": True, "resample": 3,
            "image_mean": OPENAI_MEAN, "image_std": OPENAI_STD, "size": {"height": 224, "width": 224}},
    }
    ids = [row[row != 0].tolist() for row in tokens]
    return retold(record(shapes, files, pixels, OPENAI_MEAN, OPENAI_STD, images, ids, texts), CHINESE)


def vocabulary():
    """Of the texts' characters, and a few longer pieces: BERT's own of many languages has 119,547."""
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    characters = sorted(set("".join(MULTILINGUAL)) - {" "})
    return marks + ["Hund", "am", "Strand", "chat", "##uft"] + characters + ["##" + c for c in characters]


def multilingual_distilbert():
    """Three of the six layers, at full width; a text tower alone."""
    from sentence_transformers.models import Dense, Pooling
    from transformers import BertTokenizer, DistilBertConfig, DistilBertModel

    config = DistilBertConfig(vocab_size=len(vocabulary()), n_layers=3)
    model = DistilBertModel(config).eval()
    matrix = Dense(768, 512, bias=False, activation_function=torch.nn.Identity())
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("\n".join(vocabulary()) + "\n")
    tokens = BertTokenizer(file.name, do_lower_case=False)(MULTILINGUAL, padding=True, return_tensors="pt")
    os.unlink(file.name)
    shapes = fill(model) | fill_under(matrix, "dense.")
    with torch.no_grad():
        features = {
            "token_embeddings": model(tokens["input_ids"], attention_mask=tokens["attention_mask"])[0],
            "attention_mask": tokens["attention_mask"]}
        texts = matrix(Pooling(768, pooling_mode="mean")(features))["sentence_embedding"]
    ids = [row[mask == 1].tolist() for row, mask in zip(tokens["input_ids"], tokens["attention_mask"])]
    files = {
        "config.json": json.loads(config.to_json_string(use_diff=False)),
        "sentence_bert_config.json": {"max_seq_length": 128, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": 768, "pooling_mode_mean_tokens": True},
        "2_Dense/config.json": {
            "in_features": 768, "out_features": 512, "bias": False,
            "activation_function": "torch.nn.modules.linear.Identity"},
        "vocab.txt": "\n".join(vocabulary()) + "\n",
    }
    made = record(shapes, files, [], OPENAI_MEAN, OPENAI_STD, texts[:0], ids, texts)
    return retold(made, MULTILINGUAL) | {"imagesOf": "laion-vit-b-32"}


def fill_under(module, prefix):
    """Gives a module's tensors the values of the names that they have under a prefix."""
    with torch.no_grad():
        for name, tensor in module.state_dict().items():
            tensor.copy_(torch.from_numpy(values(prefix + name, list(tensor.shape))))
    return {prefix + name: list(tensor.shape) for name, tensor in module.state_dict().items()}
