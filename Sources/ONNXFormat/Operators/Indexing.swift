// SPDX-License-Identifier: Apache-2.0
import IR
import Tensors

extension OperatorRegistry {
  /// Operators that move elements by indices or conditions, and those that make them.
  static let indexing: [OperatorBinding] =
    gathering + [
      .one("Tile", since: 6, Tile.self) { _ in Tile() },
      .one("Range", since: 11, NumberRange.self) { _ in NumberRange() },
      .one("DepthToSpace", DepthToSpace.self) { reader in
        DepthToSpace(
          blockSize: try reader.require(reader.int("blocksize"), "blocksize"),
          mode: try reader.choice("mode", default: DepthToSpace.Mode.depthColumnRow))
      } write: { operation, writer in
        writer.set("blocksize", operation.blockSize)
        if operation.mode != .depthColumnRow { writer.set("mode", operation.mode.rawValue) }
      },
      .one("SpaceToDepth", SpaceToDepth.self) { reader in
        SpaceToDepth(blockSize: try reader.require(reader.int("blocksize"), "blocksize"))
      } write: { operation, writer in
        writer.set("blocksize", operation.blockSize)
      },
      .one("Compress", since: 9, Compress.self) { reader in
        Compress(axis: try reader.int("axis"))
      } write: { operation, writer in
        if let axis = operation.axis { writer.set("axis", axis) }
      },
      .one("NonZero", since: 9, NonZero.self) { _ in NonZero() },
      .one("OneHot", since: 9, OneHot.self) { reader in
        OneHot(axis: try reader.int("axis", default: -1))
      } write: { operation, writer in
        if operation.axis != -1 { writer.set("axis", operation.axis) }
      },
      .one("EyeLike", since: 9, EyeLike.self) { reader in
        let dtype = try reader.int("dtype").map { number in
          try ElementType(onnx: number, place: reader.place)
        }
        return EyeLike(dtype: dtype, diagonal: try reader.int("k", default: 0))
      } write: { operation, writer in
        if let dtype = operation.dtype { writer.set("dtype", dtype.onnxNumber) }
        if operation.diagonal != 0 { writer.set("k", operation.diagonal) }
      },
      .one("Trilu", since: 14, Trilu.self) { reader in
        Trilu(keepsUpper: try reader.bool("upper", default: true))
      } write: { operation, writer in
        if !operation.keepsUpper { writer.set("upper", false) }
      },
      .one("ReverseSequence", since: 10, ReverseSequence.self) { reader in
        ReverseSequence(
          batchAxis: try reader.int("batch_axis", default: 1),
          timeAxis: try reader.int("time_axis", default: 0))
      } write: { operation, writer in
        if operation.batchAxis != 1 { writer.set("batch_axis", operation.batchAxis) }
        if operation.timeAxis != 0 { writer.set("time_axis", operation.timeAxis) }
      },
      .one("Unique", since: 11, Unique.self) { reader in
        Unique(
          axis: try reader.int("axis"), isSorted: try reader.bool("sorted", default: true))
      } write: { operation, writer in
        if let axis = operation.axis { writer.set("axis", axis) }
        if !operation.isSorted { writer.set("sorted", false) }
      },
      .one("NonMaxSuppression", since: 10, NonMaxSuppression.self) { reader in
        NonMaxSuppression(usesCenters: try reader.bool("center_point_box", default: false))
      } write: { operation, writer in
        if operation.usesCenters { writer.set("center_point_box", true) }
      },
    ]

  private static let gathering: [OperatorBinding] = [
    .one("GatherElements", since: 11, GatherElements.self) { reader in
      GatherElements(axis: try reader.int("axis", default: 0))
    } write: { operation, writer in
      if operation.axis != 0 { writer.set("axis", operation.axis) }
    },
    .one("GatherND", since: 11, GatherND.self) { reader in
      GatherND(batchAxes: try reader.int("batch_dims", default: 0))
    } write: { operation, writer in
      if operation.batchAxes != 0 { writer.set("batch_dims", operation.batchAxes) }
    },
    .one("ScatterElements", since: 9, ScatterElements.self) { reader in
      ScatterElements(
        axis: try reader.int("axis", default: 0),
        reduction: try reader.choice("reduction", default: ScatterReduction.none))
    } write: { operation, writer in
      if writer.opset < 11 { writer.opType = "Scatter" }
      if operation.axis != 0 { writer.set("axis", operation.axis) }
      write(operation.reduction, writer)
    },
    .alias("Scatter", since: 9) { reader in
      ScatterElements(axis: try reader.int("axis", default: 0))
    },
    .one("ScatterND", since: 11, ScatterND.self) { reader in
      ScatterND(reduction: try reader.choice("reduction", default: ScatterReduction.none))
    } write: { operation, writer in
      write(operation.reduction, writer)
    },
    .one("TensorScatter", since: 24, TensorScatter.self) { reader in
      TensorScatter(
        axis: try reader.int("axis", default: -2),
        mode: try reader.choice("mode", default: TensorScatter.Mode.linear))
    } write: { operation, writer in
      if operation.axis != -2 { writer.set("axis", operation.axis) }
      if operation.mode != .linear { writer.set("mode", operation.mode.rawValue) }
    },
  ]

  private static func write(_ reduction: ScatterReduction, _ writer: NodeWriter) {
    guard reduction != .none else { return }
    writer.requireOpset([.max, .min].contains(reduction) ? 18 : 16)
    writer.set("reduction", reduction.rawValue)
  }
}
