import Foundation

/// Named tensors of floats with a few words about them, in the safetensors format that PyTorch,
/// NumPy and JAX users read with what they have.
///
/// A file is the length of the header (8 bytes, little-endian), the header (JSON: for each tensor
/// its type, shape and place, and a table of strings) and the numbers without gaps. 32-bit floats
/// are written; floats of other sizes are read too, and numbers of other kinds are passed over.
public struct Safetensors: Sendable, Equatable {
  /// Numbers in row order.
  public struct Tensor: Sendable, Equatable {
    public var shape: [Int]
    public var values: [Float]

    public init(shape: [Int], values: [Float]) {
      precondition(shape.reduce(1, *) == values.count, "a shape has room for all values")
      self.shape = shape
      self.values = values
    }
  }

  public var metadata: [String: String]
  public var tensors: [String: Tensor]

  public init(metadata: [String: String] = [:], tensors: [String: Tensor]) {
    self.metadata = metadata
    self.tensors = tensors
  }

  /// The longest header that is read: far more than any network here has.
  static let longestHeader = 1 << 20
}

extension Safetensors {
  /// Reads a file.
  ///
  /// Every length and offset is checked before it is used, so no file can do harm.
  public init(decoding data: Data) throws(SafetensorsError) {
    let bytes = [UInt8](data)
    if let form = ForeignWeights.form(of: bytes) {
      throw .foreign(form: form.name, reading: form.reading)
    }
    guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.longestHeader else {
      // What stands before anything else than a table is no length.
      guard bytes.count > 8, bytes[8] == UInt8(ascii: "{") else {
        throw .noHeader(isText: bytes.prefix(8).allSatisfy { $0 >= 9 && $0 < 127 })
      }
      throw .headerTooLong(bytes: length)
    }
    let start = 8 + Int(length)
    guard start <= bytes.count else {
      throw .truncatedHeader(bytes: bytes.count - 8, expected: Int(length))
    }
    let header: SafetensorsHeader
    do {
      header = try JSONDecoder().decode(SafetensorsHeader.self, from: Data(bytes[8..<start]))
    } catch {
      throw .badHeader
    }
    try header.check(dataBytes: bytes.count - start)
    metadata = header.metadata
    tensors = header.entries.compactMapValues { entry in
      let place = start + entry.offsets[0]..<start + entry.offsets[1]
      return SafetensorsNumbers.floats(entry.type, in: bytes[place]).map {
        Tensor(shape: entry.shape, values: $0)
      }
    }
  }

  /// The file.
  public func encoded() throws -> Data {
    var header = SafetensorsHeader(metadata: metadata, entries: [:])
    var numbers = Data()
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = numbers.count
      for value in tensor.values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { numbers.append(contentsOf: $0) }
      }
      header.entries[name] = SafetensorsHeader.Entry(
        type: SafetensorsHeader.floats, shape: tensor.shape, offsets: [start, numbers.count])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var words = try encoder.encode(header)
    // Spaces bring the numbers to a multiple of eight bytes, as readers that map files like it.
    words.append(contentsOf: repeatElement(UInt8(ascii: " "), count: -words.count & 7))
    var data = Data()
    withUnsafeBytes(of: UInt64(words.count).littleEndian) { data.append(contentsOf: $0) }
    return data + words + numbers
  }
}
