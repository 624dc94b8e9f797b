// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A model's folder with weights, links and a secret beside it; removed with the object.
final class HostileFolder {
  /// The folder in which the model belongs.
  let model: String
  private let outer: URL

  init() throws {
    let manager = FileManager.default
    outer = manager.temporaryDirectory.appending(path: "espalier-\(UUID().uuidString)")
    model = outer.path(percentEncoded: false) + "/model"
    try manager.createDirectory(atPath: "\(model)/sub", withIntermediateDirectories: true)
    try Data(repeating: 1, count: 64).write(to: outer.appending(path: "secret"))
    for name in ["weights.bin", "twin"] {
      try Data(repeating: 2, count: 64).write(to: URL(filePath: "\(model)/\(name)"))
    }
    try manager.createSymbolicLink(
      atPath: "\(model)/link", withDestinationPath: "../secret")
    try manager.linkItem(atPath: "\(model)/twin", toPath: "\(model)/second")
  }

  deinit { try? FileManager.default.removeItem(at: outer) }
}
