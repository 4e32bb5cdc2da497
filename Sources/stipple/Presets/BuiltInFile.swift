import CPresets

/// A file of the folder of presets that is built into the program.
struct BuiltInFile {
  /// What it is called without folder and suffix.
  let name: String
  let bytes: [UInt8]

  /// All of a list.
  static func all(of list: UnsafePointer<built_in_file>?) -> [BuiltInFile] {
    var files: [BuiltInFile] = []
    var next = list
    while let file = next, let name = file.pointee.name, let text = file.pointee.text {
      var length = 0
      while text[length] != 0 { length += 1 }
      let bytes = Array(UnsafeBufferPointer(start: text, count: length))
      files.append(BuiltInFile(name: String(cString: name), bytes: bytes))
      next = file + 1
    }
    return files
  }
}
