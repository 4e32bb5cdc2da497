import Diffusion
import Foundation
import Testing

@testable import stipple

/// Arrays of NumPy, as they are read and written.
@Suite struct ArrayFileTests {
  private static let points: [Point] = [[1, 2], [3, -4], [5, 6]]

  @Test(arguments: ["f8", "f4", "f2", "i8", "i4", "i2", "i1"], ["<", ">"])
  func numbersOfEverySizeAndOrderAreRead(type: String, order: String) throws {
    for isFortran in [false, true] {
      let numbers = isFortran ? [1, 3, 5, 2, -4, 6] : [1, 2, 3, -4, 5, 6]
      let bytes = numbers.flatMap { Self.bytes(of: $0, type: type, order: order) }
      let array = Self.npy(order + type, isFortran, "(3, 2)", bytes)
      #expect(try Self.read(array).points == Self.points)
    }
  }

  @Test func halvesAreReadExactly() throws {
    let array = Self.npy("<f2", false, "(2, 2)", [0x00, 0x38, 0x01, 0x00, 0xFF, 0x7B, 0x00, 0xC4])
    #expect(try Self.read(array).points == [Point(0.5, 0x1p-24), Point(65504, -4)])
  }

  @Test func rowsOfXAndYAreSaidToBeThose() throws {
    let bytes = [1, 2, 3, 4, 5, 6, 7, 8].flatMap { Self.bytes(of: $0, type: "i1", order: "|") }
    let file = try Self.read(Self.npy("|i1", false, "(2, 4)", bytes))
    #expect(file.points == [[1, 5], [2, 6], [3, 7], [4, 8]])
    #expect(file.remark == "there are 2 rows of 4: the first is x, the second is y")
  }

  @Test func fieldsOfRecordsAreColumns() throws {
    let types = "[('label', '<U2'), ('x', '<i4'), ('y', '<i4')]"
    var bytes: [UInt8] = []
    for (label, point) in zip(["a", "bc"], [(1, 2), (3, 4)]) {
      let scalars = label.unicodeScalars.map { Int($0.value) } + (label.count == 1 ? [0] : [])
      for number in scalars + [point.0, point.1] {
        bytes += Self.bytes(of: number, type: "i4", order: "<")
      }
    }
    let header = "{'descr': \(types), 'fortran_order': False, 'shape': (2,), }"
    let file = try Self.read(Self.npy(header: header, bytes))
    #expect(file.points == [[1, 2], [3, 4]] && file.labels == ["a", "bc"] && file.remark == nil)
  }

  @Test(arguments: [
    ("|O", "(3, 2)", "the array's type is '|O'"), ("<c16", "(3, 2)", "the array's type is '<c16'"),
    ("<f8", "(6,)", "the array's shape is (6); points are of shape (n, 2)"),
    ("<f8", "(1, 3, 2)", "the array's shape is (1, 3, 2)"),
    ("<f8", "(2, 3)", "say --columns x=1,y=2 or x=2,y=3"),
    ("<f8", "(300, 2)", "the array's data ends too early"),
    ("<f8", "(9223372036854775807, 2)", "the array's data ends too early"),
    ("<f8", "(0, 2)", "there are no points in the array"),
  ])
  func otherArraysAreRefused(type: String, shape: String, words: String) {
    let array = Self.npy(type, false, shape, [UInt8](repeating: 0, count: 48))
    #expect { try Self.read(array) } throws: { "\($0)".contains(words) }
  }

  @Test func whatIsNotFiniteIsRefusedWithItsPoint() {
    let bytes = [1.0, 2, .nan, 4].flatMap { number in
      withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
    }
    #expect { try Self.read(Self.npy("<f8", false, "(2, 2)", bytes)) } throws: {
      "\($0)" == "a: the x of point 2 is nan; it must be a finite number"
    }
  }

  @Test func columnsOfArraysAreChosenByNumber() throws {
    var form = PointForm()
    try form.setColumns("x=3,y=1,label=2")
    let bytes = [1, 2, 3, 4, 5, 6].flatMap { Self.bytes(of: $0, type: "i2", order: "<") }
    let file = try Self.read(Self.npy("<i2", false, "(2, 3)", bytes), as: form)
    #expect(file.points == [[3, 1], [6, 4]] && file.labels == ["2", "5"])
  }

  @Test func whatIsWrittenIsReadBackBitByBit() throws {
    let scratch = try Scratch()
    let points: [Point] = [Point(0.1, -1e-300), Point(1 / 3, 1e17)]
    let file = PointFile(points: points, labels: ["Ängstrøm", "b"])
    var notes: [String] = []
    let console = Console(
      output: { _ in }, note: { notes.append($0) }, progress: nil,
      presets: PresetLibrary(folders: []))
    for ending in ["csv", "npy", "npz"] {
      let path = scratch.file("points.\(ending)")
      try #require(PointOutput(path)).write(file, on: console)
      let read = try PointFile.read(path)
      #expect(read.points == points && read.remark == nil, "\(ending)")
      #expect(read.labels == (ending == "npy" ? nil : file.labels))
    }
    #expect(
      notes.count == 1
        && notes[0].hasSuffix("an array of numbers holds no labels; .npz and .csv do"))
    #expect(PointOutput("points.txt") == nil)
  }

  // Written by NumPy 2.4.6: savez_compressed(points=..., label=...).
  static let compressed = """
    UEsDBC0AAAAIAAAAIQCYAWjQ//////////8KABQAcG9pbnRzLm5weQEAEACwAAAAAAAAAGYAAAAAAAAA\
    m+wX6hsQychQxlCtnpJanFykbqWgbpNmoa6joJ6WX1RSlJgXn1+UkgoSd0vMKU4FihdnJBakAvkaxjoK\
    Rpo6CrUKZAOus2dAgMeBAQQOBDtA+H/swXwGbweX7pznv1dyQeQbghwAUEsDBC0AAAAIAAAAIQD1RUj9\
    //////////8JABQAbGFiZWwubnB5AQAQAIwAAAAAAAAATAAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRu\
    paBuE2qorqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC+RrGOpo6CrUKFACuRAYGhiQgBtEAUEsB\
    Ai0DLQAAAAgAAAAhAJgBaNBmAAAAsAAAAAoAAAAAAAAAAAAAAIABAAAAAHBvaW50cy5ucHlQSwECLQMt\
    AAAACAAAACEA9UVI/UwAAACMAAAACQAAAAAAAAAAAAAAgAGiAAAAbGFiZWwubnB5UEsFBgAAAAACAAIA\
    bwAAACkBAAAAAA==
    """

  // The same of 400 points, whose arrays are packed with codes of their own.
  static let long = """
    UEsDBC0AAAAIAAAAIQD3DmiK//////////8KABQAcG9pbnRzLm5weQEAEACAGQAAAAAAACcFAAAAAAAA\
    nZgxay1VFIXvS4KKhf6FdFFI8VALEWGmslNsLKwk+BIsxCeJ2Ijgf7DSf3Krue0FrVLd7kIgcOEWd0gI\
    N+QRfMmctQ7rm7zGaQ4zc+acvddee+195s+vvvny62+fTX6d/Hbw4vjs+9ODz/YPPj/59OBw/+Dk5ekv\
    p0c/fffy9MXxw/Mvjn48O379/OyHo5+PX99/8Mnz54f7H314uP/7/v+83v37r4dr2pSx+/jxutB9M3m8\
    lt1wv2j+/efhui7jujl5vC678lzfd5NyDe93ZsP38/L+qtN3Wn94fu59hucb2zXMv/F+ac/a9qY96y7t\
    n2td3Xss8xrN0/q537SMq7LOVnh0uG80r/il0fMKPO0w/xW+WzTCqcz7o9jh/TQPdjbEt7w37sN457jS\
    vmH+re1JPjybAWfHSXGHPx3iIb91tcJb38veYezJK9sDnO0X/dB6iccc/JrDftl9Y15gPuxbj/yVncn/\
    BfyseSc7hKv8Au/Bqyvf56j43JC39ivjrnzdeNR75r34KDxkn+wZxt1Z3td1OOJ9se9+ZHfBG/GdGifx\
    Oe3bwo8p8mB3pvhmflovzGetm7q4Rb5Ih3rzPJ8vkE/Sna1wb9J/6tOm4/fCLXm6NG9ST5fGN3WkBz4j\
    HYCuL8Fv813fKQ/MS+AK3aS94u9Om/ld/da94pL5uy7jO638KvNmmpf6VfdnnievNqhb4pfykHhdiT/+\
    vtg1g76Zf6mTS/MPdak832v1nfZLfRNfe/HT9Yv1O9eXTuy06a/i15snuc8K+ja33uS6b7WJ86pLPmyQ\
    x+ojLqnPwsm4MG6DPW+7bsl+5JP5IBxTJy/A45qHif856vMKuljr17D+ezN9lzhOkU9T5zF1KvlnvxrG\
    E/yCv+eIm+M76sOg37aPOGR+jPRqND/3FV53jlPyeou6QZ7NzZ+yjnGXXeV9m/mkfnGLeCyYH8Yl+wT1\
    c2vgs4IfU+C9Ml+Ir+KU+tibH8hj9DPkxbZLHXhT/ax5kXYv4H+tkzlf+aj1b23HG/oA1JObYqfwvO5Q\
    X8F7xsd5jnyR7q4w33Ea8V24AX/o9cQ6nH66T2ySX+aJ8zVxq989vf/U8cq494iP+N2jf1s6/pkXyhf2\
    a+4r0R+szKeMRz0npV7fg0898WwyPnW/jOPeLHnsPsr8R/+Ddd6fCW+N2edVfLK/qecqrZd1aDKB/bDn\
    0n4Lj9Sv8fkOcbMuwi7jB92yLtDu7GPtb5f7qd+5l73eH/FB33A58kv7COf8rp7vxUfWieyDxEflyS10\
    RfpwR/7gXGu7R+dt4cP/C0/rH88ztQ9Lnpj/6OPE4wXiYj5bV5/ue3rYU/M13yvv3G+xLo94n3jZr9G5\
    inogPLRv6oz7Av8nwvmZ50zrcMZ7artY/4f7nTbtNG98j3xD/yIezEd5n32Vz7uof7dN8rbyif23+Jp4\
    vAJ/L9hvTJT/iffS65d139AX1DoivxUXjgXPWfoh3KbQwaXXJV/Jf+pT4uF+Gf30biu8Um95jr0C/87B\
    d/et4HcPPTLPR/qacd8wrxCHi9G6iYt4s7JeZD/B/3Ksi/Xcmn3TNfbZ07mDdQA88fkD/PB/Wq+ffYDP\
    hTP4NeIndB51zuda9HFb80F1SfgnH+v/T+RLx/WS75UH4lnyaen6nXG9xOhzb5N2LLHOTZP5fjf6/yre\
    U7/Sz97xU/6xPxUOmQfu/3GOUFz0n6zmbeJYz7WKQ+FZm/OMI/rZUf0Z4Yp76Ij7beh8bx1Cfpr3/wFQ\
    SwECLQMtAAAACAAAACEA9w5oiicFAACAGQAACgAAAAAAAAAAAAAAgAEAAAAAcG9pbnRzLm5weVBLBQYA\
    AAAAAQABADgAAABjBQAAAAA=
    """

  static let gzipped = """
    H4sIAAAAAAACA6vQqeQy1jPTMbfkMtSz0DE1AfKMjY11zE24APfxt7QbAAAA
    """

  @Test func compressedArchivesAreUnpacked() throws {
    let short = try Self.read(try #require(Data(base64Encoded: Self.compressed)))
    #expect(
      short.points == [[3.6, 79], [1.8, 54], [3.333, 74]] && short.labels == ["a", "b", "a"])
    let long = try Self.read(try #require(Data(base64Encoded: Self.long)))
    let sum = long.points.reduce(.zero, +)
    #expect(long.points.count == 400)
    #expect(abs(sum.x - -28.599999999999998) < 1e-9 && abs(sum.y - 7.700000000000003) < 1e-9)
    let scratch = try Scratch()
    let path = scratch.file("points.csv.gz")
    try #require(Data(base64Encoded: Self.gzipped)).write(to: URL(filePath: path))
    #expect(try PointFile.read(path).points == short.points)
  }

  @Test func aDamagedArchiveIsRefused() throws {
    let whole = try #require(Data(base64Encoded: Self.long))
    for place in stride(from: 60, to: 1_000, by: 97) {
      var damaged = whole
      damaged[place] ^= 0x10
      #expect(throws: InputError.self) { try Self.read(damaged) }
    }
    #expect(throws: InputError.self) { try Self.read(whole.prefix(700)) }
  }
}

extension ArrayFileTests {
  private static func read(_ data: Data, as form: PointForm = PointForm()) throws -> PointFile {
    try #require(try ArrayFile(Array(data), name: "a")).points(as: form)
  }

  private static func npy(
    _ type: String, _ isFortran: Bool, _ shape: String, _ bytes: [UInt8]
  ) -> Data {
    let order = isFortran ? "True" : "False"
    return npy(
      header: "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }", bytes)
  }

  private static func npy(header: String, _ bytes: [UInt8]) -> Data {
    let count = header.utf8.count
    return Data(
      [0x93] + "NUMPY".utf8 + [1, 0, UInt8(count & 0xFF), UInt8(count >> 8)] + header.utf8 + bytes)
  }

  private static func bytes(of number: Int, type: String, order: String) -> [UInt8] {
    let little: [UInt8] =
      switch type {
      case "f8": withUnsafeBytes(of: Double(number).bitPattern.littleEndian) { Array($0) }
      case "f4": withUnsafeBytes(of: Float(number).bitPattern.littleEndian) { Array($0) }
      case "f2":
        [
          0,
          [0x3C, 0x40, 0x42, 0xC4, 0x45, 0x46][[1, 2, 3, -4, 5, 6].firstIndex(of: number) ?? 0],
        ]
      case "i8": withUnsafeBytes(of: number.littleEndian) { Array($0) }
      case "i4": withUnsafeBytes(of: Int32(number).littleEndian) { Array($0) }
      case "i2": withUnsafeBytes(of: Int16(number).littleEndian) { Array($0) }
      default: [UInt8(bitPattern: Int8(number))]
      }
    return order == ">" ? little.reversed() : little
  }
}
