import Diffusion
import Interface

/// The presets that come with the program, with the digests of their files: a preset of such a name
/// and digest is what everybody else finds under the name. A test says when the list is stale.
enum ShippedPresets {
  static let digests = [
    "bridge": "889951889dc79c35",
    "checkerboard": "214d3700baed33a0",
    "custom-schedule": "fe3a71fe155940b8",
    "eight-gaussians": "54e0f6af5d6d7459",
    "exact-score": "1a9f486b25c749e8",
    "flow-matching": "808a9b6559fae086",
    "frechet-blind-spot": "29f1ea6e29d0045f",
    "gaussians-to-moons": "ec0db0c6db37498b",
    "grid-25": "726a4d452f1f776b",
    "inverse-cdf": "bde3575846de53d7",
    "linear-vs-cosine": "7bace8bb9b8f0f1a",
    "own-gaussians": "f5b76bf339ba9286",
    "predict-noise": "b2c88f0b7e4ac7bf",
    "prior-abstraction": "a433f6e148499cc1",
    "prior-aligned": "7a15e2db101f4c3a",
    "prior-close": "dc2db9b9f5975f8d",
    "prior-line-matched": "3a9b1b5a0fc0a5f8",
    "prior-line-reversed": "89d51e104316a46c",
    "prior-opposite": "c9ab4982a28cb78a",
    "prior-opposite-sde": "8e306f07ac37c9d5",
    "prior-rotated": "eab9c3bd69b9c0ad",
    "prior-standard": "7208136f06ce6f93",
    "prior-swapped": "ef37d48d422d8300",
    "stochastic-ddim": "f39fe62c206ca69d",
    "straight-line": "2adb6ed8cf6fa388",
    "swiss-roll": "ae685b2a8cb9b085",
    "ten-steps": "271e5a39bf818487",
    "too-few-steps": "99ca6aa6ad9b7d0e",
    "torchcfm": "54cca1d1d8a48711",
    "two-moons": "116a8766a641c0e7",
    "variance-exploding": "f127eed8fc4daba6",
  ]

  /// The FNV-1a hash of a text, 64 bits in hexadecimal digits.
  static func digest(of text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension PresetLibrary {
  /// What everybody with the program finds under the same names, of the presets that were read.
  func shipped(among presets: [PresetEntry]) -> [RunLine.Preset] {
    let names = Set(entries.filter(isShipped).map(\.name))
    return presets.compactMap { preset in
      guard names.contains(preset.name), case .success(let experiment) = preset.content
      else { return nil }
      return RunLine.Preset(name: preset.name, experiment: experiment)
    }
  }

  /// More bytes than any of them has.
  private static let longestShipped = 1 << 16

  private func isShipped(_ entry: Entry) -> Bool {
    guard let file = entry.file else { return true }
    guard let digest = ShippedPresets.digests[entry.name],
      let bytes = try? TextFile.bytes(ofRegular: file, limit: Self.longestShipped),
      let text = String(validating: bytes, as: UTF8.self)
    else { return false }
    return ShippedPresets.digest(of: text) == digest
  }
}
