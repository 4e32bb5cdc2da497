import Diffusion
import Foundation

/// Values as JSON text: sorted keys in snake case, and infinities as the strings `inf` and `-inf`.
enum JSONText {
  static func encode(_ value: some Encodable) throws(WorkError) -> String {
    try encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// A result on one line, with the words of the command that gave it under `run`: lines of many
  /// commands can be joined and told apart.
  static func line(_ value: some Encodable, by words: [String]) throws(WorkError) -> String {
    try encode(ResultLine(value: value, run: words), [.sortedKeys, .withoutEscapingSlashes])
  }

  private struct ResultLine<Value: Encodable>: Encodable {
    let value: Value
    let run: [String]

    private enum Key: String, CodingKey { case run }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(run, forKey: .run)
    }
  }

  private static func encode(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws(WorkError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
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

  /// Text as a JSON string, quotes and all.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += String(format: "\\u%04x", scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
