// SPDX-License-Identifier: Apache-2.0
import Espalier

/// Decodes the bytes as an image and prepares it as for a model; every error is fine.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImage(_ data: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
  do {
    let image = try Image(
      decoding: Array(UnsafeBufferPointer(start: data, count: size)), name: "fuzz")
    _ = try Preprocessing("imagenet").apply(image, height: 32, width: 24)
  } catch {
    precondition(!"\(error)".isEmpty && !"\(error)".contains(where: \.isNewline))
  }
  return 0
}
