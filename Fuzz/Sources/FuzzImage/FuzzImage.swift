// SPDX-License-Identifier: Apache-2.0
import CFuzzer
import Espalier

/// Decodes each input as an image and prepares it as for a model; every error is fine.
@main enum FuzzImage {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      run(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }
}

private func run(_ bytes: [UInt8]) {
  do {
    let image = try Image(decoding: bytes, name: "fuzz")
    _ = try Preprocessing("imagenet").apply(image, height: 32, width: 24)
  } catch {
    precondition(!"\(error)".isEmpty && !"\(error)".contains(where: \.isNewline))
  }
}
