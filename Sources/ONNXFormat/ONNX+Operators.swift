// SPDX-License-Identifier: Apache-2.0
package import IR

extension ONNX {
  /// An operator of ONNX by domain and name; the domain of the standard operators is empty.
  package struct OperatorName: Hashable, Comparable, Sendable {
    package let domain: String
    package let name: String

    /// An operator.
    package init(domain: String, name: String) {
      (self.domain, self.name) = (domain == "ai.onnx" ? "" : domain, name)
    }

    package static func < (left: OperatorName, right: OperatorName) -> Bool {
      (left.domain, left.name) < (right.domain, right.name)
    }
  }

  /// The operators that a model file uses, in its graph, subgraphs and functions, whether this
  /// package has them or not.
  ///
  /// - Throws: `ONNXError` when the file is no model.
  package static func operators(
    contentsOf path: String, limits: ResourceLimits = ResourceLimits()
  ) throws -> Set<OperatorName> {
    let file = try MappedFile(path: path, maximumSize: limits.modelBytes)
    let scanned = try WireScanner.scan(file, limits: WireLimits(limits))
    let proto = try scanned.decode(as: Wire_ModelProto.self)
    var names: Set<OperatorName> = []
    // The scanner has limited how deep graphs nest.
    var pending = proto.graph.node + proto.functions.flatMap(\.node)
    while let node = pending.popLast() {
      names.insert(OperatorName(domain: node.domain, name: node.opType))
      for attribute in node.attribute {
        pending += attribute.g.node + attribute.graphs.flatMap(\.node)
      }
    }
    let functions = proto.functions.map { OperatorName(domain: $0.domain, name: $0.name) }
    return names.subtracting(functions)
  }
}
