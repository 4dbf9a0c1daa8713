"""Makes src/test/resources/heif/*: small HEIC and AVIF files.

    apt-get install libheif-examples libavif-bin
    python heif_goldens.py OUT_DIR

Made with libheif 1.15.1 (x265 3.5) and libavif 0.11.1 (libaom 3.6.0); only the standard library of
Python is used. The pictures are four quarters, red, green, blue and yellow; and a smooth scene, whose
formula HeifFiles has, too.

The encoders at hand write neither grids of HEVC tiles nor turned HEVC pictures: those files are put
together here from what they do write (ISO/IEC 23008-12, ISO/IEC 14496-12).
"""

import math
import os
import struct
import subprocess
import sys
import tempfile
import zlib

OUT = sys.argv[1]
TEMP = tempfile.mkdtemp()
RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)


# --- Pictures ---------------------------------------------------------------------------------


def quarters(width, height):
    def pixel(x, y):
        right = 2 * x >= width
        if 2 * y < height:
            return GREEN if right else RED
        return YELLOW if right else BLUE

    return [[pixel(x, y) for x in range(width)] for y in range(height)]


def scene(width, height):
    def wave(phase):
        return int(120 + 115 * math.sin(phase))

    return [
        [
            (wave(x * 0.053 + y * 0.014), wave(x * 0.037 - y * 0.051 + 1), wave(y * 0.067 + 2))
            for x in range(width)
        ]
        for y in range(height)
    ]


def png(name, rows, alpha=None, sixteen=False, grey=False):
    """Rows of RGB triples; alpha is a function of x and y."""
    path = os.path.join(TEMP, name)
    raw = bytearray()
    for y, row in enumerate(rows):
        raw.append(0)
        for x, pixel in enumerate(row):
            samples = [pixel[0]] if grey else list(pixel)
            if alpha:
                samples.append(alpha(x, y))
            for sample in samples:
                raw += struct.pack(">H", sample * 257) if sixteen else bytes([sample])
    colour = (4 if alpha else 0) if grey else (6 if alpha else 2)
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 16 if sixteen else 8, colour, 0, 0, 0)

    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    with open(path, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head))
        out.write(chunk(b"IDAT", zlib.compress(bytes(raw), 9)) + chunk(b"IEND", b""))
    return path


def y4m(name, rows, red, blue, limited):
    """4:2:0 by the luminance weights of red and blue, in the full or the limited range."""
    height, width = len(rows), len(rows[0])

    def luma(pixel):
        return red * pixel[0] + (1 - red - blue) * pixel[1] + blue * pixel[2]

    def chroma(channel, weight):
        for y in range(0, height, 2):
            for x in range(0, width, 2):
                box = [rows[y + i][x + j] for i in (0, 1) for j in (0, 1)]
                mean = sum((pixel[channel] - luma(pixel)) / (2 * (1 - weight)) for pixel in box) / 4
                yield round(128 + mean * (224 / 255 if limited else 1))

    scale, base = (219 / 255, 16) if limited else (1, 0)
    samples = [round(base + scale * luma(pixel)) for row in rows for pixel in row]
    samples += list(chroma(2, blue)) + list(chroma(0, red))
    path = os.path.join(TEMP, name)
    with open(path, "wb") as file:
        file.write(b"YUV4MPEG2 W%d H%d F1:1 Ip A1:1 C420jpeg\nFRAME\n" % (width, height))
        file.write(bytes(samples))
    return path


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def out(name):
    return os.path.join(OUT, name)


def heic(target, picture, *options):
    run("heif-enc", "-q", "85", "-o", target, *options, picture)
    return target


def avif(name, picture, *options):
    speed = ["-s", "4"]
    quality = [] if "--lossless" in options else ["--min", "4", "--max", "12"]
    pictures = picture if isinstance(picture, list) else [picture]
    run("avifenc", *speed, *quality, *options, *pictures, out(name))


# --- HEIF files of one's own ------------------------------------------------------------------


def box(kind, content):
    return struct.pack(">I", 8 + len(content)) + kind + content


def full(kind, version, flags, content):
    return box(kind, struct.pack(">I", version << 24 | flags) + content)


def children(content):
    at = 0
    while at < len(content):
        size = struct.unpack(">I", content[at : at + 4])[0]
        yield content[at + 4 : at + 8], content[at + 8 : at + size]
        at += size


def coded(picture, *options):
    """The properties hvcC and ispe, and the data, of the picture that heif-enc makes."""
    path = heic(os.path.join(TEMP, "coded.heic"), picture, *options)
    with open(path, "rb") as file:
        content = file.read()
    top = dict(children(content))
    meta = dict(children(top[b"meta"][4:]))
    # Another ispe may follow: small pictures are 64 x 64, within a grid of one tile that crops them.
    properties = list(children(dict(children(meta[b"iprp"]))[b"ipco"]))[:2]
    return [box(kind, inner) for kind, inner in properties], top[b"mdat"]


def ispe(width, height):
    return full(b"ispe", 0, 0, struct.pack(">II", width, height))


def top_of(width, height, coded_height):
    """The property clap for the uppermost rows: how far their middle is from the picture's."""
    fractions = (width, 1, height, 1, 0, 1, height - coded_height, 2)
    return box(b"clap", struct.pack(">8i", *fractions))


def turned(orientation):
    """The properties that have the effect of an EXIF orientation: irot first, then imir."""
    quarter_turns, mirror = {
        1: (0, None),
        2: (0, 1),
        3: (2, None),
        4: (0, 0),
        5: (1, 0),
        6: (3, None),
        7: (1, 1),
        8: (1, None),
    }[orientation]
    found = [box(b"irot", bytes([quarter_turns]))] if quarter_turns else []
    return found + ([box(b"imir", bytes([mirror]))] if mirror is not None else [])


def heif(name, items, references=b"", idat=b"", primary=1):
    """items: (type, properties, data or (idat offset, length)), numbered from 1."""
    properties, associations, infe, lengths, data = [], b"", b"", [], b""
    for number, (kind, own, content) in enumerate(items, 1):
        indices = bytes(len(properties) + 1 + i for i in range(len(own)))
        properties += own
        associations += struct.pack(">HB", number, len(own)) + indices
        infe += full(b"infe", 2, 0, struct.pack(">HH", number, 0) + kind + b"\0")
        lengths.append(content)

    def meta(start):
        iloc, at = b"", start
        for number, content in enumerate(lengths, 1):
            if isinstance(content, tuple):
                iloc += struct.pack(">HHHHII", number, 1, 0, 1, *content)
            else:
                iloc += struct.pack(">HHHHII", number, 0, 0, 1, at, len(content))
                at += len(content)
        return full(
            b"meta",
            0,
            0,
            full(b"hdlr", 0, 0, struct.pack(">I4s12x", 0, b"pict") + b"\0")
            + full(b"pitm", 0, 0, struct.pack(">H", primary))
            + full(b"iloc", 1, 0, struct.pack(">BBH", 0x44, 0, len(items)) + iloc)
            + full(b"iinf", 0, 0, struct.pack(">H", len(items)) + infe)
            + (full(b"iref", 0, 0, references) if references else b"")
            + box(
                b"iprp",
                box(b"ipco", b"".join(properties))
                + full(b"ipma", 0, 0, struct.pack(">I", len(items)) + associations),
            )
            + (box(b"idat", idat) if idat else b""),
        )

    for content in lengths:
        data += b"" if isinstance(content, tuple) else content
    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    start = len(head) + len(meta(0)) + 8
    with open(out(name), "wb") as file:
        file.write(head + meta(start) + box(b"mdat", data))


def exif(orientation):
    block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\3\0\0\0\1" + struct.pack(">HH", orientation, 0)
    return b"\0\0\0\0" + block + b"\0\0\0\0"


def colours(name, red, blue, matrix, limited):
    """A picture whose box colr says its colours; the coded data says others, which do not count."""
    properties, data = coded(y4m("c.y4m", scene(96, 64), red, blue, limited))
    colour = b"nclx" + struct.pack(">HHHB", 1, 13, matrix, 0 if limited else 0x80)
    heif(name, [(b"hvc1", properties + [box(b"colr", colour)], data)])


def orientations():
    properties, data = coded(png("q.png", quarters(64, 48)))
    properties.append(top_of(64, 48, 64))
    for orientation in range(1, 9):
        items = [(b"hvc1", properties + turned(orientation), data)]
        # EXIF repeats the orientation, as phones write it, or says another one: it does not count.
        items.append((b"Exif", [], exif(orientation if orientation < 5 else 3)))
        cdsc = box(b"cdsc", struct.pack(">HHH", 2, 1, 1))
        heif("turned-%d.heic" % orientation, items, cdsc)


def grid(name, columns, rows, width, height, orientation=1):
    """Tiles of 64 x 64; the picture of columns * 64 by rows * 64 is cropped to width x height."""
    whole = scene(64 * columns, 64 * rows)
    items, tiles = [], []
    for y in range(rows):
        for x in range(columns):
            tile = [row[64 * x : 64 * x + 64] for row in whole[64 * y : 64 * y + 64]]
            properties, data = coded(png("tile.png", tile))
            tiles.append((b"hvc1", properties, data))
    layout = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, width, height)
    items.append((b"grid", [ispe(width, height)] + turned(orientation), (0, len(layout))))
    items += tiles
    numbers = struct.pack(">%dH" % len(tiles), *range(2, 2 + len(tiles)))
    dimg = box(b"dimg", struct.pack(">HH", 1, len(tiles)) + numbers)
    heif(name, items, dimg, layout)


def sequence_alone(source, target):
    """The file without its still picture: only the track is left."""
    with open(out(source), "rb") as file:
        content = file.read()
    with open(out(target), "wb") as file:
        for kind, inner in children(content):
            file.write(box(b"free" if kind == b"meta" else kind, inner))


# --- All of them ------------------------------------------------------------------------------


def main():
    square = png("quarters.png", quarters(64, 48))
    wide = png("scene.png", scene(96, 64))
    grey = png("grey.png", scene(64, 48), grey=True)
    faded = png("faded.png", quarters(64, 48), alpha=lambda x, y: 0 if x % 32 < 16 else 255)
    half = png("half.png", quarters(64, 48), alpha=lambda x, y: 128)

    heic(out("quarters.heic"), square)
    heic(out("odd.heic"), png("odd.png", quarters(65, 49)))
    heic(out("grey.heic"), grey)
    heic(out("alpha.heic"), faded)
    heic(out("thumbnail.heic"), png("large.png", quarters(128, 96)), "-t", "32")
    deep = png("deep.png", scene(96, 64), sixteen=True)
    heic(out("ten-bit.heic"), deep, "-b", "10")
    heic(out("twelve-bit-444.heic"), deep, "-b", "12", "-p", "chroma=444")
    heic(out("scene.heic"), wide)
    colours("limited-709.heic", 0.2126, 0.0722, 1, True)
    colours("limited-601.heic", 0.299, 0.114, 6, True)
    colours("full-2020.heic", 0.2627, 0.0593, 9, False)
    heic(out("rgb.heic"), wide, "-L", "-p", "chroma=444", "--matrix_coefficients=0")
    orientations()
    grid("grid.heic", 3, 2, 180, 110)
    grid("grid-turned.heic", 2, 2, 120, 90, 6)

    for subsampling in ("400", "420", "422", "444"):
        avif("scene-%s.avif" % subsampling, wide, "-y", subsampling)
    avif("lossless.avif", wide, "--lossless")
    avif("limited-601.avif", wide, "-y", "420", "-r", "limited", "--cicp", "1/13/6")
    avif("limited-709.avif", wide, "-y", "420", "-r", "limited", "--cicp", "1/13/1")
    avif("full-2020.avif", wide, "-y", "444", "-r", "full", "--cicp", "9/13/9")
    avif("limited-grey.avif", grey, "-y", "400", "-r", "limited")
    avif("ten-bit.avif", wide, "-y", "420", "-d", "10")
    avif("twelve-bit.avif", wide, "-y", "444", "-d", "12", "-r", "limited", "--cicp", "1/13/1")
    avif("ten-bit-grey.avif", grey, "-y", "400", "-d", "10", "-r", "limited")
    avif("quarters.avif", square, "-y", "444")
    avif("odd.avif", png("odd.png", quarters(65, 49)), "-y", "420")
    avif("alpha.avif", faded, "-y", "444")
    avif("half.avif", half, "-y", "444")
    avif("half-premultiplied.avif", half, "-y", "444", "--premultiply")
    avif("ten-bit-half.avif", half, "-y", "444", "-d", "10")
    # Of a larger picture the part that has the middle of it in its own middle.
    avif("cropped.avif", png("c.png", quarters(128, 96)), "-y", "444", "--crop", "32,24,64,48")
    avif("grid.avif", png("g.png", scene(128, 128)), "-y", "420", "--grid", "2x2")
    avif("sequence.avif", [square, grey], "-y", "444")
    white = png("white.png", [[(255, 255, 255)] * 64] * 48)
    avif("blank-first.avif", [white, square, square], "-y", "444")
    sequence_alone("sequence.avif", "sequence-alone.avif")
    for orientation, options in {
        2: ["--imir", "1"],
        3: ["--irot", "2"],
        4: ["--imir", "0"],
        5: ["--irot", "1", "--imir", "0"],
        6: ["--irot", "3"],
        7: ["--irot", "1", "--imir", "1"],
        8: ["--irot", "1"],
    }.items():
        avif("turned-%d.avif" % orientation, square, "-y", "444", *options)


main()
