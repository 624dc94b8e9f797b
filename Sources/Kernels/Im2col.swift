// SPDX-License-Identifier: Apache-2.0
internal import KernelTypes

@inline(always)
func copy(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i &+ laneCount <= count {
    store(load(x + i), y + i)
    i &+= laneCount
  }
  if i < count { store(load(x + i, 0, count &- i), y + i, count: count &- i) }
}

@inline(always)
func fill(_ y: UnsafeMutablePointer<Float>, _ count: Int, with value: Lanes) {
  var i = 0
  while i &+ laneCount <= count {
    store(value, y + i)
    i &+= laneCount
  }
  if i < count { store(value, y + i, count: count &- i) }
}

/// `y[i] = row[start + i·stride]` where that is in the row, else 0.
@inline(always)
private func gatherRow(
  _ row: UnsafePointer<Float>, _ start: Int, stride: Int, width: Int,
  _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  let (first, end) = validRange(start: start, step: stride, limit: width, count: count)
  fill(y, first, with: splat(0))
  if stride == 1 {
    copy(row + (start &+ first), y + first, end &- first)
  } else {
    var i = first
    while i < end {
      let lanes = min(laneCount, end &- i)
      store(loadColumns(row, start &+ i &* stride, stride: stride, 0, lanes), y + i, count: lanes)
      i &+= laneCount
    }
  }
  fill(y + end, count &- end, with: splat(0))
}

func im2col(
  _ x: UnsafePointer<Float>, _ panel: UnsafeMutablePointer<Float>, _ g: WindowGeometry,
  _ range: PanelRange
) {
  let taps = g.kernelHeight &* g.kernelWidth
  let lastColumn = range.firstColumn &+ range.columns
  // One tap that moves by single pixels over the whole plane: a row is a plain copy.
  let isPlainCopy =
    taps == 1 && g.strideHeight == 1 && g.strideWidth == 1 && g.padTop == 0 && g.padLeft == 0
    && g.outputWidth == g.inputWidth && g.outputHeight <= g.inputHeight
  var k = range.firstRow
  while k < range.firstRow &+ range.rows {
    let plane = x + (k / taps) &* g.inputHeight &* g.inputWidth
    let top = (k % taps) / g.kernelWidth &* g.dilationHeight &- g.padTop
    let left = (k % g.kernelWidth) &* g.dilationWidth &- g.padLeft
    let out = panel + (k &- range.firstRow) &* range.panelStride
    var column = range.firstColumn
    if isPlainCopy {
      copy(plane + column, out, range.columns)
      column = lastColumn
    }
    while column < lastColumn {
      let row = column / g.outputWidth
      let first = column &- row &* g.outputWidth
      let count = min(g.outputWidth &- first, lastColumn &- column)
      let inputRow = row &* g.strideHeight &+ top
      let y = out + (column &- range.firstColumn)
      if inputRow < 0 || inputRow >= g.inputHeight {
        fill(y, count, with: splat(0))
      } else {
        let source = plane + inputRow &* g.inputWidth
        let start = first &* g.strideWidth &+ left
        switch g.strideWidth {
        case 1: gatherRow(source, start, stride: 1, width: g.inputWidth, y, count)
        case 2: gatherRow(source, start, stride: 2, width: g.inputWidth, y, count)
        default:
          gatherRow(source, start, stride: g.strideWidth, width: g.inputWidth, y, count)
        }
      }
      column &+= count
    }
    k &+= 1
  }
}
