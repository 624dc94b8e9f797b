// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Floats on a cache line, for the life of the process or until `free`.
struct Floats {
  let pointer: UnsafeMutablePointer<Float>

  init(_ count: Int, _ value: Float = 0.01) {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 4 + 64, alignment: 64)
    pointer = raw.bindMemory(to: Float.self, capacity: count)
    pointer.initialize(repeating: value, count: count)
  }

  func free() { UnsafeMutableRawPointer(pointer).deallocate() }
}

private func nanoseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The shortest time of a call in nanoseconds, over at least `repeats` and 50 ms.
///
/// The shortest one, because on a shared machine everything else measures the neighbours.
func shortest(repeats: Int = 5, _ body: () -> Void) -> Double {
  var best = Double.infinity
  let end = nanoseconds() + 5e7
  var count = 0
  while count < repeats || nanoseconds() < end {
    let start = nanoseconds()
    body()
    best = min(best, nanoseconds() - start)
    count += 1
  }
  return best
}

/// A number with one decimal, right-aligned.
func column(_ value: Double, width: Int = 8) -> String {
  let tenths = Int((value * 10).rounded())
  let text = "\(tenths / 10).\(abs(tenths % 10))"
  return String(repeating: " ", count: max(0, width - text.count)) + text
}
