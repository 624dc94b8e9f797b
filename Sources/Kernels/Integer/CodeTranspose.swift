// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// Sixteen rows of sixteen codes.
private struct CodeSquare {
  var a: Codes
  var b: Codes
  var c: Codes
  var d: Codes
  var e: Codes
  var f: Codes
  var g: Codes
  var h: Codes
  var i: Codes
  var j: Codes
  var k: Codes
  var l: Codes
  var m: Codes
  var n: Codes
  var o: Codes
  var p: Codes

  /// Loads rows that are `stride` bytes apart.
  @inline(always) init(_ base: UnsafePointer<UInt8>, _ stride: Int) {
    a = loadCodes(base)
    b = loadCodes(base + stride)
    c = loadCodes(base + 2 &* stride)
    d = loadCodes(base + 3 &* stride)
    e = loadCodes(base + 4 &* stride)
    f = loadCodes(base + 5 &* stride)
    g = loadCodes(base + 6 &* stride)
    h = loadCodes(base + 7 &* stride)
    i = loadCodes(base + 8 &* stride)
    j = loadCodes(base + 9 &* stride)
    k = loadCodes(base + 10 &* stride)
    l = loadCodes(base + 11 &* stride)
    m = loadCodes(base + 12 &* stride)
    n = loadCodes(base + 13 &* stride)
    o = loadCodes(base + 14 &* stride)
    p = loadCodes(base + 15 &* stride)
  }

  @inline(always) func store(_ base: UnsafeMutablePointer<UInt8>, _ stride: Int) {
    storeCodes(a, base)
    storeCodes(b, base + stride)
    storeCodes(c, base + 2 &* stride)
    storeCodes(d, base + 3 &* stride)
    storeCodes(e, base + 4 &* stride)
    storeCodes(f, base + 5 &* stride)
    storeCodes(g, base + 6 &* stride)
    storeCodes(h, base + 7 &* stride)
    storeCodes(i, base + 8 &* stride)
    storeCodes(j, base + 9 &* stride)
    storeCodes(k, base + 10 &* stride)
    storeCodes(l, base + 11 &* stride)
    storeCodes(m, base + 12 &* stride)
    storeCodes(n, base + 13 &* stride)
    storeCodes(o, base + 14 &* stride)
    storeCodes(p, base + 15 &* stride)
  }

  /// The first and the second half of the rows in turns, code by code: four times this exchanges rows
  /// and columns.
  @inline(always) var zipped: CodeSquare {
    var r = self
    r.a = espalier_zip_low_u8x16(a, i)
    r.b = espalier_zip_high_u8x16(a, i)
    r.c = espalier_zip_low_u8x16(b, j)
    r.d = espalier_zip_high_u8x16(b, j)
    r.e = espalier_zip_low_u8x16(c, k)
    r.f = espalier_zip_high_u8x16(c, k)
    r.g = espalier_zip_low_u8x16(d, l)
    r.h = espalier_zip_high_u8x16(d, l)
    r.i = espalier_zip_low_u8x16(e, m)
    r.j = espalier_zip_high_u8x16(e, m)
    r.k = espalier_zip_low_u8x16(f, n)
    r.l = espalier_zip_high_u8x16(f, n)
    r.m = espalier_zip_low_u8x16(g, o)
    r.n = espalier_zip_high_u8x16(g, o)
    r.o = espalier_zip_low_u8x16(h, p)
    r.p = espalier_zip_high_u8x16(h, p)
    return r
  }

  @inline(always) var transposed: CodeSquare { zipped.zipped.zipped.zipped }
}

func packCodeChannels(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>, _ channels: Int, _ count: Int
) {
  var pixel = 0
  if channels == blockChannels {
    while pixel &+ blockChannels <= count {
      CodeSquare(x + pixel, count).transposed.store(y + pixel &* blockChannels, blockChannels)
      pixel &+= blockChannels
    }
  }
  while pixel < count {
    let out = y + pixel &* blockChannels
    var channel = 0
    while channel < channels {
      out[channel] = x[channel &* count &+ pixel]
      channel &+= 1
    }
    while channel < blockChannels {
      out[channel] = 0
      channel &+= 1
    }
    pixel &+= 1
  }
}

func unpackCodeChannels(
  _ x: UnsafePointer<UInt8>, _ y: UnsafeMutablePointer<UInt8>, _ channels: Int, _ count: Int
) {
  var first = 0
  if channels == blockChannels {
    while first &+ blockChannels <= count {
      CodeSquare(x + first &* blockChannels, blockChannels).transposed.store(y + first, count)
      first &+= blockChannels
    }
  }
  var channel = 0
  while channel < channels {
    let out = y + channel &* count
    var pixel = first
    while pixel < count {
      out[pixel] = x[pixel &* blockChannels &+ channel]
      pixel &+= 1
    }
    channel &+= 1
  }
}
