// SPDX-License-Identifier: Apache-2.0
public import Testing

extension Tag {
  /// Takes more than a second in debug builds.
  @Tag public static var slow: Self
}
