/// Files of weights.
extension HostileInput {
  private static func file(_ header: String, length: UInt64? = nil, numbers: Int = 0) -> [UInt8] {
    let length = length ?? UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8)
      + Array(repeating: 0, count: numbers)
  }

  private static func words(_ words: String) -> [UInt8] {
    file("{\"__metadata__\":{\(words)}}")
  }

  private static func tensor(_ shape: String, _ offsets: String, _ type: String = "F32") -> [UInt8]
  {
    file(
      "{\"t\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}}", numbers: 4)
  }

  static let weights: [HostileInput] =
    ([
      ([], "0 bytes"), ([1, 2, 3], "3 bytes"), (file("{}", length: .max), "a header of"),
      (file("{}", length: 1 << 40), "a header of"), (file("{}", length: 100), "cut short"),
      (file(""), "its header is not the JSON"), (file("[]"), "its header is not the JSON"),
      (file(String(repeating: "[", count: 200_000)), "its header is not the JSON"),
      (file(String(repeating: "{\"a\":", count: 50_000)), "its header is not the JSON"),
      (file("{\"a\":1}"), "its header is not the JSON"),
      (file("{}", numbers: 9), "9 bytes at the end"),
      (tensor("[1]", "[0,8]"), "lies outside"), (tensor("[1]", "[4,0]"), "lies outside"),
      (tensor("[1]", "[-4,0]"), "lies outside"), (tensor("[1]", "[0]"), "lies outside"),
      (tensor("[2]", "[0,4]"), "does not fit"), (tensor("[-1]", "[0,4]"), "does not fit"),
      (tensor("[4611686018427387904,4]", "[0,4]"), "does not fit"),
      (tensor("[1]", "[0,4]", "\\u001b[31m"), "is of type [U+001B][31m"),
      (words(""), "the file's metadata has no 'format'"),
      (words("\"format\":\"pt\""), "the file's metadata has no 'architecture'"),
      (words("\"format\":\"stipple\",\"version\":\"2\""), "version '2' where"),
      (words("\"format\":\"stipple\",\"version\":\"\\u001b]52;c;QQ==\\u0007\""), "'[U+001B]]52"),
      (words("\"format\":\"stipple\",\"version\":\"\\u202e\""), "'[U+202E]'"),
      (
        words("\"format\":\"stipple\",\"version\":\"\(String(repeating: "x", count: 500_000))\""),
        "version 'xxx"
      ),
      (
        words("\"format\":\"stipple\",\"version\":\"1\",\"labels\":\"[]\""),
        "a JSON list of labels"
      ),
      (
        words("\"format\":\"stipple\",\"version\":\"1\",\"architecture\":\"38-99999999999-2\""),
        "activation"
      ),
      (Array("PK\u{3}\u{4}".utf8) + [0, 0, 0, 0], "a zip archive"),
      ([0x80, 2] + Array("}q".utf8), "a Python pickle"),
      ([0x89] + Array("HDF\r\n".utf8), "an HDF5 file"), (Array("GGUF".utf8), "a GGUF file"),
      ([0x93] + Array("NUMPY".utf8), "a NumPy array"), ([8, 7, 0x12, 1, 0x61], "an ONNX file"),
      (Array("x,y\n1,2\n3,4\n".utf8), "but text"),
    ] as [([UInt8], String)]).flatMap { bytes, answer in
      let isOfNetwork = String(decoding: bytes, as: UTF8.self).contains("\"format\":\"stipple\"")
      let other = isOfNetwork ? "where a classifier is expected" : answer
      return [HostileInput(.weights, bytes, answer), HostileInput(.classifier, bytes, other)]
    }
}
