// SPDX-License-Identifier: Apache-2.0
import Foundation
import IR
import Testing

@Suite struct OperationCatalogTests {
  @Test func `operator names are unique`() {
    let names = OperationCatalog.all.map { $0.opType }
    #expect(Set(names).count == names.count)
  }

  /// Every `public struct X: Operation` in `Operations/` is registered, and the other way round.
  @Test func `the catalogue lists exactly the operations in the folder`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/IR/Operations").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var declared: Set<String> = []
    let declaration = /public struct (\w+)\s*:\s*[\w, ]*Operation\b/
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: declaration) {
        declared.insert(String(match.1))
      }
    }
    let registered = Set(OperationCatalog.all.map { String(describing: $0) })
    #expect(declared.subtracting(registered) == [], "declared and not in the catalogue")
    #expect(registered.subtracting(declared) == [], "in the catalogue and not in the folder")
  }
}
