import Diffusion

extension PointFile {
  /// Points to be written.
  init(points: [Point], labels: [String]?) {
    self.points = points
    self.labels = labels
  }

  /// The file as text: `x,y`, or `x,y,label` where there are labels.
  var csv: String {
    guard let labels else {
      var table = CSVTable(columns: ["x", "y"])
      for point in points { table.append(point.x, point.y) }
      return table.text
    }
    var table = CSVTable(columns: ["x", "y", "label"])
    for (point, label) in zip(points, labels) {
      table.append(point.x, point.y, label: CSVTable.field(label))
    }
    return table.text
  }
}
