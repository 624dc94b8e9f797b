// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Tensors
import Testing

@Suite struct ComputedTensorTests {
  /// A vector `0, 1, …` and how often it was computed.
  private func counted(_ count: Int) -> (tensor: Tensor, times: @Sendable () -> Int) {
    final class Counter: Sendable {
      let value = Mutex(0)
    }
    let counter = Counter()
    let tensor = Tensor(dtype: .float32, shape: [count]) { bytes in
      counter.value.withLock { $0 += 1 }
      let target = bytes.bindMemory(to: Float.self)
      for index in target.indices { target[index] = Float(index) }
    }
    return (tensor, { counter.value.withLock { $0 } })
  }

  @Test func `a computed tensor is computed when it is read, once`() {
    let (tensor, times) = counted(5)
    #expect(times() == 0)
    #expect(tensor.array(of: Float.self) == [0, 1, 2, 3, 4])
    #expect(tensor.doubles() == [0, 1, 2, 3, 4])
    #expect(times() == 1)
  }

  @Test func `what was given up is computed again`() {
    let (tensor, times) = counted(3)
    #expect(tensor.isReloadable)
    #expect(tensor.array(of: Float.self) == [0, 1, 2])
    tensor.releasePages()
    #expect(times() == 1)
    #expect(tensor.array(of: Float.self) == [0, 1, 2])
    #expect(times() == 2)
  }

  @Test func `a resident copy outlives giving up`() {
    let (tensor, times) = counted(3)
    let resident = tensor.resident
    tensor.releasePages()
    #expect(resident.array(of: Float.self) == [0, 1, 2])
    #expect(!resident.isReloadable)
    #expect(times() == 1)
  }

  @Test func `changing a copy leaves the computed tensor alone`() {
    let (tensor, _) = counted(3)
    var copy = tensor
    copy.withUnsafeMutableBytes { $0.storeBytes(of: 7, as: Float.self) }
    #expect(copy.array(of: Float.self) == [7, 1, 2])
    #expect(tensor.array(of: Float.self) == [0, 1, 2])
  }

  @Test func `identity needs no elements`() {
    let (tensor, times) = counted(4)
    let other = counted(4).tensor
    #expect(tensor.isIdentical(to: tensor) && !tensor.isIdentical(to: other))
    #expect(!tensor.isIdentical(to: tensor.reshaped(to: [2, 2])))
    #expect(times() == 0)
    #expect(tensor == other)
  }

  @Test func `moving bytes computes once and gives up`() {
    let (tensor, times) = counted(6)
    let target = UnsafeMutablePointer<Float>.allocate(capacity: 6)
    defer { target.deallocate() }
    tensor.moveBytes(to: target)
    #expect((0..<6).allSatisfy { target[$0] == Float($0) })
    #expect(times() == 1)
    _ = tensor.doubles()
    #expect(times() == 2)
  }
}
