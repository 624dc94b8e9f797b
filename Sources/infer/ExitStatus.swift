// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import IR
import ONNXFormat

/// Exit codes of the executable, those of `sysexits.h`.
enum ExitStatus: Int32 {
  case usage = 64
  case badData = 65
  case noInput = 66
  case unsupported = 69
  case internalError = 70
  case io = 74

  /// The status that an error means.
  init(_ error: any Error) {
    switch error {
    case let error as ONNXError: self.init(error.code)
    case let error as GraphError: self.init(error.code)
    default: self = .internalError
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
    self = code == .unsupported ? .unsupported : .badData
  }

  /// Ends the process: help and usage errors as ArgumentParser prints them, everything else as one
  /// line on stderr.
  static func exit(with error: any Error) -> Never {
    if error is ONNXError || error is GraphError {
      FileHandle.standardError.write(Data("infer: \(error)\n".utf8))
      Foundation.exit(ExitStatus(error).rawValue)
    }
    Infer.exit(withError: error)
  }
}
