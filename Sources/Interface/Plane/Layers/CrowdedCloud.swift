import Diffusion
import TextScreen

/// The cloud as a map of how many points fell where, for clouds so dense that dots run together.
enum CrowdedCloud {
  static func draw(
    _ points: [Point], featureless: Double, on surface: inout Surface, space: PlaneSpace
  ) {
    let room = space.room
    var map = HalfBlockMap(size: room.size)
    let hits = counts(points, width: map.width, height: map.height, space: space)
    // A value of the map is half a cell.
    let crowd = Crowd(
      hits: hits, width: map.width, height: map.height, featureless: featureless / 2)
    for index in hits.indices where hits[index] > 0 {
      map[index % map.width, index / map.width] = crowd.inks[index]
    }
    map.draw(onto: &surface, in: room)
  }

  private static func counts(
    _ points: [Point], width: Int, height: Int, space: PlaneSpace
  ) -> [Float] {
    let projection = space.projection(dots: Size(columns: 1, rows: 2))
    var hits = [Float](repeating: 0, count: width * height)
    for point in points {
      let dot = projection.dot(of: point)
      guard dot.x >= 0, dot.y >= 0, dot.x < Double(width), dot.y < Double(height) else { continue }
      hits[Int(dot.y) * width + Int(dot.x)] += 1
    }
    return hits
  }
}
