// SPDX-License-Identifier: Apache-2.0
internal import CSIMD
internal import KernelTypes

/// Transposes 8 × 8 elements in three rounds of pairwise shuffles.
@inline(always)
private func transposeTile(
  _ x: UnsafePointer<Float>, _ s: Int, _ y: UnsafeMutablePointer<Float>, _ t: Int
) {
  let r0 = espalier_loadu_f32x8(x)
  let r1 = espalier_loadu_f32x8(x + s)
  let r2 = espalier_loadu_f32x8(x + 2 &* s)
  let r3 = espalier_loadu_f32x8(x + 3 &* s)
  let r4 = espalier_loadu_f32x8(x + 4 &* s)
  let r5 = espalier_loadu_f32x8(x + 5 &* s)
  let r6 = espalier_loadu_f32x8(x + 6 &* s)
  let r7 = espalier_loadu_f32x8(x + 7 &* s)
  // ab: elements of rows a and b alternate; l and h: from the low or high pairs of each half.
  let l01 = espalier_zip1_low(r0, r1)
  let h01 = espalier_zip1_high(r0, r1)
  let l23 = espalier_zip1_low(r2, r3)
  let h23 = espalier_zip1_high(r2, r3)
  let l45 = espalier_zip1_low(r4, r5)
  let h45 = espalier_zip1_high(r4, r5)
  let l67 = espalier_zip1_low(r6, r7)
  let h67 = espalier_zip1_high(r6, r7)
  // Column c of the low four rows and column c + 4, and the same of the high four rows.
  let a0 = espalier_zip2_low(l01, l23)
  let a1 = espalier_zip2_high(l01, l23)
  let a2 = espalier_zip2_low(h01, h23)
  let a3 = espalier_zip2_high(h01, h23)
  let b0 = espalier_zip2_low(l45, l67)
  let b1 = espalier_zip2_high(l45, l67)
  let b2 = espalier_zip2_low(h45, h67)
  let b3 = espalier_zip2_high(h45, h67)
  espalier_storeu_f32x8(y, espalier_zip4_low(a0, b0))
  espalier_storeu_f32x8(y + t, espalier_zip4_low(a1, b1))
  espalier_storeu_f32x8(y + 2 &* t, espalier_zip4_low(a2, b2))
  espalier_storeu_f32x8(y + 3 &* t, espalier_zip4_low(a3, b3))
  espalier_storeu_f32x8(y + 4 &* t, espalier_zip4_high(a0, b0))
  espalier_storeu_f32x8(y + 5 &* t, espalier_zip4_high(a1, b1))
  espalier_storeu_f32x8(y + 6 &* t, espalier_zip4_high(a2, b2))
  espalier_storeu_f32x8(y + 7 &* t, espalier_zip4_high(a3, b3))
}

func transpose(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int,
  _ inputStride: Int, _ outputStride: Int
) {
  var r = 0
  while r < rows {
    var c = 0
    if r &+ 8 <= rows {
      while c &+ 8 <= columns {
        transposeTile(
          x + (r &* inputStride &+ c), inputStride, y + (c &* outputStride &+ r), outputStride)
        c &+= 8
      }
    }
    let lastRow = min(r &+ 8, rows)
    while c < columns {
      var i = r
      while i < lastRow {
        y[c &* outputStride &+ i] = x[i &* inputStride &+ c]
        i &+= 1
      }
      c &+= 1
    }
    r &+= 8
  }
}

func packChannels(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int, _ count: Int
) {
  var c = 0
  while c < channels {
    let valid = min(laneCount, channels &- c)
    // Blocks are adjacent, so block c/laneCount starts where its first channel would.
    let block = y + c &* count
    transpose(x + c &* count, block, valid, count, count, laneCount)
    var i = 0
    while valid < laneCount && i < count {
      var lane = valid
      while lane < laneCount {
        block[i &* laneCount &+ lane] = 0
        lane &+= 1
      }
      i &+= 1
    }
    c &+= laneCount
  }
}

func unpackChannels(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ channels: Int, _ count: Int
) {
  var c = 0
  while c < channels {
    transpose(
      x + c &* count, y + c &* count, count, min(laneCount, channels &- c), laneCount, count)
    c &+= laneCount
  }
}
