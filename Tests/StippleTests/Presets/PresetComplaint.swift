@testable import stipple

/// What is said about a text that should be a preset.
enum PresetComplaint {
  /// The one line about it; nil where it is read.
  static func about(_ text: String) -> String? {
    do {
      _ = try PresetReader(file: "p.yaml").experiment(from: text)
      return nil
    } catch {
      return error.description
    }
  }
}
