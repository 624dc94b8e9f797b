// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import ONNXFormat
import Tensors
import Testing

/// How attributes of recurrent layers, transforms and trees are read.
@Suite struct RecurrentFormsTests {
  /// A layer of one unit that reads one number for two steps: `h' = f(x + h)`.
  private static func layer(
    _ attributes: [Wire_AttributeProto], opset: Int64 = 14
  ) -> NodeModel {
    let weight = Tensor([1] as [Float], shape: [1, 1, 1])
    return NodeModel(
      opType: "RNN", opset: opset, attributes: attributes,
      inputs: [Tensor([2, -4] as [Float], shape: [2, 1, 1]), weight, weight], outputCount: 2)
  }

  private func last(_ model: NodeModel) throws -> Double {
    try #require(try model.outputs().last).double(at: 0)
  }

  @Test func `the hidden size comes from the weights when its attribute is absent`() throws {
    let expected = Foundation.tanh(-4 + Foundation.tanh(2.0))
    #expect(abs(try last(Self.layer([])) - expected) < 1e-6)
    #expect(abs(try last(Self.layer([.int("output_sequence", 1)], opset: 6)) - expected) < 1e-6)
  }

  @Test func `functions take their parameters in order`() throws {
    // 3 x + 1: 7, then 10.
    let affine: [Wire_AttributeProto] = [
      .texts("activations", ["Affine"]), .floats("activation_alpha", [3]),
      .floats("activation_beta", [1]),
    ]
    #expect(try last(Self.layer(affine)) == 10)
    #expect(try last(Self.layer([.texts("activations", ["relu"])])) == 0)
    // The first step has 2, the second -2.
    let clipped = Self.layer([.texts("activations", ["LeakyRelu"]), .float("clip", 1.5)])
    #expect(abs(try last(clipped) + 0.015) < 1e-7)
  }

  @Test func `an unknown function is named`() throws {
    let model = Self.layer([.texts("activations", ["Cube"])])
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: model.bytes()) }
    #expect(error?.code == .invalidModel)
    #expect(error?.message.contains("\"Cube\", expected one of Relu, Tanh") == true)
  }

  @Test(arguments: [(17, 1), (19, -3)] as [(Int64, Int64)])
  func `the axis of a transform was an attribute`(_ opset: Int64, _ axis: Int64) throws {
    let x = Tensor([1, 2, 3, 4] as [Float], shape: [1, 2, 2, 1])
    let old = NodeModel(
      opType: "DFT", opset: opset, attributes: [.int("axis", axis)], inputs: [x])
    let real = stride(from: 0, to: 8, by: 2).map { try? old.outputs().first?.double(at: $0) }
    #expect(real == [4, 6, -2, -2])
    // The default of opset 17 is 1, that of opset 20 is the last but one.
    let plain = NodeModel(opType: "DFT", opset: 17, inputs: [x])
    #expect(try plain.outputs() == old.outputs())
    let new = try #require(try NodeModel(opType: "DFT", opset: 20, inputs: [x]).outputs().first)
    #expect(stride(from: 0, to: 8, by: 2).map { new.double(at: $0) } == [3, -1, 7, -1])
  }

  private static func trees(_ changed: Wire_AttributeProto...) -> NodeModel {
    var attributes: [Wire_AttributeProto] = [
      .int("n_targets", 1), .ints("tree_roots", [0]), .ints("nodes_featureids", [0, 0]),
      .tensor("nodes_splits", floats: [1, .nan]), .tensor("nodes_modes", bytes: [0, 6]),
      .ints("nodes_truenodeids", [0, 1]), .ints("nodes_trueleafs", [1, 1]),
      .ints("nodes_falsenodeids", [1, 2]), .ints("nodes_falseleafs", [0, 1]),
      .tensor("membership_values", floats: [5, 7]), .ints("leaf_targetids", [0, 0, 0]),
      .tensor("leaf_weights", floats: [10, 20, 30]),
    ]
    for attribute in changed {
      attributes.removeAll { $0.name == attribute.name }
      attributes.append(attribute)
    }
    return NodeModel(
      opType: "TreeEnsemble", domain: "ai.onnx.ml", opset: 5, attributes: attributes,
      inputs: [Tensor([0, 7, 8] as [Float], shape: [3, 1])])
  }

  @Test func `trees compare and look up`() throws {
    #expect(try Self.trees().outputs()[0].doubles() == [10, 20, 30])
  }

  @Test(arguments: [
    trees(.ints("nodes_trueleafs", [1])), trees(.tensor("nodes_modes", bytes: [0, 7])),
    trees(.tensor("leaf_weights", floats: [1])),
  ])
  func `trees whose lists do not fit are refused`(_ model: NodeModel) throws {
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: model.bytes()) }
    #expect(error?.code == .invalidModel)
  }

  @Test func `a transform of trees that is not known is unsupported`() throws {
    let bytes = try Self.trees(.int("post_transform", 4)).bytes()
    let error = #expect(throws: ONNXError.self) { try ONNX.read(bytes: bytes) }
    #expect(error?.code == .unsupported)
    let loop = try Self.trees(.ints("leaf_targetids", [0, 0, 3])).bytes()
    #expect(throws: GraphError.self) { try ONNX.read(bytes: loop) }
  }
}
