import Diffusion

extension PresetReader {
  /// The keys beside `points` that say how its file is read.
  static let pointFormKeys = ["columns", "separator", "decimal", "header"]

  /// `columns: {x: NAME, y: NAME, label: NAME}`, `separator`, `decimal` and `header`.
  func pointForm(_ entries: [String: PresetValue]) throws(InputError) -> PointForm {
    var form = PointForm()
    if let columns = try entries["columns"]?.entries(["x", "y", "label"]) {
      form.x = try columns["x"]?.text()
      form.y = try columns["y"]?.text()
      form.label = try columns["label"]?.text()
    }
    try read(entries["separator"], into: &form, PointForm.separator) { $0.separator = $1 }
    try read(entries["decimal"], into: &form, PointForm.decimal) { $0.decimal = $1 }
    try read(entries["header"], into: &form, PointForm.header) { $0.hasHeader = $1 }
    return form
  }

  private func read<Value>(
    _ value: PresetValue?, into form: inout PointForm,
    _ meaning: (String) throws(InputError) -> Value, _ set: (inout PointForm, Value) -> Void
  ) throws(InputError) {
    guard let value else { return }
    // A tab or a blank in quotes is a text too.
    guard let word = value.node.scalar?.string else {
      throw value.error("\(value.name) must be text, not \(value.kind)")
    }
    do throws(InputError) {
      set(&form, try meaning(word))
    } catch {
      throw value.error("\(value.name): \(error.message)")
    }
  }
}
