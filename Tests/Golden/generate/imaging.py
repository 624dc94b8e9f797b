# SPDX-License-Identifier: Apache-2.0
"""Makes the golden data in Tests/Golden/imaging.

    python3 -m venv venv && venv/bin/pip install pillow==12.0.0 numpy==2.4.6
    venv/bin/python Tests/Golden/generate/imaging.py

PNG files are written here, byte by byte, since no library writes every kind. What is expected of a
file comes from Pillow, except for 16-bit samples, which Pillow does not keep, and a transparent grey
of fewer than 8 bits, which Pillow misses: these are this script's. Pillow 13 resizes columns before
rows when the height shrinks much more than the width; the golden data has rows first, as all before.
"""
import io
import json
import pathlib
import struct
import zlib

import numpy as np
import PIL
from PIL import Image, ImageOps, features

SEED = 20_240_601
OUT = pathlib.Path(__file__).resolve().parent.parent / "imaging"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]}
NAMES = {0: "grey", 2: "rgb", 3: "palette", 4: "grey-alpha", 6: "rgba"}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2)]

random = np.random.default_rng(SEED)
manifest = {"seed": SEED, "pillow": PIL.__version__, "numpy": np.__version__,
            "libjpegTurbo": features.version("libjpeg_turbo"), "decoding": [], "resizing": []}
expected = bytearray()


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def pack_row(row, depth):
    flat = row.reshape(-1)
    if depth == 16:
        return flat.astype(">u2").tobytes()
    if depth == 8:
        return flat.astype(np.uint8).tobytes()
    bits = ((flat[:, None] >> np.arange(depth - 1, -1, -1)) & 1).reshape(-1)
    return np.packbits(bits.astype(np.uint8)).tobytes()


def scanlines(samples, depth, filters):
    """Filters each row, going through the filter types (0 none, 1 sub, 2 up) that are allowed."""
    out, previous = b"", None
    step = max(1, samples.shape[2] * depth // 8)
    for y, row in enumerate(samples):
        line = pack_row(row, depth)
        kind = filters[y % len(filters)]
        before = {0: bytes(len(line)), 1: bytes(step) + line[:-step],
                  2: previous or bytes(len(line))}[kind]
        out += bytes([kind]) + bytes((a - b) & 255 for a, b in zip(line, before))
        previous = line
    return out


def png(samples, color_type, depth, interlaced=False, extra=()):
    height, width, _ = samples.shape
    if interlaced:
        raw = b""
        for x, y, dx, dy in ADAM7:
            part = samples[y::dy, x::dx]
            if part.size:
                raw += scanlines(part, depth, [0, 1, 2])
    else:
        raw = scanlines(samples, depth, [0, 1, 2])
    header = struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, int(interlaced))
    packed = zlib.compress(raw, 9)
    body = chunk(b"IHDR", header) + b"".join(chunk(k, b) for k, b in extra)
    middle = len(packed) // 2  # two IDAT chunks, to test that they are joined
    body += chunk(b"IDAT", packed[:middle]) + chunk(b"IDAT", packed[middle:])
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def scene(height, width, channels, maximum):
    """Smooth gradients and a little noise, so that files stay small and mistakes show."""
    y, x = np.mgrid[0:height, 0:width]
    planes = [(np.sin(x / (3.0 + c) + c) + np.cos(y / (4.0 + c))) / 4 + 0.5 for c in range(channels)]
    noisy = np.stack(planes, -1) + random.normal(0, 0.02, (height, width, channels))
    return np.clip(np.rint(noisy * maximum), 0, maximum).astype(np.int64)


def expect(samples, bits=8):
    """Adds samples to expected.bin and returns where they begin."""
    offset = len(expected)
    expected.extend(samples.astype("<u2" if bits == 16 else np.uint8).tobytes())
    return offset


def record(name, data, samples, bits):
    (OUT / name).write_bytes(data)
    height, width, channels = samples.shape
    manifest["decoding"].append(dict(file=name, expectedOffset=expect(samples, bits), width=width,
                                     height=height, channels=channels, bits=bits))


def pillow(data, mode=None):
    image = Image.open(io.BytesIO(data))
    image = ImageOps.exif_transpose(image)
    array = np.asarray(image.convert(mode) if mode else image)
    return array[:, :, None] if array.ndim == 2 else array


def make_png_files():
    for color_type, depths in DEPTHS.items():
        for depth in depths:
            for interlaced in (False, True):
                samples = scene(11, 13, CHANNELS[color_type], 2 ** depth - 1)
                extra = []
                if color_type == 3:
                    palette = random.integers(0, 256, (2 ** depth, 3)).astype(np.uint8)
                    extra = [(b"PLTE", palette.tobytes())]
                data = png(samples, color_type, depth, interlaced, extra)
                name = f"{NAMES[color_type]}-{depth}{'-interlaced' if interlaced else ''}.png"
                if depth == 16:
                    record(name, data, samples, 16)
                else:
                    mode = {0: "L", 2: "RGB", 3: "RGB", 4: "LA", 6: "RGBA"}[color_type]
                    record(name, data, pillow(data, mode), 8)
    make_transparent_png_files()


def make_transparent_png_files():
    grey = scene(7, 9, 1, 15)
    data = png(grey, 0, 4, extra=[(b"tRNS", struct.pack(">H", int(grey[3, 4, 0])))])
    alpha = np.where(grey == grey[3, 4, 0], 0, 255)
    record("grey-4-transparent.png", data, np.concatenate([grey * 17, alpha], -1), 8)
    rgb = scene(7, 9, 3, 255)
    data = png(rgb, 2, 8, extra=[(b"tRNS", struct.pack(">HHH", *map(int, rgb[2, 5])))])
    record("rgb-8-transparent.png", data, pillow(data, "RGBA"), 8)
    palette = random.integers(0, 256, (16, 3)).astype(np.uint8).tobytes()
    data = png(scene(7, 9, 1, 15), 3, 4, extra=[(b"PLTE", palette), (b"tRNS", bytes([0, 90, 200]))])
    record("palette-4-transparent.png", data, pillow(data, "RGBA"), 8)
    # Gamma and colour profile chunks have to be without effect.
    data = png(rgb, 2, 8, extra=[(b"gAMA", struct.pack(">I", 100_000))])
    record("rgb-8-gamma.png", data, pillow(data, "RGB"), 8)
    exif = b"MM\0*" + struct.pack(">IHHHIHH", 8, 1, 0x0112, 3, 1, 6, 0) + bytes(4)
    data = png(rgb, 2, 8, extra=[(b"eXIf", exif)])
    record("rgb-8-orientation-6.png", data, pillow(data, "RGB"), 8)


def jpeg(samples, mode, exif=None, **options):
    image = Image.fromarray(samples.astype(np.uint8).squeeze(), mode)
    buffer = io.BytesIO()
    if exif:
        options["exif"] = exif
    image.save(buffer, "JPEG", **options)
    return buffer.getvalue()


def exif_data(orientation, order):
    head = b"II*\0" if order == "<" else b"MM\0*"
    entries = [(0x010F, 2, 4, b"abc\0"), (0x0112, 3, 1, struct.pack(order + "HH", orientation, 0))]
    body = struct.pack(order + "IH", 8, len(entries))
    for tag, kind, count, value in entries:
        body += struct.pack(order + "HHI", tag, kind, count) + value
    return b"Exif\0\0" + head + body + bytes(4)


def make_jpeg_files():
    rgb = scene(19, 27, 3, 255)
    for subsampling in (0, 1, 2):
        data = jpeg(rgb, "RGB", quality=85, subsampling=subsampling)
        record(f"rgb-subsampling-{subsampling}.jpg", data, pillow(data), 8)
    data = jpeg(rgb, "RGB", quality=85, progressive=True)
    record("rgb-progressive.jpg", data, pillow(data), 8)
    data = jpeg(rgb, "RGB", quality=85, keep_rgb=True)
    record("rgb-untransformed.jpg", data, pillow(data), 8)
    data = jpeg(rgb, "RGB", quality=85, restart_marker_blocks=1)
    record("rgb-restarts.jpg", data, pillow(data), 8)
    data = jpeg(scene(19, 27, 1, 255), "L", quality=85)
    record("grey.jpg", data, pillow(data), 8)
    data = jpeg(scene(19, 27, 4, 255), "CMYK", quality=85)
    record("cmyk.jpg", data, pillow(data, "RGB"), 8)
    # The same data, said to be YCCK: Adobe marker with transform 2.
    ycck = bytearray(data)
    at = ycck.find(b"Adobe")
    if at < 0:
        adobe = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x02"
        ycck[2:2] = adobe
    else:
        ycck[at + 11] = 2
    record("ycck.jpg", bytes(ycck), pillow(bytes(ycck), "RGB"), 8)
    for orientation in range(1, 9):
        order = "<" if orientation % 2 else ">"
        data = jpeg(scene(9, 14, 3, 255), "RGB", exif_data(orientation, order), quality=70)
        record(f"orientation-{orientation}.jpg", data, pillow(data), 8)


def make_resized_files():
    sources = {"photo": scene(37, 53, 3, 255), "noise": random.integers(0, 256, (16, 21, 3))}
    for name, samples in sources.items():
        record(f"resize-{name}.png", png(samples, 2, 8), samples, 8)
    rgba = np.concatenate([sources["noise"], random.integers(0, 256, (16, 21, 1))], -1)
    rgba[3:6, 3:9, 3] = 0
    rgba[9:12, 9:20, 3] = 255
    record("resize-rgba.png", png(rgba, 6, 8), rgba, 8)
    grey = sources["noise"][:, :, :1]
    record("resize-grey.png", png(grey, 0, 8), grey, 8)
    kinds = {"photo": [(17, 11), (53, 20), (24, 37), (71, 50), (7, 61)],
             "noise": [(8, 8), (33, 29), (21, 5), (1, 1), (40, 3)],
             "rgba": [(10, 9), (31, 23)], "grey": [(10, 9), (31, 23)]}
    filters = {"nearest": Image.NEAREST, "box": Image.BOX, "bilinear": Image.BILINEAR,
               "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS}
    for name, sizes in kinds.items():
        image = Image.open(OUT / f"resize-{name}.png")
        for width, height in sizes:
            for filter_name, number in filters.items():
                resized = image.resize((width, height), number, reducing_gap=None)
                manifest["resizing"].append(
                    dict(file=f"resize-{name}.png", expectedOffset=expect(np.asarray(resized)),
                         width=width, height=height, filter=filter_name))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    make_png_files()
    make_jpeg_files()
    make_resized_files()
    image = Image.open(OUT / "rgb-8.png").convert("L")
    manifest["lumaOffset"] = expect(np.asarray(image))
    (OUT / "expected.bin").write_bytes(expected)
    (OUT / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
