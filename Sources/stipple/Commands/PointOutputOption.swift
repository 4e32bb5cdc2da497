import ArgumentParser
import Diffusion
import Foundation

/// The flag that names a file for points in place of standard output.
struct PointOutputOption: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Write to this file, .csv, .npy or .npz, in place of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if let output, file == nil {
      throw ValidationError("-o \(output): the name must end with .csv, .npy or .npz")
    }
  }

  /// The file, if one is named.
  var file: PointOutput? { output.flatMap(PointOutput.init) }

  /// Finds out before the work whether its result could be written.
  func check() throws(InputError) {
    if let output { try AtomicFile.check(output) }
  }
}

/// A file that points are written to, in the format that its ending says.
struct PointOutput {
  enum Format: String, CaseIterable {
    case csv
    case npy
    case npz
  }

  let path: String
  let format: Format

  init?(_ path: String) {
    let ending = URL(filePath: path).pathExtension.lowercased()
    guard let format = Format(rawValue: ending) else { return nil }
    (self.path, self.format) = (path, format)
  }

  /// Writes a text whole or not at all.
  func write(_ text: String) throws(WorkError) {
    try AtomicFile.write(Data(text.utf8), to: path)
  }

  /// Writes points whole or not at all.
  ///
  /// - Parameter way: the points before the first step and after each, one cloud after another.
  func write(_ file: PointFile, by way: [Point]? = nil, on console: Console) throws(WorkError) {
    let count = file.points.count
    let shape = way.map { [$0.count / count, count, 2] } ?? [count, 2]
    switch format {
    case .csv: try write(file.csv)
    case .npy:
      if file.labels != nil, way == nil {
        console.note(
          "stipple: \(path): an array of numbers holds no labels; .npz and .csv do")
      }
      try AtomicFile.write(Data(NumPyArray.encoded(way ?? file.points, shape: shape)), to: path)
    case .npz:
      var arrays = [("points.npy", NumPyArray.encoded(file.points, shape: [count, 2]))]
      if let labels = file.labels { arrays.append(("label.npy", NumPyArray.encoded(labels))) }
      if let way { arrays.append(("trajectory.npy", NumPyArray.encoded(way, shape: shape))) }
      try AtomicFile.write(Data(ZIPArchive.storing(arrays)), to: path)
    }
  }
}
