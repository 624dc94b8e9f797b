// SPDX-License-Identifier: Apache-2.0
import Tensors
import Testing

@Suite struct MappedTensorTests {
  @Test func `moving a large tensor copies every element`() {
    // More than two pieces of 16 MB, and not a multiple of them.
    let count = 9_000_001
    let tensor = Tensor((0..<count).map { Int32($0) })
    let target = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    defer { target.deallocate() }
    tensor.moveBytes(to: target)
    #expect((0..<count).allSatisfy { target[$0] == Int32($0) })
    #expect(!tensor.isReloadable)
  }
}
