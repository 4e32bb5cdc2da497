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
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw WorkError("the result cannot be written as JSON: \(error)")
    }
  }
}
