import Diffusion
import TextScreen

/// A function known on a coarse grid over a picture, and in between by bilinear interpolation.
struct CoarseLattice {
  private let size: Size
  private let stride: Int
  private let columns: Int
  private var nodes: [Double]

  /// - Parameters:
  ///   - size: of the picture, in pixels.
  ///   - mostNodes: how often the function may be asked; at least four times it is.
  ///   - values: the function at places in pixels, some of which may lie a stride beyond the
  ///     picture; it is asked once for all of them.
  init(size: Size, mostNodes: Int, values: (_ pixels: [Point]) -> [Double]) {
    self.size = size.isEmpty ? .zero : size
    var stride = 1
    while stride < max(size.columns, size.rows),
      Self.nodes(size.columns, stride) * Self.nodes(size.rows, stride) > mostNodes
    {
      stride += 1
    }
    self.stride = stride
    columns = Self.nodes(size.columns, stride)
    let rows = size.isEmpty ? 0 : Self.nodes(size.rows, stride)
    nodes = values(
      (0..<rows * columns).map { [columns] index in
        Point(Double(index % columns * stride), Double(index / columns * stride))
      })
  }

  /// A value for every pixel, row after row.
  func interpolated() -> [Double] {
    if stride == 1 { return nodes }
    var values: [Double] = []
    values.reserveCapacity(size.area)
    for y in 0..<size.rows {
      let start = y / stride * columns
      let down = Double(y % stride) / Double(stride)
      for x in 0..<size.columns {
        let node = start + x / stride
        let along = Double(x % stride) / Double(stride)
        let upper = nodes[node] + along * (nodes[node + 1] - nodes[node])
        let lower =
          nodes[node + columns] + along * (nodes[node + columns + 1] - nodes[node + columns])
        values.append(upper + down * (lower - upper))
      }
    }
    return values
  }

  /// Nodes along a side; when there are gaps between them, one beyond the last pixel.
  private static func nodes(_ pixels: Int, _ stride: Int) -> Int {
    stride == 1 ? pixels : (pixels - 1) / stride + 2
  }
}
