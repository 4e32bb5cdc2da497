/// A JSON value that is put together piece by piece; keys are written as they are.
enum JSONValue: Encodable {
  case text(String)
  case whole(Int)
  case seed(UInt64)
  case number(Double)
  case truth(Bool)
  case list([JSONValue])
  case group([String: JSONValue])
  case null

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .whole(let number): try container.encode(number)
    case .seed(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .list(let values): try container.encode(values)
    case .group(let values): try container.encode(values)
    case .null: try container.encodeNil()
    }
  }
}

extension [String: JSONValue] {
  /// Puts a value where a path of keys leads, through groups that are made where there are none.
  mutating func insert(_ value: JSONValue, at path: ArraySlice<String>) {
    guard let key = path.first else { return }
    if path.count == 1 {
      self[key] = value
      return
    }
    var group: [String: JSONValue] = [:]
    if case .group(let known) = self[key] { group = known }
    group.insert(value, at: path.dropFirst())
    self[key] = .group(group)
  }
}
