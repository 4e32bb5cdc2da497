import Diffusion

/// The beginning of a preset file: what a list of presets says of it without reading the rest.
struct PresetHead {
  /// The whole lines of the beginning.
  private let lines: [Substring]
  /// Whether the head is the whole file and names no other: reading it takes no time.
  let isAll: Bool

  private static let length = 4 << 10

  /// Nil where there is no file that can be read.
  init?(of file: String) {
    guard let bytes = try? TextFile.head(ofRegular: file, bytes: Self.length + 1) else {
      return nil
    }
    self.init(bytes)
  }

  /// The head of a file with these bytes, of which only the first are looked at.
  init(_ bytes: [UInt8]) {
    let text = String(decoding: UTF8Text.withoutMark(bytes).prefix(Self.length), as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    isAll = bytes.count <= Self.length && !text.contains("points")
  }

  /// What the preset teaches: the comment in its first line.
  var comment: String {
    guard let first = lines.first, first.hasPrefix("#") else { return "" }
    return String(first.drop { $0 == "#" || $0 == " " }).excerpt(most: 200)
  }

  /// The title, where a line of its own says it.
  var title: String? {
    guard let line = lines.first(where: { $0.hasPrefix("title:") }) else { return nil }
    let text = line.dropFirst(6).drop { $0 == " " }
    let quotes = text.first.map { $0 == "\"" || $0 == "'" } ?? false
    return String(quotes ? text.dropFirst().prefix { $0 != text.first } : text).excerpt
  }

  /// Whether the file means to be a preset; other programs keep YAML files too.
  var meansToBePreset: Bool {
    let keys = ["method", "distribution", "schedule", "sampler", "model", "training", "particles"]
    return lines.contains { line in keys.contains { line.hasPrefix("\($0):") } }
  }
}
