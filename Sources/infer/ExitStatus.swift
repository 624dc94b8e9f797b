// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Datasets
import Foundation
import IR
import Imaging
import ONNXFormat
import Passes
import Recipes
import Runtime
import Tensors

/// Exit codes of the executable, those of `sysexits.h`.
enum ExitStatus: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case unsupported = 69
  case internalError = 70
  case io = 74

  /// The status that an error means; nil for those that ArgumentParser explains.
  private init?(_ error: any Error) {
    switch error {
    case let error as CommandError: self = error.status
    case let error as ONNXError: self.init(error.code)
    case let error as GraphError: self.init(error.code)
    case let error as ImageError: self.init(error.code)
    case let error as DataError: self.init(error.code)
    case let error as NumPyError: self = error.code == .unsupported ? .unsupported : .badData
    case is RecipeError: self = .badData
    case is CatalogError: self = .usage
    case is InstructionSetError: self = .usage
    default: return nil
    }
  }

  private init(_ code: ONNXError.Code) {
    switch code {
    case .unsupported: self = .unsupported
    case .noSuchFile: self = .noInput
    case .io: self = .io
    default: self = .badData
    }
  }

  private init(_ code: GraphError.Code) {
    switch code {
    case .unsupported: self = .unsupported
    case .cancelled: self = .internalError
    default: self = .badData
    }
  }

  private init(_ code: DataError.Code) {
    switch code {
    case .invalidSpecification: self = .usage
    case .unsupported: self = .unsupported
    case .noSuchFile: self = .noInput
    case .io: self = .io
    default: self = .badData
    }
  }

  private init(_ code: ImageError.Code) {
    switch code {
    case .unsupported: self = .unsupported
    case .noSuchFile: self = .noInput
    case .io: self = .io
    default: self = .badData
    }
  }

  /// Ends the process: help on stdout, everything else as one line on stderr.
  static func exit(with error: any Error) -> Never {
    if let status = ExitStatus(error) {
      end("\(error)", status)
    }
    let code = Infer.exitCode(for: error)
    if code.isSuccess || error is ExitCode { Infer.exit(withError: error) }
    if code == .validationFailure {
      let full = Infer.fullMessage(for: error)
      // ArgumentParser's last line names the help of the subcommand at hand.
      let help = full.split(separator: "'").first { $0.hasSuffix("--help") } ?? "infer --help"
      end("\(Infer.message(for: error)); see '\(help)'", .usage)
    }
    end("internal error: \(error)", .internalError)
  }

  private static func end(_ message: String, _ status: ExitStatus) -> Never {
    // Half of a result may stand in the buffer of stdout; it goes first, so that lines keep order.
    fflush(nil)
    let line = message.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    try? FileHandle.standardError.write(contentsOf: Data("infer: \(line)\n".utf8))
    Foundation.exit(status.rawValue)
  }
}

/// A failure that no library reports: the command line and the model do not fit each other, or a
/// file of ours cannot be written.
struct CommandError: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    (self.status, self.description) = (status, description)
  }
}

/// The system's words for an error number; for the main thread only.
func systemError(_ number: Int32) -> String {
  String(cString: strerror(number))
}
