import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("Figures of data in units of its own")
struct StandardizedFigureTests {
  private static let places = (0..<20).map { index in
    let angle = Double(index) / 20 * 2 * Double.pi
    return Point(-120.5 + 0.004 * cos(angle), 45.2 + 0.009 * sin(angle))
  }

  private static let methods: [Diffusion.Method] = [
    .diffusion, .flowMap, .hierarchicalVAE, .diffusionGAN,
  ]

  private func figures(
    of method: Diffusion.Method, _ places: [Point], _ keys: String
  ) throws -> [String: Double] {
    let scratch = try Scratch()
    let rows = places.map { "\($0.x),\($0.y)" }.joined(separator: "\n")
    _ = try scratch.write("x,y\n\(rows)\n", to: "map.csv")
    let path = try scratch.write(
      "distribution: {points: map.csv}\nmethod: \(method.id)\n\(keys)\n", to: "map.yaml")
    let metrics = "sliced-wasserstein,chamfer,likelihood"
    let run = Invocation("evaluate", path, "--count", "150", "--metrics", metrics, "--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(json).compactMapValues { $0 as? Double }
  }

  @Test("Are those of standard data, in the data's units", arguments: methods)
  func figures(_ method: Diffusion.Method) throws {
    let mean = Self.places.reduce(.zero, +) / 20
    let square = Self.places.reduce(0) { $0 + ($1 - mean).squaredLength }
    let frame = Standardization(centre: mean, spread: (square / 40).squareRoot())
    let own = try figures(of: method, Self.places, "")
    let unit = try figures(of: method, frame.standardized(Self.places), "standardize: false")
    let powers = [
      "sliced_w2": 1.0, "sliced_w2_floor": 1, "chamfer_mean": 1, "chamfer_squared_sum": 2,
    ]
    for (name, power) in powers {
      let (here, there) = (try #require(own[name]), try #require(unit[name]))
      #expect(abs(here / (there * pow(frame.spread, power)) - 1) < 1e-6, "\(name)")
    }
    let (here, there) = (try #require(own["mean_nll"]), try #require(unit["mean_nll"]))
    #expect(abs(here - there - frame.logVolume) < 1e-6)
  }
}
