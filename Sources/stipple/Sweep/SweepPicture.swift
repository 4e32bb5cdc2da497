import Interface

/// The results of a grid as small multiples: the last key runs across, the one before it has a
/// curve for each value, and the others a small picture for each combination.
struct SweepPicture {
  private let table: SweepTable
  private let figure: String

  private static let columns = 3

  /// - Parameter figure: the name of the figure that goes up, one of `table.names`.
  init(_ table: SweepTable, of figure: String) {
    self.table = table
    self.figure = figure
  }

  var svg: String {
    let axes = table.grid.axes
    let rest = axes.dropLast(2).count
    let numbers = table.numbers(called: figure)
    let panels = Self.groups(numbers) { Array($0.run.values.prefix(rest)) }
    let figures = panels.map { key, members in
      let title = zip(axes, key).map { "\($0.key) \(SweepTable.plain($1))" }
      return drawing(members, title: title.joined(separator: ", "))
    }
    return StudySVG.smallMultiples(figures, columns: min(Self.columns, max(1, figures.count)))
  }

  private typealias Member = (run: SweepRun, value: Double)

  private func drawing(_ members: [Member], title: String) -> StudyFigure {
    let axes = table.grid.axes
    let across = axes.last?.values.map(SweepTable.plain) ?? [""]
    let places = across.compactMap(Double.init)
    let isNumeric = places.count == across.count
    let curves = Self.groups(members) { Array($0.run.values.dropLast().suffix(1)) }
    let series = curves.map { key, members in
      StudyFigure.Series(
        name: key.first.map(SweepTable.plain) ?? figure,
        places: members.map { member in
          let word = SweepTable.plain(member.run.values.last ?? "")
          let x = isNumeric ? Double(word) : across.firstIndex(of: word).map(Double.init)
          return StudyFigure.Place(x: x ?? 0, y: member.value, deviation: nil)
        })
    }
    return StudyFigure(
      title: title.isEmpty ? figure : title, across: axes.last?.key ?? "", up: figure,
      series: series, names: isNumeric ? [] : across)
  }

  /// Members with the same key together, in the order in which keys are first met.
  private static func groups(
    _ members: [Member], by key: (Member) -> [String]
  ) -> [(key: [String], members: [Member])] {
    var groups: [(key: [String], members: [Member])] = []
    for member in members {
      let key = key(member)
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].members.append(member)
      } else {
        groups.append((key, [member]))
      }
    }
    return groups
  }
}
