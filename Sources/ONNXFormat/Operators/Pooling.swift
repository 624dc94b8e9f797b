// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Poolings.
  static let pooling: [OperatorBinding] = [
    .one("MaxPool", MaxPool.self) { reader in
      MaxPool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(),
        countsColumnsFirst: try reader.bool("storage_order", default: false))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.requireOpset(for: operation.window, kernel: operation.kernel)
      writer.set("kernel_shape", operation.kernel)
      writer.set(window: operation.window)
      if operation.countsColumnsFirst { writer.set("storage_order", 1) }
    },
    .one("AveragePool", AveragePool.self) { reader in
      AveragePool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(),
        countsPadding: try reader.bool("count_include_pad", default: false))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.window.dilations.contains(where: { $0 != 1 }) { writer.requireOpset(19) }
      writer.requireOpset(for: operation.window, kernel: operation.kernel)
      writer.set("kernel_shape", operation.kernel)
      var window = operation.window
      if !window.dilations.contains(where: { $0 != 1 }) { window.dilations = [] }
      writer.set(window: window)
      if operation.countsPadding { writer.set("count_include_pad", true) }
    },
    .one("LpPool", LpPool.self) { reader in
      LpPool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow(), p: try reader.int("p", default: 2))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.window.roundsUp || !operation.window.dilations.isEmpty {
        writer.requireOpset(18)
      }
      writer.requireOpset(for: operation.window, kernel: operation.kernel)
      writer.set("kernel_shape", operation.kernel)
      writer.set(window: operation.window)
      if operation.p != 2 { writer.set("p", operation.p) }
    },
    .one("GlobalAveragePool", GlobalAveragePool.self) { _ in
      GlobalAveragePool()
    } write: { _, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
    },
    .one("GlobalMaxPool", GlobalMaxPool.self) { _ in
      GlobalMaxPool()
    } write: { _, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
    },
    .one("GlobalLpPool", GlobalLpPool.self) { reader in
      GlobalLpPool(p: try reader.int("p", default: 2))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      if operation.p != 2 { writer.set("p", operation.p) }
    },
    .one("MaxUnpool", since: 9, MaxUnpool.self) { reader in
      MaxUnpool(
        kernel: try reader.require(try reader.ints("kernel_shape"), "kernel_shape"),
        window: try reader.slidingWindow())
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.set("kernel_shape", operation.kernel)
      writer.set(window: operation.window)
    },
    .one("MaxRoiPool", MaxRoiPool.self) { reader in
      MaxRoiPool(
        pooledShape: try reader.require(try reader.ints("pooled_shape"), "pooled_shape"),
        spatialScale: try reader.float("spatial_scale", default: 1))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.set("pooled_shape", operation.pooledShape)
      if operation.spatialScale != 1 { writer.set("spatial_scale", operation.spatialScale) }
    },
    roiAlign,
  ]

  /// Opset 10 always works without the shift by half a position, which opset 16 made an attribute.
  private static let roiAlign = OperatorBinding.one("RoiAlign", since: 10, RoiAlign.self) {
    reader in
    let transformation = try reader.string(
      "coordinate_transformation_mode",
      default: reader.opset < 16 ? "output_half_pixel" : "half_pixel")
    guard ["half_pixel", "output_half_pixel"].contains(transformation) else {
      throw ONNXError(
        .invalidModel, at: reader.place,
        "attribute \"coordinate_transformation_mode\" is \"\(transformation)\", expected one of "
          + "half_pixel, output_half_pixel")
    }
    return RoiAlign(
      mode: try reader.choice("mode", default: .average),
      shiftsHalfPixel: transformation == "half_pixel",
      outputHeight: try reader.int("output_height", default: 1),
      outputWidth: try reader.int("output_width", default: 1),
      samplingRatio: try reader.int("sampling_ratio", default: 0),
      spatialScale: try reader.float("spatial_scale", default: 1))
  } write: { operation, writer in
    writer.requireOpset(operation.shiftsHalfPixel ? 16 : 10)
    writer.requireOpset(22, forBFloat16Input: 0)
    if writer.opset >= 16, !operation.shiftsHalfPixel {
      writer.set("coordinate_transformation_mode", "output_half_pixel")
    }
    if operation.mode != .average { writer.set("mode", operation.mode.rawValue) }
    if operation.outputHeight != 1 { writer.set("output_height", operation.outputHeight) }
    if operation.outputWidth != 1 { writer.set("output_width", operation.outputWidth) }
    if operation.samplingRatio != 0 { writer.set("sampling_ratio", operation.samplingRatio) }
    if operation.spatialScale != 1 { writer.set("spatial_scale", operation.spatialScale) }
  }
}

extension NodeWriter {
  /// Before opset 22, a window that would begin behind the input counted when extents round up.
  fileprivate func requireOpset(for window: SlidingWindow, kernel: [Int]) {
    guard window.roundsUp, let shape = type(0)?.tensorType?.shape,
      let geometry = try? window.geometry(input: Array(shape.dropFirst(2)), kernel: kernel)
    else { return }
    switch window.padding {
    case .sameUpper, .sameLower: return
    case .explicit, .valid: break
    }
    let isCut = geometry.axes.contains { axis in
      let span = axis.input + axis.padBegin + axis.padEnd - axis.extent
      return axis.output != (span + axis.stride - 1) / axis.stride + 1
    }
    if isCut { requireOpset(22) }
  }
}
