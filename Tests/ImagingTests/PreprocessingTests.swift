// SPDX-License-Identifier: Apache-2.0

import Imaging
import Testing

@Suite struct PreprocessingTests {
  /// One pixel of three colours is enough to see the arithmetic.
  static let pixel = Image(width: 1, height: 1, channels: 3, bytes: [255, 0, 51])
  /// Two float roundings of values up to 3.
  static let tolerance: Float = 1e-6

  static let scaled: [(text: String, expected: [Float])] = [
    ("imagenet", [2.2489083, -2.0357143, -0.91555556]),
    ("inception", [1, -1, -0.6]),
    ("efficientnet-lite", [1, -0.9921875, -0.59375]),
    ("unit", [1, 0, 0.2]),
    ("raw", [255, 0, 51]),
    ("raw,order=bgr", [51, 0, 255]),
    ("mean=0.5,std=0.25", [2, -2, -1.2]),
    ("mean=0.2:0:1,std=[1,2,4],order=bgr", [0, 0, 0]),
    ("range=255,mean=[51, 51, 51],std=2", [102, -25.5, 0]),
  ]

  @Test(arguments: scaled)
  func `samples are scaled as the specification says`(text: String, expected: [Float]) throws {
    let preprocessing = try Preprocessing(text)
    let values = try preprocessing.apply(Self.pixel, height: 1, width: 1)
    #expect(values.count == expected.count)
    for (value, expected) in zip(values, expected) {
      #expect(abs(value - expected) <= Self.tolerance)
    }
  }

  @Test(arguments: [
    "imagenet", "inception", "efficientnet-lite", "unit", "raw", "imagenet,crop=1.0",
    "efficientnet-lite,filter=bilinear,order=bgr", "unit,size=224,fit=stretch",
    "raw,size=224x320", "mean=0.1:0.2:0.3", "inception,std=128.0", "mean=-0.5,crop=0.9",
  ])
  func `a specification read and written is the same`(text: String) throws {
    let preprocessing = try Preprocessing(text)
    #expect(try Preprocessing(preprocessing.description) == preprocessing)
  }

  @Test(arguments: Preprocessing.presets.map(\.name))
  func `a preset is written as its name`(name: String) throws {
    #expect(try Preprocessing(name).description == name)
  }

  static let wrong: [(text: String, message: String)] = [
    (
      "",
      "expected a preset (imagenet, inception, efficientnet-lite, unit, raw) or name=value, got ''"
    ),
    (
      "mobile",
      "expected a preset (imagenet, inception, efficientnet-lite, unit, raw) or name=value, got 'mobile'"
    ),
    ("unit,raw", "expected name=value, got 'raw'"),
    ("crop=1,crop=1", "'crop' is given twice"),
    ("colour=1", "expected mean, std, range, size, crop, fit, filter or order, got 'colour'"),
    ("mean=", "mean: expected numbers such as 0.485:0.456:0.406, got ''"),
    ("mean=a", "mean: expected numbers such as 0.485:0.456:0.406, got 'a'"),
    ("mean=0:0", "mean: expected 1 or 3 finite numbers, got [0.0, 0.0]"),
    ("std=0:1:1", "std: expected no zero"),
    ("std=nan", "std: expected 1 or 3 finite numbers, got [nan]"),
    (
      "mean=127",
      "mean: expected numbers within the range 0 ... 1, got [127.0]; add range=255 for samples of 0 ... 255"
    ),
    ("range=2", "range: expected 1 or 255, got 2.0"),
    ("crop=0", "crop: expected a number of 0.1 ... 1, got 0.0"),
    ("crop=nan", "crop: expected a number of 0.1 ... 1, got nan"),
    ("size=0", "size: expected sides of 1 ... 65536, got 0"),
    ("size=2x3x4", "size: expected a size such as 224 or 224x320, got '2x3x4'"),
    ("order=grb", "order: expected rgb or bgr, got 'grb'"),
    ("fit=pad", "fit: expected crop or stretch, got 'pad'"),
    ("mean=[0,0,0", "expected ']' at the end of the list"),
    ("mean=0]", "expected brackets in pairs, got ']'"),
  ]

  @Test(arguments: wrong)
  func `a wrong specification names its setting`(text: String, message: String) {
    #expect(
      throws: ImageError(.invalidPreprocessing, place: "preprocessing '\(text)'", message)
    ) { try Preprocessing(text) }
  }

  @Test func `planes and channels last hold the same values`() throws {
    let image = randomImage(width: 40, height: 30, channels: 3, seed: 3)
    let preprocessing = try Preprocessing("imagenet")
    let planar = try preprocessing.apply(image, height: 12, width: 9)
    let last = try preprocessing.apply(image, height: 12, width: 9, layout: .channelsLast)
    for channel in 0..<3 {
      for pixel in 0..<12 * 9 {
        #expect(planar[channel * 12 * 9 + pixel] == last[pixel * 3 + channel])
      }
    }
  }

  @Test(arguments: ResizeFilter.allCases, [(60, 41), (41, 60), (50, 50), (9, 200)])
  func `the crop equals that of the whole resized image`(
    filter: ResizeFilter, size: (Int, Int)
  ) {
    for channels in 1...4 {
      let image = randomImage(width: size.0, height: size.1, channels: channels, seed: 5)
      var preprocessing = Preprocessing()
      preprocessing.filter = filter
      for side in [14, 35, 70] {
        let short = Int((Double(side) / 0.875).rounded())
        let (width, height) =
          size.0 <= size.1
          ? (short, short * size.1 / size.0) : (short * size.0 / size.1, short)
        let whole = image.resized(width: width, height: height, filter: filter)
        #expect(
          preprocessing.fitted(image, height: side, width: side)
            == whole.centerCropped(width: side, height: side))
      }
    }
  }

  @Test(arguments: [(10, 30), (30, 10), (1, 50), (64, 64)], ["crop=1", "crop=0.5", "fit=stretch"])
  func `any shape of input is filled`(size: (Int, Int), text: String) throws {
    let image = randomImage(width: 23, height: 31, channels: 3, seed: 6)
    let fitted = try Preprocessing(text).fitted(image, height: size.0, width: size.1)
    #expect(fitted.height == size.0)
    #expect(fitted.width == size.1)
  }

  @Test func `a thin strip does not take the memory of its enlargement`() throws {
    // Made whole, the enlarged strip would take 256 * 15,360,000 * 3 bytes.
    let strip = Image(
      width: 60_000, height: 1, channels: 1, bytes: Array(repeating: 9, count: 60_000))
    let fitted = Preprocessing().fitted(strip, height: 224, width: 224)
    #expect(fitted.bytes.allSatisfy { $0 == 9 })
  }

  @Test func `one channel is the luma`() throws {
    let values = try Preprocessing("raw").apply(Self.pixel, height: 1, width: 1, channels: 1)
    #expect(values == [82])  // 0.299 * 255 + 0.114 * 51 = 82.06
  }

  @Test func `a model that does not fit the settings is an error`() throws {
    #expect(
      throws: ImageError(
        .invalidPreprocessing, place: "preprocessing 'imagenet'",
        "mean and std are for 3 colours, but the model expects 1 channel; give one number each")
    ) { try Preprocessing("imagenet").apply(Self.pixel, height: 1, width: 1, channels: 1) }
    #expect(
      throws: ImageError(
        .invalidPreprocessing, place: "preprocessing 'unit'",
        "the model expects 5 channels; images have 1 (grey) or 3 (RGB)")
    ) { try Preprocessing("unit").apply(Self.pixel, height: 1, width: 1, channels: 5) }
    #expect(throws: ImageError.self) {
      try Preprocessing("unit").apply(Self.pixel, height: 60_000, width: 60_000)
    }
  }
}
