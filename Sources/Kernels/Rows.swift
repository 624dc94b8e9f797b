// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

/// `y[i] = clamp(x[i]·scale + shift[i] + residual[i])` over one row.
///
/// `shift` is a vector when `shiftRow` is given and the splat otherwise; the literals passed for
/// `hasScale` vanish once this is inlined.
@inline(always)
private func row(
  _ x: UnsafePointer<Float>, scale: Lanes, hasScale: Bool, shift: Lanes,
  shiftRow: UnsafePointer<Float>?, residual: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ map: ClipMap, _ count: Int
) {
  var i = 0
  while i &+ laneCount <= count {
    let s = if let shiftRow { load(shiftRow + i) } else { shift }
    var v = load(x + i)
    v = hasScale ? multiplyAdd(v, scale, s) : v + s
    if let residual { v += load(residual + i) }
    store(map(v), y + i)
    i &+= laneCount
  }
  let rest = count &- i
  if rest > 0 {
    let s = if let shiftRow { load(shiftRow + i, 0, rest) } else { shift }
    var v = load(x + i, 0, rest)
    v = hasScale ? multiplyAdd(v, scale, s) : v + s
    if let residual { v += load(residual + i, 0, rest) }
    store(map(v), y + i, count: rest)
  }
}

func biasActivation(
  _ x: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?, _ residual: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ f: UnaryFunction, _ g: RowsGeometry
) {
  let (map, isAll) = clamp(of: f)
  // -0 is what addition leaves every value unchanged by.
  let none = splat(-0.0)
  var r = 0
  while r < g.rows {
    let shift = if let bias { splat(bias[r]) } else { none }
    let source = x + r &* g.inputStride
    let out = y + r &* g.outputStride
    if let residual {
      row(
        source, scale: none, hasScale: false, shift: shift, shiftRow: nil,
        residual: residual + r &* g.residualStride, out, map, g.columns)
    } else {
      row(
        source, scale: none, hasScale: false, shift: shift, shiftRow: nil, residual: nil, out,
        map, g.columns)
    }
    if !isAll { unary(f, out, out, g.columns) }
    r &+= 1
  }
}

func columnBiasActivation(
  _ x: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?, _ residual: UnsafePointer<Float>?,
  _ y: UnsafeMutablePointer<Float>, _ f: UnaryFunction, _ g: RowsGeometry
) {
  let (map, isAll) = clamp(of: f)
  let none = splat(-0.0)
  var r = 0
  while r < g.rows {
    let out = y + r &* g.outputStride
    let residualRow = if let residual { residual + r &* g.residualStride } else { residual }
    row(
      x + r &* g.inputStride, scale: none, hasScale: false, shift: none, shiftRow: bias,
      residual: residualRow, out, map, g.columns)
    if !isAll { unary(f, out, out, g.columns) }
    r &+= 1
  }
}

func scaleShift(
  _ x: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ shift: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<Float>, _ f: UnaryFunction, _ g: RowsGeometry
) {
  let (map, isAll) = clamp(of: f)
  var r = 0
  while r < g.rows {
    let out = y + r &* g.outputStride
    row(
      x + r &* g.inputStride, scale: splat(scale[r]), hasScale: true, shift: splat(shift[r]),
      shiftRow: nil, residual: nil, out, map, g.columns)
    if !isAll { unary(f, out, out, g.columns) }
    r &+= 1
  }
}
