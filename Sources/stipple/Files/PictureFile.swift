import Diffusion

/// Pictures from a table: a row for each, its pixels from 0 to 1 and a column `label`.
enum PictureFile {
  private static let mostPictures = 20_000

  /// Reads a file of a disk.
  ///
  /// - Parameter width: the pixels of a row of a picture. As many numbers as make it square are greys,
  ///   three times as many red, green and blue.
  static func read(_ path: String, width: Int) throws(InputError) -> GivenPictures {
    let bytes = try TextFile.bytes(ofRegular: path, limit: PointFile.byteLimit)
    return try pictures(inText: UTF8Text.fromUTF16(bytes) ?? bytes, name: path, width: width)
  }

  static func pictures(
    inText bytes: [UInt8], name: String, width: Int
  ) throws(InputError) -> GivenPictures {
    let table = try TextTable(
      bytes, name: name, form: PointForm(), wanting: ["label"], subject: "pictures",
      example: "0.5,0,1,...,seven")
    guard let label = table.columns?.firstIndex(where: { $0.lowercased() == "label" }) else {
      throw InputError(
        "there is no column 'label', which says what each picture shows", file: name,
        place: InputError.Place(line: 1, column: 1))
    }
    let columns = (0..<table.width).filter { $0 != label }
    let (channels, shape) = try form(columns.count, width: width, name: name)
    var labelled: [(label: String, pixels: [Float])] = []
    try table.forEachRow { row throws(InputError) in
      if labelled.count == mostPictures {
        throw row.error("there are more than \(mostPictures) pictures", in: name)
      }
      var pixels: [Float] = []
      for column in columns {
        let number = try table.number(row, column, called: "pixel")
        guard (0...1).contains(number) else {
          throw row.error(
            "a pixel must be from 0 to 1, not \(number); divide all by the largest there is",
            in: name, field: column)
        }
        for _ in 0..<(channels == 1 ? 3 : 1) { pixels.append(Float(number)) }
      }
      let word = row.fields[label].text
      guard !word.isEmpty else {
        throw row.error(
          "the label is empty; it says what the picture shows", in: name, field: label)
      }
      guard isOneWord(word) else {
        throw row.error(
          "a label must be one word other than 'not', not '\(word.excerpt)'", in: name, field: label
        )
      }
      labelled.append((word.lowercased(), pixels))
    }
    guard labelled.count > 1 else {
      throw InputError(
        "at least two pictures are needed", file: name,
        place: InputError.Place(line: 1, column: 1))
    }
    return GivenPictures(name: name, shape: shape, labelled: labelled)
  }

  private static func isOneWord(_ word: String) -> Bool {
    word.lowercased() != "not" && !word.contains { $0.isWhitespace || $0 == "," || $0 == "." }
      && !word.hasControls()
  }

  /// Which channels there are, and how high pictures are.
  private static func form(
    _ count: Int, width: Int, name: String
  ) throws(InputError) -> (channels: Int, shape: PictureShape) {
    for channels in [1, 3] where count == channels * width * width {
      return (channels, PictureShape(width: width, height: width))
    }
    throw InputError(
      "\(count) columns of pixels are no square picture of width \(width), which has"
        + " \(width * width) greys or \(3 * width * width) of red, green and blue", file: name,
      place: InputError.Place(line: 1, column: 1))
  }
}
