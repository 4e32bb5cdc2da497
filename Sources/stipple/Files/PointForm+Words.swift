import Diffusion

/// The words in which flags and presets say the form of a file of points.
extension PointForm {
  /// What stands between fields: a character, or `tab`, `blank`, `comma`, `semicolon`.
  static func separator(_ word: String) throws(InputError) -> String {
    let spelled = ["\t": "tab", "\\t": "tab", " ": "blank", "space": "blank"][word] ?? word
    if let known = TextDialect.names.first(where: { $0.name == spelled }) {
      return ["comma": ",", "semicolon": ";"][known.name] ?? known.name
    }
    let refused = Set("\"'.+-#")
    guard spelled.utf8.count == 1, let mark = spelled.first, mark.isASCII, !mark.isLetter,
      !mark.isNumber, !mark.isNewline, !spelled.hasControls(), !refused.contains(mark)
    else {
      throw InputError(
        "'\(word.withNamedTabs.excerpt)' does not separate fields; say a character such as , ; or |,"
          + " or tab or blank")
    }
    return spelled
  }

  /// The decimal mark: `.` or `,`, or `point`, `comma`.
  static func decimal(_ word: String) throws(InputError) -> String {
    switch word {
    case ".", "point", "dot": return "."
    case ",", "comma": return ","
    default: throw InputError("'\(word.excerpt)' is no decimal mark; it is . or ,")
    }
  }

  /// Whether the first row names the columns: `none` or `first`.
  static func header(_ word: String) throws(InputError) -> Bool {
    switch word {
    case "none": return false
    case "first": return true
    default:
      throw InputError(
        "'\(word.excerpt)' is no place of a header; it is none, or first for the first row")
    }
  }

  /// Columns by their use, such as `x=eruptions,y=waiting,label=kind`.
  mutating func setColumns(_ words: String) throws(InputError) {
    let uses = ["x", "y", "label"]
    let form = "x=NAME,y=NAME,label=NAME"
    var parts: [(use: String, name: String)] = []
    for piece in words.split(separator: ",", omittingEmptySubsequences: false) {
      let use = String(piece.prefix { $0 != "=" })
      if uses.contains(use), piece.count > use.count {
        parts.append((use, String(piece.dropFirst(use.count + 1))))
      } else if !parts.isEmpty, !piece.contains("=") {
        // A name may hold a comma itself.
        parts[parts.count - 1].name += ",\(piece)"
      } else {
        throw InputError("'\(String(piece).excerpt)' names no column; say \(form)")
      }
    }
    for (use, name) in parts {
      if name.isEmpty { throw InputError("\(use)= names no column; say \(form)") }
      switch use {
      case "x": x = name
      case "y": y = name
      default: label = name
      }
    }
  }
}

/// What is loaded on the screen: a file, and behind it perhaps how it is read, in the words of the
/// flags.
struct LoadLine: Equatable {
  let file: String
  let form: PointForm

  init(_ text: String) throws(InputError) {
    let flags = ["--columns", "--separator", "--decimal", "--header"]
    let words = text.split(separator: " ").map(String.init)
    let first = words.firstIndex(where: flags.contains) ?? words.endIndex
    file = PresetPath(typed: words[..<first].joined(separator: " ")).text
    var form = PointForm()
    for index in stride(from: first, to: words.endIndex, by: 2) {
      guard index + 1 < words.endIndex else { throw InputError("\(words[index]) needs a value") }
      let value = words[index + 1]
      switch words[index] {
      case "--columns": try form.setColumns(value)
      case "--separator": form.separator = try PointForm.separator(value)
      case "--decimal": form.decimal = try PointForm.decimal(value)
      case "--header": form.hasHeader = try PointForm.header(value)
      default:
        throw InputError(
          "\(UnknownName(name: words[index], family: "flag of load", known: flags))")
      }
    }
    self.form = form
  }
}
