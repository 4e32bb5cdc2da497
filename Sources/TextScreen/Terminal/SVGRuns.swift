/// Equal marks side by side, merged into one on the way in.
struct SVGRuns<Key: Hashable> {
  private struct Run {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  private let pitch: Int
  private var runs: [Key: [Run]] = [:]
  /// The run that a mark at a given height would continue.
  private var open: [Key: [Int: Int]] = [:]

  /// - Parameter pitch: the distance of marks that count as neighbours, and the width of one.
  init(pitch: Int) { self.pitch = pitch }

  mutating func add(_ key: Key, x: Int, y: Int, width: Int? = nil, height: Int = 0) {
    let width = width ?? pitch
    if let index = open[key]?[y], let last = runs[key]?[index], last.x + last.width == x,
      last.height == height
    {
      runs[key]?[index].width += width
      return
    }
    open[key, default: [:]][y] = runs[key, default: []].count
    runs[key, default: []].append(Run(x: x, y: y, width: width, height: height))
  }

  /// The runs as filled rectangles.
  func rectangles(_ key: Key) -> String? {
    runs[key].map { runs in
      runs.map { "M\($0.x) \($0.y)h\($0.width)v\($0.height)h-\($0.width)z" }.joined()
    }
  }

  /// The marks as points: lines without length, each named by its way from the one before.
  func points(_ key: Key) -> String? {
    guard let runs = runs[key] else { return nil }
    var text = ""
    var last: (x: Int, y: Int)?
    for run in runs {
      for x in stride(from: run.x, to: run.x + run.width, by: pitch) {
        let (across, down) = (x - (last?.x ?? 0), run.y - (last?.y ?? 0))
        // A minus parts two numbers as well as a space does.
        text += "\(last == nil ? "M" : "m")\(across)\(down < 0 ? "" : " ")\(down)h0"
        last = (x, run.y)
      }
    }
    return text
  }
}
