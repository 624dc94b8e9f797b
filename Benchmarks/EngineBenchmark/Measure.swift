// SPDX-License-Identifier: Apache-2.0

/// Floats on a cache line, until they are freed.
final class Floats {
  let pointer: UnsafeMutablePointer<Float>
  let count: Int

  init(_ count: Int, _ value: Float = 0.01) {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 4 + 64, alignment: 64)
    pointer = raw.bindMemory(to: Float.self, capacity: count)
    pointer.initialize(repeating: value, count: count)
    self.count = count
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}

/// The shortest time of a call in seconds, over at least five calls and 40 ms.
///
/// The shortest one, because on a shared machine everything else measures the neighbours.
func shortest(_ body: () -> Void) -> Double {
  var best = Duration.seconds(3600)
  let end = ContinuousClock.now + .milliseconds(40)
  var count = 0
  while count < 5 || ContinuousClock.now < end {
    let start = ContinuousClock.now
    body()
    best = min(best, ContinuousClock.now - start)
    count += 1
  }
  return best / .seconds(1)
}
