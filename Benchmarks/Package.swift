// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "espalier-benchmarks",
  dependencies: [.package(name: "espalier", path: "..")],
  targets: [
    .executableTarget(
      name: "KernelBenchmark",
      dependencies: [.product(name: "Espalier", package: "espalier")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
