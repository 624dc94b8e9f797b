// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Kernels are optimized in every configuration, so that `swift test` runs at full speed.
///
/// The flag for clang is what gives Swift code its target features: without it `addProduct` calls
/// libm (docs/kernels.md).
func kernelSettings(march: String?, extensions: [String] = []) -> [SwiftSetting] {
  var flags = ["-Ounchecked", "-wmo", "-num-threads", "2"]
  if let march { flags += ["-Xcc", "-march=\(march)"] }
  for name in extensions { flags += ["-Xcc", "-m\(name)"] }
  return strict + [.unsafeFlags(flags)]
}

/// The scripts that write sources of kernels.
let kernelScripts = [
  "generate_tiles.py", "generate_winograd.py", "generate_integer_tiles.py",
].map { "Kernels/\($0)" }

// The AVX targets exist on x86-64 only: elsewhere clang knows neither their flags nor intrinsics.
#if arch(x86_64)
  let vectorTargets: [Target] = [
    .target(
      name: "KernelsAVX2", dependencies: ["KernelTypes", "CSIMD"],
      exclude: kernelScripts,
      swiftSettings: kernelSettings(march: "haswell")),
    .target(
      name: "KernelsAVX512", dependencies: ["KernelTypes", "CSIMD"],
      exclude: kernelScripts,
      swiftSettings: kernelSettings(march: "x86-64-v4")),
    // Kernels on codes only; the others are those of KernelsAVX512.
    .target(
      name: "KernelsVNNI", dependencies: ["KernelTypes", "CSIMD"],
      swiftSettings: kernelSettings(march: "x86-64-v4", extensions: ["avx512vnni"])),
  ]
#else
  let vectorTargets: [Target] = []
#endif

let package = Package(
  name: "espalier",
  products: [
    .library(name: "Espalier", targets: ["Espalier"]),
    .executable(name: "infer", targets: ["infer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg62-turbo-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSIMD"),
    .systemLibrary(name: "CLinux"),

    .target(name: "Tensors", swiftSettings: strict),
    .target(name: "IR", dependencies: ["Tensors"], swiftSettings: strict),
    .target(
      name: "ONNXFormat",
      dependencies: [
        "CLinux", "IR", "Tensors",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Wire/onnx.proto", "Wire/generate.sh"], swiftSettings: strict),
    .target(
      name: "Passes", dependencies: ["CLAPACKE", "IR", "Tensors"], swiftSettings: strict),
    // C, because libpng and libjpeg report errors by longjmp, which must not cross Swift frames.
    .target(
      name: "CImageShim", dependencies: ["CPNG", "CJPEG"],
      cSettings: [.treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("png"), .linkedLibrary("jpeg")]),
    .target(name: "Imaging", dependencies: ["CImageShim"], swiftSettings: strict),

    .target(
      name: "Recipes", dependencies: ["Passes", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Datasets", dependencies: ["CZlib", "Imaging", "Tensors"], swiftSettings: strict),

    .target(name: "KernelTypes", swiftSettings: kernelSettings(march: nil)),
    .target(
      name: "KernelsPortable", dependencies: ["KernelTypes", "CSIMD"],
      exclude: kernelScripts,
      swiftSettings: kernelSettings(march: nil)),
    .target(
      name: "Runtime",
      dependencies: ["IR", "Tensors", "KernelTypes", "KernelsPortable", "CBLAS", "CSIMD"]
        + vectorTargets.map { .target(name: $0.name) },
      swiftSettings: strict),

    .target(
      name: "Espalier",
      dependencies: [
        "Tensors", "IR", "ONNXFormat", "Passes", "Runtime", "Imaging", "KernelTypes",
        "Datasets",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "infer",
      dependencies: [
        "Tensors", "IR", "ONNXFormat", "Passes", "KernelTypes", "Runtime", "Imaging", "Datasets",
        "Recipes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // Measures kernels and layers; `make bench` builds and runs it.
    .executableTarget(
      name: "EngineBenchmark",
      dependencies: [
        "IR", "KernelTypes", "ONNXFormat", "Passes", "Runtime", "Tensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks/EngineBenchmark", swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["IR", "Tensors"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ONNXFormatTests",
      dependencies: [
        "ONNXFormat", "IR", "Tensors", "TestSupport",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ], swiftSettings: strict),
    .testTarget(
      name: "IRTests", dependencies: ["IR", "Tensors", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PassesTests", dependencies: ["Passes", "ONNXFormat", "IR", "Tensors", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "ImagingTests", dependencies: ["Imaging"], swiftSettings: strict),
    .testTarget(
      name: "RecipesTests", dependencies: ["Passes", "Recipes"], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Imaging", "Tensors"],
      swiftSettings: strict),
    // The executable runs as a process; depending on it builds it.
    .testTarget(
      name: "InferTests",
      dependencies: ["infer", "IR", "Imaging", "ONNXFormat", "Tensors", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "KernelsTests", dependencies: ["KernelTypes", "Runtime"], swiftSettings: strict),
    // C, because it defines `malloc` for the process that runs the tests.
    .target(
      name: "AllocationCounter", path: "Tests/AllocationCounter",
      cSettings: [.treatAllWarnings(as: .error)]),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "Runtime", "KernelTypes", "ONNXFormat", "IR", "Passes", "Tensors", "TestSupport",
        "AllocationCounter",
      ], swiftSettings: strict),
    // Models made to harm: read, checked, optimized and run.
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "infer", "ONNXFormat", "Passes", "Runtime", "IR", "Tensors", "TestSupport",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ], swiftSettings: strict),
  ] + vectorTargets
)
