import Foundation

/// A CSV file that grows while a network learns, so that others can watch.
///
/// There is a row for every step, or for evenly spaced ones where there are very many.
struct TrainingLog {
  struct Row {
    let step: Int
    let loss: Double
    /// The mean of the last hundred losses.
    let meanLoss: Double
    let rate: Double
    let seconds: Double
  }

  static let columns = ["step", "loss", "mean_loss", "rate", "seconds"]
  private static let mostRows = 100_000

  private let descriptor: Int32
  private let path: String
  private let stride: Int
  private let iterations: Int

  init(path: String, iterations: Int) throws(WorkError) {
    self.path = path
    self.iterations = iterations
    stride = max(1, iterations / Self.mostRows)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritten(path) }
    try write(CSVTable(columns: Self.columns).text)
  }

  /// Writes a row, which is in the file when this returns.
  func add(_ row: Row, iteration: Int) throws(WorkError) {
    guard iteration % stride == 0 || iteration == iterations else { return }
    var table = CSVTable()
    table.append(indices: row.step, numbers: row.loss, row.meanLoss, row.rate, row.seconds)
    try write(table.text)
  }

  func close() { _ = Foundation.close(descriptor) }

  private func write(_ text: String) throws(WorkError) {
    try AtomicFile.fill(descriptor, with: Data(text.utf8), named: path)
  }
}
