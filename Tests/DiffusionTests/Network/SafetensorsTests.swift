import Foundation
import Testing

@testable import Diffusion

@Suite("Safetensors files")
struct SafetensorsTests {
  private let sample = Safetensors(
    metadata: ["title": "a \"quoted\" / name", "π": "3"],
    tensors: [
      "b": .init(shape: [2, 3], values: [1, -2, 3.5, .leastNonzeroMagnitude, 0, -0.0]),
      "a": .init(shape: [], values: [7]), "none": .init(shape: [0, 4], values: []),
    ])

  private func file(_ header: String, numbers: Int = 0) -> Data {
    let words = Data(header.utf8)
    var data = Data()
    withUnsafeBytes(of: UInt64(words.count).littleEndian) { data.append(contentsOf: $0) }
    return data + words + Data(repeating: 0, count: numbers)
  }

  @Test("What was written is read back, to the bit")
  func roundTrip() throws {
    let data = try sample.encoded()
    let read = try Safetensors(decoding: data)
    #expect(read == sample)
    #expect(read.tensors["b"]?.values[5].sign == .minus)
    #expect(try read.encoded() == data)
    #expect(data[8] == UInt8(ascii: "{"))
    #expect(data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } % 8 == 0)
  }

  @Test("A file as other libraries write it is read")
  func foreign() throws {
    let header = #"{"x":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}  "#
    let numbers = Data([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])
    let read = try Safetensors(decoding: file(header) + numbers)
    #expect(read == Safetensors(tensors: ["x": .init(shape: [1, 2], values: [1, -2])]))
  }

  @Test("Floats of other sizes are read, and numbers of other kinds passed over")
  func kinds() throws {
    let header =
      "{" + Self.entry("b", offsets: "[0,2]", type: "BF16") + ","
      + Self.entry("d", offsets: "[2,10]", type: "F64") + ","
      + Self.entry("h", shape: "[4]", offsets: "[10,18]", type: "F16") + ","
      + Self.entry("i", offsets: "[18,26]", type: "I64") + "}"
    var numbers: [UInt8] = [0x80, 0xBF]
    withUnsafeBytes(of: 0.1.bitPattern.littleEndian) { numbers += $0 }
    for half in [0x3C00, 0xC000, 0x0001, 0x7C00] as [UInt16] {
      withUnsafeBytes(of: half.littleEndian) { numbers += $0 }
    }
    let read = try Safetensors(decoding: file(header) + Data(numbers + [7, 0, 0, 0, 0, 0, 0, 0]))
    #expect(read.tensors["b"]?.values == [-1])
    #expect(read.tensors["d"]?.values == [0.1])
    #expect(read.tensors["h"]?.values == [1, -2, 0x1p-24, .infinity])
    #expect(read.tensors["i"] == nil)
  }

  @Test(
    "Files of other programs are told by their first bytes",
    arguments: [
      ("PK\u{3}\u{4}", "zip"), ("GGUF", "GGUF"), ("\u{8}\u{7}\u{12}\u{7}pytorch", "ONNX"),
    ])
  func others(start: String, name: String) {
    let error = #expect(throws: SafetensorsError.self) {
      try Safetensors(decoding: Data(start.utf8) + Data(count: 64))
    }
    #expect(error?.description.contains(name) == true)
  }

  private static func entry(
    _ name: String, shape: String = "[1]", offsets: String = "[0,4]", type: String = "F32"
  ) -> String {
    #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}"#
  }

  private static let hostile: [(header: String, numbers: Int, error: SafetensorsError)] = [
    ("", 0, .badHeader),
    ("[]", 0, .badHeader),
    (#"{"a":3}"#, 0, .badHeader),
    (#"{"__metadata__":{"a":1}}"#, 0, .badHeader),
    (String(repeating: "[", count: 100_000), 0, .badHeader),
    ("{\(entry("a", shape: "[1e30]"))}", 4, .badHeader),
    ("{\(entry("a", type: "F4"))}", 4, .unsupportedType(tensor: "a", type: "F4")),
    ("{\(entry("a", type: "F16"))}", 4, .badShape(tensor: "a")),
    ("{\(entry("a", shape: "[-1]"))}", 4, .badShape(tensor: "a")),
    ("{\(entry("a", shape: "[4611686018427387904,4]"))}", 4, .badShape(tensor: "a")),
    ("{\(entry("a", shape: "[2]"))}", 4, .badShape(tensor: "a")),
    ("{\(entry("a", offsets: "[0]"))}", 4, .badOffsets(tensor: "a")),
    ("{\(entry("a", offsets: "[4,0]"))}", 4, .badOffsets(tensor: "a")),
    ("{\(entry("a", offsets: "[-4,0]"))}", 4, .badOffsets(tensor: "a")),
    ("{\(entry("a", offsets: "[0,8]"))}", 4, .badOffsets(tensor: "a")),
    ("{\(entry("a", offsets: "[0,9223372036854775807]"))}", 4, .badOffsets(tensor: "a")),
    ("{\(entry("a")),\(entry("b", offsets: "[2,6]"))}", 8, .badOffsets(tensor: "b")),
    ("{\(entry("a")),\(entry("b", offsets: "[8,12]"))}", 12, .badOffsets(tensor: "b")),
    ("{\(entry("a"))}", 9, .unusedBytes(5)),
  ]

  @Test("Files that lie about themselves are refused with the reason", arguments: hostile.indices)
  func hostileFiles(index: Int) {
    let (header, numbers, error) = Self.hostile[index]
    #expect(throws: error) { try Safetensors(decoding: file(header, numbers: numbers)) }
  }

  @Test("Files that end too soon, or claim a huge header, are refused")
  func lengths() throws {
    #expect(throws: SafetensorsError.tooShort(bytes: 0)) { try Safetensors(decoding: Data()) }
    let huge = Data(repeating: 0xFF, count: 8) + Data("{}".utf8)
    #expect(throws: SafetensorsError.headerTooLong(bytes: .max)) { try Safetensors(decoding: huge) }
    let numbers = Data(repeating: 0xFF, count: 20)
    #expect(throws: SafetensorsError.noHeader(isText: false)) {
      try Safetensors(decoding: numbers)
    }
    let text = Data("x,y\n0.5,-1.25\n".utf8)
    #expect(throws: SafetensorsError.noHeader(isText: true)) { try Safetensors(decoding: text) }
    let data = try sample.encoded()
    for end in 0..<data.count {
      #expect(throws: SafetensorsError.self) { try Safetensors(decoding: data.prefix(end)) }
    }
  }
}
