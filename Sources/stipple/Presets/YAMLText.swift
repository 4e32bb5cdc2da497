import Yams

/// YAML (and so JSON) text as nodes that know their places.
///
/// Yams' decoder forgets lines and columns and passes over unknown keys; its nodes do neither.
enum YAMLText {
  /// The root of a text with one document; nil where there is nothing in it.
  static func root(of text: String, file: String) throws(InputError) -> Node? {
    try YAMLAliases.check(text, file: file)
    do {
      return try Yams.compose(yaml: JSONEscapes.readable(text))
    } catch let error as YamlError {
      throw inputError(error, file: file)
    } catch {
      throw InputError("not YAML: \(error)", file: file)
    }
  }

  private static func inputError(_ error: YamlError, file: String) -> InputError {
    switch error {
    case .scanner(let context, let problem, let mark, let text),
      .parser(let context, let problem, let mark, let text),
      .composer(let context, let problem, let mark, let text):
      if problem.hasPrefix("found"), isTab(mark, in: text) {
        return InputError(
          "a tab where YAML has spaces; indent with spaces", file: file, place: mark.place)
      }
      let setting = context.map { " \($0.text)" } ?? ""
      return InputError("not YAML: \(problem)\(setting)", file: file, place: mark.place)
    case .reader(let problem, let offset, _, let text):
      return InputError(
        "not YAML: \(problem)", file: file, place: offset.map { place(ofCharacter: $0, in: text) })
    case .duplicatedKeysInMapping(let keys, let context):
      let name = keys.first ?? ""
      return InputError(
        "the key '\(name.excerpt)' is given more than once; keep one", file: file,
        place: context.mark.place)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return InputError("not YAML: \(error)", file: file)
    }
  }

  private static func isTab(_ mark: Mark, in text: String) -> Bool {
    let lines = text.split(
      maxSplits: mark.line, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(mark.line - 1) else { return false }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first == "\t"
  }

  private static func place(ofCharacter offset: Int, in text: String) -> InputError.Place {
    let lines = text.prefix(offset).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return InputError.Place(line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }
}

extension Mark {
  var place: InputError.Place { InputError.Place(line: line, column: column) }
}
