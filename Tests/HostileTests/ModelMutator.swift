// SPDX-License-Identifier: Apache-2.0
import Foundation
import ONNXFormat
import SwiftProtobuf
import Tensors

/// Makes broken models out of valid ones: the same seed gives the same models.
///
/// Most mutations know the format and give files that decode, so that what stands behind the
/// decoder is reached; the rest damages bytes.
struct ModelMutator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The next model's bytes, and what it was made from.
  mutating func next() throws -> (bytes: [UInt8], origin: String) {
    var model = base()
    let origin = model.graph.name + "/" + (model.graph.node.first?.opType ?? "")
    if oneIn(2) {
      for _ in 0..<pick([1, 1, 1, 2, 3]) { mutate(&model) }
    } else {
      for _ in 0..<pick([1, 1, 2, 3]) { mutateNumbers(&model.graph) }
    }
    var bytes = try model.bytes()
    if oneIn(6) {
      for _ in 0..<pick([1, 1, 2, 4]) where !bytes.isEmpty { damage(&bytes) }
    }
    return (bytes, origin)
  }

  // MARK: Choices

  private mutating func oneIn(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// An index of the collection, nil when it is empty.
  private mutating func index(_ items: some Collection) -> Int? {
    items.isEmpty ? nil : Int.random(in: 0..<items.count, using: &random)
  }

  /// Numbers at which sizes, axes and counts break.
  private static let edges: [Int64] =
    [0, 1, -1, 2, 3, 7, 8, 9, 16, 31, 32, 63, 64, 127, 128, 255, 256, 1000, -1000, 65_535]
    + [20, 31, 32, 40, 61, 62].map { Int64(1) << $0 }
    + [Int64(Int32.max), Int64(Int32.min), .max, .min, .max - 1, .min + 1]

  private mutating func number() -> Int64 {
    if oneIn(3) { return Int64.random(in: -3...9, using: &random) }
    return pick(Self.edges)
  }

  private static let floatEdges: [Float] = [
    0, -0.0, 1, -1, 0.5, 1e-30, 1e30, .infinity, -.infinity, .nan, 3e9, -3e19, 1e20, 100,
  ]

  private mutating func float() -> Float { pick(Self.floatEdges) }

  private mutating func text() -> String {
    pick([
      "", "x", "SAME_LOWER", "VALID", "linear", "cubic", "nearest", "reflect", "wrap", "edge",
      "mul",
      "bidirectional", "ij,jk->ik", "...,->", "i->ii", "tf_crop_and_resize", "Relu",
      "\u{0}\n\u{7f}\u{2028}", "(((a*)*)*)*$", "[z-a]{1000000}", "\\", "é\u{301}",
      String(repeating: "(", count: 300), String(repeating: "a", count: 3000),
    ])
  }

  /// A valid model; operands of single operators are constants or inputs by chance.
  private mutating func base() -> Wire_ModelProto {
    if oneIn(4) { return pick(BaseModels.networks) }
    let bits = pick([UInt64.max, 0, .max << 1, random.next()])
    return pick(BaseModels.operators).model { bits >> UInt64($0) & 1 == 1 }
  }

  // MARK: Mutations of the whole

  private mutating func mutate(_ model: inout Wire_ModelProto) {
    switch Int.random(in: 0..<30, using: &random) {
    case 0: model.irVersion = number()
    case 1:
      if let entry = index(model.opsetImport) {
        model.opsetImport[entry].version = oneIn(3) ? number() : .random(in: 1...25, using: &random)
      }
    case 2: if let entry = index(model.opsetImport) { model.opsetImport.remove(at: entry) }
    case 3: mutateFunctions(&model)
    case 4: model.graph = nested(model.graph, depth: pick([1, 2, 5, 31, 32, 33, 60]))
    case 5: splice(&model)
    default: mutate(&model.graph)
    }
  }

  private mutating func mutateFunctions(_ model: inout Wire_ModelProto) {
    guard let function = index(model.functions) else {
      model.functions = BaseModels.functions.functions
      if let node = index(model.graph.node) {
        (model.graph.node[node].opType, model.graph.node[node].domain) = ("outer", "local")
      }
      return
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:  // calls itself
      if let node = index(model.functions[function].node) {
        model.functions[function].node[node].opType = model.functions[function].name
        model.functions[function].node[node].domain = model.functions[function].domain
      }
    case 1:  // calls that double at each level
      for level in 0..<pick([4, 12, 30]) {
        let callee = level == 0 ? "inner" : "level\(level - 1)"
        model.functions.append(
          .function(
            "level\(level)", ["a"], ["c"],
            [
              .op(callee, ["a"], ["b"], domain: "local"),
              .op(callee, ["b"], ["c"], domain: "local"),
            ]))
      }
      if let node = index(model.graph.node), let last = model.functions.last {
        (model.graph.node[node].opType, model.graph.node[node].domain) = (last.name, "local")
      }
    case 2: model.functions.append(model.functions[function])
    default:
      if let node = index(model.functions[function].node) {
        mutate(&model.functions[function].node[node], in: model.graph)
      }
    }
  }

  /// The graph within the branches of `If` nodes.
  private func nested(_ graph: Wire_GraphProto, depth: Int) -> Wire_GraphProto {
    var result = graph
    for _ in 0..<depth {
      let outputs = result.output.map(\.name)
      let node = Wire_NodeProto.op(
        "If", ["condition"], outputs,
        [.graph("then_branch", result), .graph("else_branch", result)])
      // One branch is empty, else the model doubles at each level.
      var shallow = node
      shallow.attribute[1].g = .graph([], outputs: graph.input.prefix(1).map(\.name))
      result = .graph([shallow], outputs: outputs)
    }
    result.initializer.append(.integers(.bool, [], "condition"))
    result.input = graph.input
    return result
  }

  /// Parts of another model among those of this one.
  private mutating func splice(_ model: inout Wire_ModelProto) {
    let other = base()
    switch Int.random(in: 0..<4, using: &random) {
    case 0: model.graph.node += other.graph.node
    case 1: model.graph.initializer += other.graph.initializer
    case 2:
      if let node = index(model.graph.node), let donor = index(other.graph.node) {
        model.graph.node[node].attribute = other.graph.node[donor].attribute
      }
    default:
      if let node = index(model.graph.node), let donor = index(other.graph.node) {
        model.graph.node[node].opType = other.graph.node[donor].opType
        model.graph.node[node].domain = other.graph.node[donor].domain
      }
    }
  }

  // MARK: Mutations of a graph

  private mutating func mutate(_ graph: inout Wire_GraphProto) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: if let node = index(graph.node) { graph.node.remove(at: node) }
    case 1: if let node = index(graph.node) { graph.node.append(graph.node[node]) }
    case 2: if let tensor = index(graph.initializer) { graph.initializer.remove(at: tensor) }
    case 3:
      if let tensor = index(graph.initializer) {
        graph.initializer.append(graph.initializer[tensor])
      }
    case 4:
      if let output = index(graph.output) {
        if oneIn(2) { graph.output.remove(at: output) } else { mutate(&graph.output[output]) }
      }
    case 5, 6: if let input = index(graph.input) { mutate(&graph.input[input]) }
    case 7:
      guard let tensor = index(graph.initializer) else { return }
      let moved = graph.initializer.remove(at: tensor)
      graph.sparseInitializer.append(
        .with {
          $0.values = moved
          $0.indices = .int64s([0, 1, number()])
          $0.dims = [number(), 2]
        })
    case 8:  // a cycle
      if let first = index(graph.node), let output = graph.node.last?.output.first,
        let slot = index(graph.node[first].input)
      {
        graph.node[first].input[slot] = output
      }
    case 9:
      if let value = graph.node.first?.output.first {
        var info = Wire_ValueInfoProto.tensor(value, .float, [2, 3])
        mutate(&info)
        graph.valueInfo.append(info)
      }
    case 10...13: if let tensor = index(graph.initializer) { mutate(&graph.initializer[tensor]) }
    default: if let node = index(graph.node) { mutate(&graph.node[node], in: graph) }
    }
  }

  private mutating func mutate(_ info: inout Wire_ValueInfoProto) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: info.type.tensorType.elemType = Int32(truncatingIfNeeded: number())
    case 1: info.type.tensorType.shape.dim.append(.with { $0.dimValue = number() })
    case 2:
      if !info.type.tensorType.shape.dim.isEmpty { info.type.tensorType.shape.dim.removeLast() }
    case 3: info.clearType()
    case 4:
      if let axis = index(info.type.tensorType.shape.dim) {
        info.type.tensorType.shape.dim[axis].dimParam = "N"
      }
    default:
      if let axis = index(info.type.tensorType.shape.dim) {
        info.type.tensorType.shape.dim[axis].dimValue = number()
      }
    }
  }

  /// Only what the operators see: attributes, operands, shapes of inputs.
  private mutating func mutateNumbers(_ graph: inout Wire_GraphProto) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: if let input = index(graph.input) { mutate(&graph.input[input]) }
    case 1, 2: if let tensor = index(graph.initializer) { mutate(&graph.initializer[tensor]) }
    default:
      if let node = index(graph.node), let slot = index(graph.node[node].attribute) {
        mutate(&graph.node[node].attribute[slot])
      } else if let tensor = index(graph.initializer) {
        mutate(&graph.initializer[tensor])
      }
    }
  }

  // MARK: Mutations of a node

  private mutating func mutate(_ node: inout Wire_NodeProto, in graph: Wire_GraphProto) {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: if let slot = index(node.input) { node.input[slot] = "" }
    case 1: if let slot = index(node.input) { node.input.remove(at: slot) }
    case 2: if let slot = index(node.input) { node.input.append(node.input[slot]) }
    case 3: if node.input.count > 1 { node.input.swapAt(0, node.input.count - 1) }
    case 4:
      let names = graph.initializer.map(\.name) + graph.input.map(\.name)
      if let slot = index(node.input), !names.isEmpty { node.input[slot] = pick(names) }
    case 5: node.output.append(oneIn(2) ? "" : "extra")
    case 6: if let slot = index(node.output) { node.output[slot] = pick(["", "in0", "x", "more"]) }
    case 7:
      let donor = pick(BaseModels.operators)
      (node.opType, node.domain) = (donor.opType, donor.domain)
    case 8:
      node.domain = pick(["", "ai.onnx", "com.microsoft", "com.microsoft.nchwc", "ai.onnx.ml"])
    case 9: if let slot = index(node.attribute) { node.attribute.remove(at: slot) }
    case 10: if let slot = index(node.attribute) { node.attribute.append(node.attribute[slot]) }
    case 11: node.attribute += pick(BaseModels.operators).attributes
    case 12: node.name = text()
    default: if let slot = index(node.attribute) { mutate(&node.attribute[slot]) }
    }
  }

  private mutating func mutate(_ attribute: inout Wire_AttributeProto) {
    if attribute.hasG {
      mutate(&attribute.g)
    } else if attribute.hasT {
      mutate(&attribute.t)
    } else if oneIn(12) {
      attribute.type = pick([.float, .int, .string, .tensor, .graph, .ints, .floats, .undefined])
    } else if oneIn(20) {
      attribute.refAttrName = "alpha"
    } else {
      switch attribute.type {
      case .int: attribute.i = number()
      case .float: attribute.f = float()
      case .string: attribute.s = oneIn(10) ? Data([0xff, 0xfe]) : Data(text().utf8)
      case .ints:
        if oneIn(3) { attribute.ints.append(number()) }
        if oneIn(4), !attribute.ints.isEmpty { attribute.ints.removeLast() }
        if let slot = index(attribute.ints) { attribute.ints[slot] = number() }
      case .strings: attribute.strings.append(Data(text().utf8))
      case .floats: attribute.floats.append(float())
      default: attribute.name = text()
      }
    }
  }

  // MARK: Mutations of a tensor

  private mutating func mutate(_ tensor: inout Wire_TensorProto) {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: if let axis = index(tensor.dims) { tensor.dims[axis] = number() }
    case 1: tensor.dims.append(pick([0, 1, number()]))
    case 2: if !tensor.dims.isEmpty { tensor.dims.removeLast() }
    case 3: tensor.dataType = Int32(truncatingIfNeeded: number())
    case 4: tensor.dataType = .random(in: 0...24, using: &random)
    case 5: moveOutside(&tensor)
    case 6: tensor.rawData = Data(repeating: 0x7f, count: pick([0, 1, 7, 8, 24, 4100]))
    case 7: retype(&tensor)
    case 8: empty(&tensor)
    default:
      if let slot = index(tensor.int64Data) { tensor.int64Data[slot] = number() }
      if let slot = index(tensor.floatData) { tensor.floatData[slot] = float() }
      if let slot = index(tensor.int32Data) {
        tensor.int32Data[slot] = Int32(truncatingIfNeeded: number())
      }
      if let slot = index(tensor.stringData) { tensor.stringData[slot] = Data(text().utf8) }
    }
  }

  /// External data at places that must not be read.
  private mutating func moveOutside(_ tensor: inout Wire_TensorProto) {
    let entries: [(String, String)] = [
      (
        "location",
        pick(["/etc/passwd", "../secret", "link", "twin", "weights.bin", "sub", "", "a\0b"])
      ),
      ("offset", pick(["0", "8", "-1", "1e3", "99999999999999999999", "9223372036854775807"])),
      ("length", pick(["24", "0", "-1", "9223372036854775807", "x"])),
      ("secret", "1"),
    ]
    tensor.dataLocation = .external
    for (key, value) in entries.prefix(pick([1, 2, 3, 4])) {
      tensor.externalData.append(.with { ($0.key, $0.value) = (key, value) })
    }
    if oneIn(2) { empty(&tensor) }
  }

  /// The same element count as another type.
  private mutating func retype(_ tensor: inout Wire_TensorProto) {
    let count = max(tensor.floatData.count, tensor.int64Data.count, tensor.int32Data.count)
    empty(&tensor)
    let number = Int32(truncatingIfNeeded: number())
    switch pick([1, 7, 6, 9, 11, 8, 10, 2]) {
    case 1: (tensor.dataType, tensor.floatData) = (1, .init(repeating: float(), count: count))
    case 7: (tensor.dataType, tensor.int64Data) = (7, .init(repeating: self.number(), count: count))
    case 11: (tensor.dataType, tensor.doubleData) = (11, .init(repeating: -1, count: count))
    case 8: (tensor.dataType, tensor.stringData) = (8, .init(repeating: Data(), count: count))
    case let type:
      (tensor.dataType, tensor.int32Data) = (Int32(type), .init(repeating: number, count: count))
    }
  }

  private func empty(_ tensor: inout Wire_TensorProto) {
    (tensor.floatData, tensor.int64Data, tensor.int32Data, tensor.stringData) = ([], [], [], [])
  }

  // MARK: Damage to bytes

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes[place] = pick([0, 0x7f, 0x80, 0xff])
    case 3: bytes.insert(.random(in: 0...255, using: &random), at: place)
    case 4: bytes.removeSubrange(place..<end)
    case 5:
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...place, using: &random))
    default: bytes.removeSubrange(place...)
    }
  }
}
