import Interface

/// The results of a grid as small multiples: the last key runs across, the one before it has a
/// curve for each value, and the others a small picture for each combination. Runs that differ in
/// their seed alone are one place, their mean, with the deviation of single ones.
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
    let rest = axes.dropLast(2).count
    let panels = Self.groups(table.numbers(called: figure).map(member)) {
      Array($0.values.prefix(rest))
    }
    let figures = panels.map { key, members in
      let title = zip(axes, key).map { "\($0.key) \($1)" }
      return drawing(members, title: title.joined(separator: ", "))
    }
    return StudySVG.smallMultiples(figures, columns: min(Self.columns, max(1, figures.count)))
  }

  /// The keys that vary, without the seed.
  private var axes: [SweepGrid.Axis] { table.grid.axes.filter { $0.key != Self.seed } }

  private static let seed = "seed"

  /// A run's value of the figure, with those of `axes`.
  private typealias Member = (values: [String], number: Double)

  private func member(_ run: SweepRun, _ number: Double) -> Member {
    let values = zip(table.grid.axes, run.values).filter { $0.0.key != Self.seed }
    return (values.map { SweepTable.plain($0.1) }, number)
  }

  private func drawing(_ members: [Member], title: String) -> StudyFigure {
    let across = axes.last?.values.map(SweepTable.plain) ?? [""]
    let isNumeric = across.allSatisfy { Double($0) != nil }
    let curves = Self.groups(members) { Array($0.values.dropLast().suffix(1)) }
    let series = curves.map { key, members in
      let places = Self.groups(members) { Array($0.values.suffix(1)) }
      return StudyFigure.Series(
        name: key.first.map { "\(axes[axes.count - 2].key) \($0)" } ?? figure,
        places: places.map { key, members in
          let word = key.first ?? ""
          let x = isNumeric ? Double(word) : across.firstIndex(of: word).map(Double.init)
          return StudyFigure.Place(x: x ?? 0, of: members.map(\.number))
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
