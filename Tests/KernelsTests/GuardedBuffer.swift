// SPDX-License-Identifier: Apache-2.0
import Glibc
import Testing

/// Floats between two inaccessible pages, so that a read or write past either end is a fault.
///
/// The floats touch the page behind them, or the one before them. On the other side is a gap in
/// the same page, filled with a pattern that `expectIntact` looks at. With the environment variable
/// `ESPALIER_TEST_GUARDS=off` the outer pages are accessible: some emulators (QEMU 7.2) load the
/// masked lanes of `vmaskmovps`, which no CPU does.
final class GuardedBuffer {
  enum Side: CaseIterable { case touchesEnd, touchesStart }

  let count: Int
  let floats: UnsafeMutablePointer<Float>
  private let mapping: UnsafeMutableRawPointer
  private let mappedBytes: Int
  private let body: UnsafeMutableBufferPointer<Float>
  private static let outerProtection: Int32 =
    getenv("ESPALIER_TEST_GUARDS").map { String(cString: $0) } == "off"
    ? PROT_READ | PROT_WRITE : PROT_NONE
  private static let pattern = Float(bitPattern: 0x7fa5_a5a5)

  init(_ values: [Float], _ side: Side) throws {
    let page = 4096
    let bodyBytes = (max(1, values.count) * 4 + page - 1) / page * page
    mappedBytes = bodyBytes + 2 * page
    let map = mmap(nil, mappedBytes, Self.outerProtection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    mapping = try #require(map != MAP_FAILED ? map : nil)
    try #require(mprotect(mapping + page, bodyBytes, PROT_READ | PROT_WRITE) == 0)
    body = UnsafeMutableBufferPointer(
      start: (mapping + page).assumingMemoryBound(to: Float.self), count: bodyBytes / 4)
    body.initialize(repeating: Self.pattern)
    count = values.count
    let offset = side == .touchesEnd ? body.count - count : 0
    floats = (mapping + page).assumingMemoryBound(to: Float.self) + offset
    for (index, value) in values.enumerated() { floats[index] = value }
  }

  convenience init(count: Int, _ side: Side) throws {
    try self.init(Array(repeating: 12345, count: count), side)
  }

  deinit { munmap(mapping, mappedBytes) }

  var values: [Float] {
    withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: floats, count: count)) }
  }

  /// Expects that nothing was written into the gap.
  func expectIntact(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let gap = withExtendedLifetime(self) {
      body.filter { $0.bitPattern == Self.pattern.bitPattern }.count
    }
    #expect(gap == body.count - count, "\(what): wrote outside", sourceLocation: sourceLocation)
  }
}
