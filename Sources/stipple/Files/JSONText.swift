import Diffusion
import Foundation

/// Values as JSON text: sorted keys in snake case, and infinities as the strings `inf` and `-inf`.
enum JSONText {
  static func encode(_ value: some Encodable) throws(WorkError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    } catch {
      throw WorkError("the result cannot be written as JSON: \(error)")
    }
  }

  /// JSON with every character that would steer a terminal or a reader as an escape; outside
  /// strings it has none but its line ends.
  static func escaped(_ json: String) -> String {
    guard json.hasControls(besides: ["\n"]) else { return json }
    var text = ""
    for scalar in json.unicodeScalars {
      if scalar == "\n" || !scalar.isSteering {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in UTF16.encode(scalar) ?? .init() { text += String(format: "\\u%04x", unit) }
      }
    }
    return text
  }
}
