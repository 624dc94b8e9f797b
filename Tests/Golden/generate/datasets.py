#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the archives in Tests/Golden/datasets: python3 datasets.py

x counts 0, 7, 14, ... modulo 251 in row-major order, y is 4, 3, 2, 1, 0; `pictures.npz` has them as
colour images of 4 x 6 pixels, `numbers.npz` as big-endian floats without labels. The zip64 one is
written as to a stream whose length is not known. Made with NumPy 2.4.
"""

import io
import pathlib
import zipfile

import numpy

folder = pathlib.Path(__file__).parent.parent / "datasets"
folder.mkdir(exist_ok=True)
count = 5 * 4 * 6 * 3
x = (numpy.arange(count) * 7 % 251).astype(numpy.uint8).reshape(5, 4, 6, 3)
y = numpy.arange(5, dtype=numpy.int64)[::-1].copy()


def write(name, arrays, compression, zip64=False):
    with zipfile.ZipFile(folder / name, "w", compression) as archive:
        for key, array in arrays.items():
            content = io.BytesIO()
            numpy.lib.format.write_array(content, array)
            # A fixed date, so that the files are the same each time.
            member = zipfile.ZipInfo(f"{key}.npy", date_time=(2020, 1, 1, 0, 0, 0))
            member.compress_type = compression
            with archive.open(member, "w", force_zip64=zip64) as stream:
                stream.write(content.getvalue())


write("pictures.npz", {"x": x, "y": y}, zipfile.ZIP_STORED)
write("compressed.npz", {"x": x, "y": y}, zipfile.ZIP_DEFLATED)
write("zip64.npz", {"x": x, "y": y}, zipfile.ZIP_DEFLATED, zip64=True)
write("numbers.npz", {"x": (x.reshape(5, 72) / 2).astype(">f4")}, zipfile.ZIP_DEFLATED)
write("fortran.npz", {"x": numpy.asfortranarray(x)}, zipfile.ZIP_STORED)
write("unnamed.npz", {"arr_0": x}, zipfile.ZIP_STORED)
