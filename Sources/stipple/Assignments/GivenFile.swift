import Diffusion

/// A table that another program has written for an assignment: samples, or a field at its places.
enum GivenFile {
  /// How near a place of a field has to be to the assignment's own, as a share of its size.
  private static let nearness = 1e-6

  /// Reads whatever the assignment asks for.
  static func read(_ path: String, for assignment: Assignment) throws -> Handed.Given {
    let fields = assignment.parts.compactMap { part -> (AssignmentPart, FieldReferee)? in
      guard case .field(let level, let name) = part.subject else { return nil }
      return (part, FieldReferee(assignment: assignment, level: level, name: name))
    }
    if let (part, field) = fields.first {
      guard assignment.parts.count == 1 else {
        throw InputError("a field can be handed in only where it is all that is asked for")
      }
      return try self.field(path, part, field, for: assignment)
    }
    guard assignment.accepts.contains(.samples) else {
      throw InputError("the assignment takes no samples of other programs", file: path)
    }
    let file = try PointFile.judged(path)
    try check(file, path, assignment)
    return Handed.Given(points: file.points, isField: false)
  }

  private static func field(
    _ path: String, _ part: AssignmentPart, _ field: FieldReferee, for assignment: Assignment
  ) throws -> Handed.Given {
    guard assignment.accepts.contains(.field) else {
      throw InputError("the assignment takes no field of other programs", file: path)
    }
    let places = try PointFile.judged(path)
    try check(places, path, assignment)
    let judge = try Referee(assignment: assignment, shelf: NetworkShelf())
      .judge(of: part.experiment)
    for (index, pair) in zip(places.points, field.places(in: judge)).enumerated()
    where (pair.0 - pair.1).length > nearness * max(1, pair.1.length) {
      throw InputError(
        "row \(index + 1) is at another place than the assignment's; 'stipple assignment"
          + " \(assignment.id) --places' prints them in order", file: path,
        place: places.place(of: index))
    }
    return Handed.Given(points: try PointFile.judged(path, as: field.form).points, isField: true)
  }

  private static func check(
    _ file: PointFile, _ path: String, _ assignment: Assignment
  ) throws(InputError) {
    if file.points.count != assignment.count {
      throw InputError(
        "it has \(file.points.count) points; the assignment judges \(assignment.count)", file: path)
    }
  }
}
