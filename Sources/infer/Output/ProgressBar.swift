// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A bar on stderr that shows how much is done. Silent unless stderr is a terminal.
struct ProgressBar {
  private let title: String
  private let total: Int
  private let isVisible: Bool
  private var shown = ContinuousClock.now

  private static let width = 30
  private static let interval = Duration.milliseconds(100)

  /// A bar for `total` steps.
  init(_ title: String, total: Int) {
    (self.title, self.total) = (title, max(total, 1))
    isVisible = isatty(STDERR_FILENO) == 1
  }

  /// Shows that `done` steps are done.
  mutating func update(_ done: Int) {
    guard isVisible, ContinuousClock.now - shown >= Self.interval else { return }
    shown = .now
    let filled = min(max(done, 0), total) * Self.width / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    write("\r\(title) \(bar) \(done)/\(total)\u{1B}[K")
  }

  /// Removes the bar, so that a line can be printed or the work is over.
  func clear() {
    if isVisible { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
