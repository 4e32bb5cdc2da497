import Diffusion

extension NumPyArray {
  /// The bytes of an array of points: the shape ends with 2, x before y, in the order of C.
  static func encoded(_ points: [Point], shape: [Int]) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(16 * points.count)
    for point in points {
      for number in [point.x, point.y] {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    return encoded(data, type: "<f8", shape: shape)
  }

  /// The bytes of a flat array of words.
  static func encoded(_ words: [String]) -> [UInt8] {
    let length = max(1, words.map(\.unicodeScalars.count).max() ?? 1)
    var data: [UInt8] = []
    for word in words {
      var scalars = word.unicodeScalars.map(\.value)
      scalars += [UInt32](repeating: 0, count: length - scalars.count)
      for scalar in scalars {
        withUnsafeBytes(of: scalar.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    return encoded(data, type: "<U\(length)", shape: [words.count])
  }

  /// Version 1.0 of the format: the data begins at a multiple of 64 bytes.
  private static func encoded(_ data: [UInt8], type: String, shape: [Int]) -> [UInt8] {
    let extents = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(extents)), }"
    let padding = 63 - (10 + header.utf8.count) % 64
    header += String(repeating: " ", count: padding) + "\n"
    let length = header.utf8.count
    return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + header.utf8 + data
  }
}
