// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that interpolate, crop or sample.
  static let resampling: [OperatorBinding] = [
    .one("Resize", since: 10, Resize.self, read: readResize, write: writeResize),
    .alias("Upsample", since: 7) { reader in
      guard reader.opset < 9 else { return try asymmetricResize(reader) }
      let scales = try reader.require(try reader.floats("scales"), "scales")
      reader.setInput(1, Tensor(scales, shape: [scales.count]), "scales")
      return try asymmetricResize(reader)
    },
    .one("GridSample", since: 16, GridSample.self) { reader in
      let mode: GridSample.Mode
      switch try reader.string("mode", default: "linear") {
      // Opset 16 has the names of the two-dimensional forms.
      case "linear", "bilinear": mode = .linear
      case "cubic", "bicubic": mode = .cubic
      case "nearest": mode = .nearest
      case let other:
        throw ONNXError(
          .invalidModel, at: reader.place,
          "attribute \"mode\" is \"\(other)\", expected one of nearest, linear, cubic")
      }
      return GridSample(
        mode: mode, outside: try reader.choice("padding_mode", default: .zeros),
        alignsCorners: try reader.bool("align_corners", default: false))
    } write: { operation, writer in
      writer.requireOpset(22, forBFloat16Input: 0)
      writer.requireOpset(22, forBFloat16Input: 1)
      if writer.type(0)?.tensorType?.rank != 4 { writer.requireOpset(20) }
      switch operation.mode {
      case .nearest: writer.set("mode", "nearest")
      case .linear: break
      case .cubic: writer.set("mode", writer.opset < 20 ? "bicubic" : "cubic")
      }
      if operation.outside != .zeros { writer.set("padding_mode", operation.outside.rawValue) }
      if operation.alignsCorners { writer.set("align_corners", true) }
    },
    .one("AffineGrid", since: 20, AffineGrid.self) { reader in
      AffineGrid(alignsCorners: try reader.bool("align_corners", default: false))
    } write: { operation, writer in
      if operation.alignsCorners { writer.set("align_corners", true) }
    },
    .one("CenterCropPad", since: 18, CenterCropPad.self) { reader in
      CenterCropPad(axes: try reader.ints("axes"))
    } write: { operation, writer in
      if let axes = operation.axes { writer.set("axes", axes) }
    },
  ]

  /// Upsample, and Resize before opset 11: scales only, places by division, rounded down.
  private static func asymmetricResize(_ reader: NodeReader) throws -> Resize {
    let mode: Resize.Mode
    switch try reader.string("mode", default: "nearest") {
    case "nearest": mode = .nearest
    case "linear", "bilinear": mode = .linear
    case let other:
      throw ONNXError(
        .invalidModel, at: reader.place,
        "attribute \"mode\" is \"\(other)\", expected one of nearest, linear")
    }
    if reader.inputs.count > 1 {
      reader.setInput(2, reader.inputs[1])
      reader.setInput(1, nil)
    }
    return Resize(mode: mode, coordinates: .asymmetric, rounding: .floor)
  }

  private static func readResize(_ reader: NodeReader) throws -> Resize {
    guard reader.opset >= 11 else { return try asymmetricResize(reader) }
    return Resize(
      mode: try reader.choice("mode", default: .nearest),
      coordinates: try reader.choice("coordinate_transformation_mode", default: .halfPixel),
      rounding: try reader.choice("nearest_mode", default: .roundPreferFloor),
      cubicCoefficient: try reader.float("cubic_coeff_a", default: -0.75),
      excludesOutside: try reader.bool("exclude_outside", default: false),
      extrapolationValue: try reader.float("extrapolation_value", default: 0),
      antialiases: try reader.bool("antialias", default: false),
      axes: try reader.ints("axes"),
      aspectRatioPolicy: try reader.choice("keep_aspect_ratio_policy", default: .stretch))
  }

  private static func writeResize(_ operation: Resize, _ writer: NodeWriter) throws {
    writer.requireOpset(13)
    guard operation.coordinates != .halfPixelForNearest else {
      throw GraphError(.unsupported, "only opset 11 has tf_half_pixel_for_nn")
    }
    if operation.antialiases || operation.axes != nil || operation.aspectRatioPolicy != .stretch {
      writer.requireOpset(18)
    }
    if operation.coordinates == .halfPixelSymmetric { writer.requireOpset(19) }
    if operation.mode != .nearest { writer.set("mode", operation.mode.rawValue) }
    if operation.coordinates != .halfPixel {
      writer.set("coordinate_transformation_mode", operation.coordinates.rawValue)
    }
    if operation.rounding != .roundPreferFloor {
      writer.set("nearest_mode", operation.rounding.rawValue)
    }
    if operation.cubicCoefficient != -0.75 {
      writer.set("cubic_coeff_a", operation.cubicCoefficient)
    }
    if operation.excludesOutside { writer.set("exclude_outside", true) }
    if operation.extrapolationValue != 0 {
      writer.set("extrapolation_value", operation.extrapolationValue)
    }
    if operation.antialiases { writer.set("antialias", true) }
    if let axes = operation.axes { writer.set("axes", axes) }
    if operation.aspectRatioPolicy != .stretch {
      writer.set("keep_aspect_ratio_policy", operation.aspectRatioPolicy.rawValue)
    }
  }
}
