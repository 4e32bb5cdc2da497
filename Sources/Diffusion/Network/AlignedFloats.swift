/// Floats that begin at a multiple of the widest vector's size, so that no row of a padded matrix
/// straddles two lines of the processor's cache.
struct AlignedFloats: Sendable, Equatable {
  private typealias Line = SIMD16<Float>

  let count: Int
  private var lines: [Line]

  init(zeros count: Int) {
    self.count = count
    lines = [Line](repeating: .zero, count: (count + Line.scalarCount - 1) / Line.scalarCount)
  }

  init(_ floats: [Float]) {
    self.init(zeros: floats.count)
    withMutablePointer { $0.update(from: floats, count: floats.count) }
  }

  var byteCount: Int { lines.count * MemoryLayout<Line>.stride }

  /// Whether every number in it is one.
  var isFinite: Bool {
    lines.allSatisfy { line in
      // What is no number, or infinite, is not zero less itself.
      all((line - line) .== 0)
    }
  }

  /// A part of it as an array.
  subscript(range: Range<Int>) -> [Float] {
    precondition(0 <= range.lowerBound && range.upperBound <= count, "a part of the whole")
    return withPointer {
      Array(UnsafeBufferPointer(start: $0 + range.lowerBound, count: range.count))
    }
  }

  func withPointer<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
    lines.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("there are floats") }
      return body(start.assumingMemoryBound(to: Float.self))
    }
  }

  mutating func withMutablePointer<Result>(
    _ body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    lines.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("there are floats") }
      return body(start.assumingMemoryBound(to: Float.self))
    }
  }
}
