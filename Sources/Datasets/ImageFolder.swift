// SPDX-License-Identifier: Apache-2.0
import Foundation
import Imaging

/// PNG and JPEG files in a folder: one folder for each class, or a flat folder of images without
/// labels.
///
/// Where all names of the folders are numbers, those are the classes; else class 0 is the first name
/// in byte order, and so on.
public struct ImageFolder: Dataset {
  /// The most images that are accepted.
  static let maximumCount = 20_000_000

  public let name: String
  public var count: Int { paths.count }
  public let hasLabels: Bool
  public let classNames: [String]?
  public var holdsPhotographs: Bool { true }
  private let paths: [String]
  private let labels: [Int]

  /// Lists a folder; the images are read later. Names that begin with a point are skipped, and files
  /// that are named neither `.png`, `.jpg` nor `.jpeg`.
  ///
  /// - Throws: `noSuchFile`, `io`; `malformed` without images, or with both images and folders.
  /// - Complexity: O(files · log files).
  public init(folder: String) throws(DataError) {
    let (images, folders) = try Self.entries(of: folder)
    name = "folder:\(folder)"
    guard !folders.isEmpty else {
      guard !images.isEmpty else {
        throw DataError(
          .malformed, at: folder, "expected PNG or JPEG images, or a folder of them for each class")
      }
      (paths, labels, classNames) = (images.map { "\(folder)/\($0)" }, [], nil)
      hasLabels = false
      return
    }
    guard images.isEmpty else {
      throw DataError(
        .malformed, at: folder,
        "holds both images (\(images[0])) and folders (\(folders[0])), expected either")
    }
    var paths: [String] = []
    var labels: [Int] = []
    let numbers = folders.compactMap(Self.classNumber)
    let isNumbered = numbers.count == folders.count
    for (position, name) in folders.enumerated() {
      let label = isNumbered ? numbers[position] : position
      let images = try Self.entries(of: "\(folder)/\(name)").images
      paths += images.map { "\(folder)/\(name)/\($0)" }
      labels += [Int](repeating: label, count: images.count)
      guard paths.count <= Self.maximumCount else {
        throw DataError(
          .limitExceeded, at: folder, "has more than \(Self.maximumCount) images")
      }
    }
    guard !paths.isEmpty else {
      throw DataError(
        .malformed, at: folder, "its \(folders.count) folders hold no PNG or JPEG images")
    }
    (self.paths, self.labels, hasLabels) = (paths, labels, true)
    classNames = isNumbered ? nil : folders
  }

  /// The class that a folder's name is, nil when it is no number or has leading zeros.
  private static func classNumber(_ name: String) -> Int? {
    guard let number = Int(name), number >= 0, "\(number)" == name else { return nil }
    return number
  }

  public func sample(at index: Int) throws(DataError) -> Sample {
    do throws(ImageError) {
      let image = try Image(contentsOf: paths[index])
      return Sample(.image(image), label: hasLabels ? labels[index] : nil)
    } catch { throw DataError(error) }
  }

  /// Names of the images and of the folders in a folder, in byte order.
  private static func entries(
    of folder: String
  ) throws(DataError) -> (images: [String], folders: [String]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw DataError(.noSuchFile, at: folder, "no such folder")
    }
    guard isFolder.boolValue,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { throw DataError(.io, at: folder, "cannot be listed as a folder") }
    var (images, folders): ([String], [String]) = ([], [])
    for name in names where !name.hasPrefix(".") {
      let lowercased = name.lowercased()
      if FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
        isFolder.boolValue
      {
        folders.append(name)
      } else if [".png", ".jpg", ".jpeg"].contains(where: lowercased.hasSuffix) {
        images.append(name)
      }
    }
    func byBytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
    return (images.sorted(by: byBytes), folders.sorted(by: byBytes))
  }
}
