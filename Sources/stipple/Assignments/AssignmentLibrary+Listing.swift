import Diffusion

extension AssignmentLibrary {
  /// The assignments as rows of a list; what cannot be read is there with the reason.
  var rows: [Listing.Row] {
    names.map { name in
      do throws(InputError) {
        let assignment = try assignment(named: name)
        let figures = assignment.parts.map(\.title).joined(separator: ", ")
        return Listing.Row(
          id: name, title: assignment.title,
          summary: "\(assignment.title): \(assignment.points) points by \(figures)",
          thresholds: assignment.parts.flatMap(Self.thresholds))
      } catch {
        return Listing.Row(id: name, title: name, summary: error.description)
      }
    }
  }

  private static func thresholds(of part: AssignmentPart) -> [JSONValue] {
    part.thresholds.map { threshold in
      .group([
        "figure": .text(part.title), "better": .text(part.isLowerBetter ? "lower" : "higher"),
        "value": .number(threshold.value), "points": .whole(threshold.points),
      ])
    }
  }
}
