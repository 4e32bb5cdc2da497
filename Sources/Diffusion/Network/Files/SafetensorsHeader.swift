/// The JSON at the beginning of a safetensors file.
struct SafetensorsHeader: Codable {
  /// Where a tensor is and how it is written.
  struct Entry: Codable {
    var type: String
    var shape: [Int]
    /// The first byte and the one after the last, counted from the end of the header.
    var offsets: [Int]

    /// What tensors are ordered by; empty ones come before what begins at the same place.
    var place: (Int, Int) { (offsets.first ?? 0, offsets.last ?? 0) }

    private enum CodingKeys: String, CodingKey {
      case type = "dtype"
      case shape
      case offsets = "data_offsets"
    }
  }

  static let floats = "F32"
  private static let metadataKey = "__metadata__"

  var metadata: [String: String]
  var entries: [String: Entry]

  init(metadata: [String: String], entries: [String: Entry]) {
    self.metadata = metadata
    self.entries = entries
  }

  /// Throws unless every tensor is of a kind that is known, fits its shape, and all of them fill
  /// `dataBytes` without gap or overlap.
  func check(dataBytes: Int) throws(SafetensorsError) {
    let inOrder = entries.sorted { $0.value.place < $1.value.place }
    var end = 0
    for (name, entry) in inOrder {
      guard let unit = SafetensorsNumbers.bytes(of: entry.type) else {
        throw .unsupportedType(tensor: name, type: entry.type)
      }
      guard let size = Self.bytes(of: entry.shape, unit: unit) else {
        throw .badShape(tensor: name)
      }
      guard entry.offsets.count == 2, entry.offsets[0] == end,
        entry.offsets[1] >= end, entry.offsets[1] <= dataBytes
      else { throw .badOffsets(tensor: name) }
      if entry.offsets[1] - end != size { throw .badShape(tensor: name) }
      end = entry.offsets[1]
    }
    if end != dataBytes { throw .unusedBytes(dataBytes - end) }
  }

  /// The bytes of a tensor of numbers of so many bytes, or nil where that is no sensible number.
  private static func bytes(of shape: [Int], unit: Int) -> Int? {
    var product = unit
    for length in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      if length < 0 || overflow { return nil }
      product = next
    }
    return product
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    self.init(metadata: [:], entries: [:])
    for key in container.allKeys {
      if key.stringValue == Self.metadataKey {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    try container.encode(metadata, forKey: Name(Self.metadataKey))
    for (name, entry) in entries { try container.encode(entry, forKey: Name(name)) }
  }
}

/// Why a file is not safetensors, or not such as can be read here.
public enum SafetensorsError: Error, CustomStringConvertible, Equatable {
  case foreign(form: String, reading: String)
  case tooShort(bytes: Int)
  case noHeader(isText: Bool)
  case headerTooLong(bytes: UInt64)
  case truncatedHeader(bytes: Int, expected: Int)
  case badHeader
  case unsupportedType(tensor: String, type: String)
  case badShape(tensor: String)
  case badOffsets(tensor: String)
  case unusedBytes(Int)

  public var description: String {
    switch self {
    case .foreign(let form, let reading):
      "not safetensors but \(form); read it in Python with \(reading), then save the tensors with"
        + " safetensors' save_file, with the metadata of a file of 'stipple train'"
    case .tooShort(let bytes):
      "not a safetensors file: \(bytes) bytes, where the header's length alone takes 8"
    case .noHeader(let isText):
      "not a safetensors file\(isText ? " but text" : ""): after 8 bytes, the length of a table in JSON,"
        + " it should begin with {"
    case .headerTooLong(let bytes):
      "not a safetensors file of ours: a header of \(bytes) bytes,"
        + " where at most \(Safetensors.longestHeader) are read"
    case .truncatedHeader(let bytes, let expected):
      "a safetensors file cut short: \(bytes) bytes of a header of \(expected)"
    case .badHeader:
      "not a safetensors file: its header is not the JSON of names, types, shapes and places"
    case .unsupportedType(let tensor, let type):
      "tensor '\(tensor.excerpt)' is of type \(type.excerpt); known are F64, F32, F16, BF16 and whole numbers"
    case .badShape(let tensor):
      "the shape of tensor '\(tensor.excerpt)' does not fit its numbers"
    case .badOffsets(let tensor):
      "tensor '\(tensor.excerpt)' lies outside the file, or leaves a gap, or overlaps another"
    case .unusedBytes(let count):
      "\(count) bytes at the end of the file belong to no tensor"
    }
  }
}
