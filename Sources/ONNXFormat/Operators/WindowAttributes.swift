// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension NodeReader {
  /// The attributes of a moving window: `auto_pad`, `dilations`, `pads`, `strides`, `ceil_mode`.
  ///
  /// - Throws: `invalidModel` for an unknown `auto_pad` or an odd number of pads.
  func slidingWindow() throws -> SlidingWindow {
    let pads = try ints("pads") ?? []
    let padding: SlidingWindow.Padding
    switch try string("auto_pad", default: "NOTSET") {
    case "NOTSET", "": padding = try explicitPadding(pads)
    case "VALID": padding = .valid
    case "SAME_UPPER": padding = .sameUpper
    case "SAME_LOWER": padding = .sameLower
    case let other:
      throw ONNXError(
        .invalidModel, at: place,
        "attribute \"auto_pad\" is \"\(other)\", expected one of NOTSET, VALID, SAME_UPPER, "
          + "SAME_LOWER")
    }
    return SlidingWindow(
      strides: try ints("strides") ?? [], dilations: try ints("dilations") ?? [],
      padding: padding, roundsUp: try bool("ceil_mode", default: false))
  }

  private func explicitPadding(_ pads: [Int]) throws(ONNXError) -> SlidingWindow.Padding {
    guard pads.count % 2 == 0 else {
      throw ONNXError(
        .invalidModel, at: place,
        "attribute \"pads\" has \(pads.count) entries, expected two for each spatial axis")
    }
    let half = pads.count / 2
    return .explicit(begin: Array(pads[..<half]), end: Array(pads[half...]))
  }

  /// Checks the attribute `kernel_shape` of a convolution against its weights, as far as they are
  /// known.
  ///
  /// - Throws: `invalidModel` when they differ.
  func checkKernelShape(weights index: Int) throws(ONNXError) {
    guard let kernel = try ints("kernel_shape"), let type = type(index)?.tensorType,
      let dimensions = type.dimensions, dimensions.count >= 2
    else { return }
    let own = Array(dimensions.dropFirst(2))
    guard own.count == kernel.count,
      zip(own, kernel).allSatisfy({ $0.isCompatible(with: .fixed($1)) })
    else {
      throw ONNXError(
        .invalidModel, at: place,
        "attribute \"kernel_shape\" is \(kernel), the weight is \(type)")
    }
  }
}

extension NodeWriter {
  /// Writes the attributes of a moving window.
  func set(window: SlidingWindow) {
    if !window.strides.isEmpty { set("strides", window.strides) }
    if !window.dilations.isEmpty { set("dilations", window.dilations) }
    if window.roundsUp { set("ceil_mode", true) }
    switch window.padding {
    case .explicit(let begin, let end):
      if begin.isEmpty && end.isEmpty { return }
      let none = [Int](repeating: 0, count: max(begin.count, end.count))
      set("pads", (begin.isEmpty ? none : begin) + (end.isEmpty ? none : end))
    case .valid: set("auto_pad", "VALID")
    case .sameUpper: set("auto_pad", "SAME_UPPER")
    case .sameLower: set("auto_pad", "SAME_LOWER")
    }
  }

  /// Writes `kernel_shape` when the extents of the weights at input `index` are known.
  func setKernelShape(weights index: Int) {
    guard let shape = type(index)?.tensorType?.shape, shape.count > 2 else { return }
    set("kernel_shape", Array(shape.dropFirst(2)))
  }

  /// Requires the opset from which an operator takes `bfloat16`.
  func requireOpset(_ version: Int, forBFloat16Input index: Int) {
    if type(index)?.tensorType?.dtype == .bfloat16 { requireOpset(version) }
  }
}
