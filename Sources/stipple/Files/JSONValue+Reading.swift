import Foundation

/// Any JSON, with every number as it was written.
///
/// JSONSerialization of Foundation 6.3 on Linux misses the nearest double of most numbers with 16 and
/// 17 digits by some units of the last place (`findings/json-serialization-digits.sh`); JSONDecoder does
/// not.
extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Int.self) {
      self = .whole(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .group(try value.decode([String: JSONValue].self))
    }
  }

  /// What stands under a key; nil where there is no such key.
  subscript(key: String) -> JSONValue? {
    guard case .group(let entries) = self else { return nil }
    return entries[key]
  }

  /// The items of a list; nil where it is none.
  var items: [JSONValue]? {
    guard case .list(let items) = self else { return nil }
    return items
  }

  /// The text; nil where it is none.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The whole number; nil where it is none.
  var whole: Int? {
    guard case .whole(let number) = self else { return nil }
    return number
  }

  /// The number, whole or not; nil where it is none.
  var number: Double? {
    switch self {
    case .whole(let number): Double(number)
    case .number(let number): number
    case .text, .seed, .truth, .list, .group, .null: nil
    }
  }

  /// Whether it is true; nil where it is neither true nor false.
  var truth: Bool? {
    guard case .truth(let truth) = self else { return nil }
    return truth
  }
}
