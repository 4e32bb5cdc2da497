import Foundation
import Testing

@testable import stipple

/// What files and flags can get wrong: one line that says where, status 2, and nothing written.
@Suite struct BadInputTests {
  private static let commands: [[String]] = [
    ["field", "eight-gaussians", "--t", "5", "--points"],
    ["diffuse", "eight-gaussians", "--t", "5", "--points"],
    ["diffuse", "eight-gaussians", "--t", "5", "--noise"],
    ["sample", "eight-gaussians", "--sampler", "ddim", "--steps", "2", "--initial"],
    ["evaluate", "eight-gaussians", "--metrics", "modes", "--samples"],
  ]

  @Test(
    "Points that cannot be read are placed", arguments: commands,
    [
      ("x,y\n0,1\n0,1,2\n", "3:5: 3 fields where the header names 2; a row is x,y"),
      ("x,y\n0,one\n", "2:3: 'one' is not a finite number"),
      ("x,y\n0,1\nnan,0\n", "3:1: 'nan' is not a finite number"),
      ("x,y\n0, -inf\n", "2:4: '-inf' is not a finite number"),
      ("x;y\n0;one\n", "2:3: 'one' is not a finite number"),
      ("x;y\n0;1\n0;1;2\n", "3:5: 3 fields where the header names 2; a row is x;y"),
      ("a,b\nc,d\n", "1:1: no column holds numbers; a point needs two, x and y"),
      ("", "1:1: the file is empty"),
    ])
  func points(command: [String], text: (csv: String, words: String)) throws {
    let scratch = try Scratch()
    let file = try scratch.write(text.csv, to: "bad.csv")
    try expectRefusal(of: command + [file], "\(file):\(text.words)")
  }

  @Test func moreThanAMillionPointsAreRefusedAtTheFirstTooMany() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "x,y\n" + String(repeating: "0,1\n", count: 1_000_001), to: "many.csv")
    try expectRefusal(
      of: ["measure", file, file],
      "\(file):1000002:1: 1000001 points are too many; at most 1000000 can be read")
  }

  @Test(arguments: [
    (1, "0,0,1,1\n0,1,1,1\n", "3:3: noise for point 1, but the number of points is 1"),
    (3, "0,0,1,1\n0,1,1,1\n", "4:1: step 0 has no noise for point 2"),
  ])
  func noiseForAnotherNumberOfPointsIsPlaced(points: Int, rows: String, words: String) throws {
    let scratch = try Scratch()
    let initial = try scratch.write(
      "x,y\n" + String(repeating: "0,1\n", count: points), to: "initial.csv")
    let noise = try scratch.write("step,point,x,y\n" + rows, to: "noise.csv")
    try expectRefusal(
      of: [
        "sample", "eight-gaussians", "--steps", "2", "--initial", initial, "--noise", noise,
        "--trajectory",
      ], "\(noise):\(words)")
  }

  @Test(arguments: [
    (["--timestep-list", "1000,5"], "--timestep-list: entry 1 of the grid must be from 0 to"),
    (["--timestep-list", "5,9"], "--timestep-list: entry 2 of the grid is above the one before"),
    (["--timestep-list", "5,-9"], "--timestep-list: entry 2 of the grid must be from 0 to"),
    (["--sigma-list", "5"], "--sigma-list: a grid needs at least 2 different entries"),
    (["--sigma-list", "5,-1"], "--sigma-list: entry 2 of the grid must be a sigma from 0"),
    (
      ["--schedule", "straight-line", "--sampler", "euler", "--sigma-list", "80,0"],
      "--sigma-list: entry 1 of the grid must be a time from 0 to 1, not 80.0"
    ),
    (["--steps", "1001"], "steps must be from 1 to the schedule's 1000 timesteps, not 1001"),
  ])
  func aGridThatDoesNotFitIsRefused(flags: [String], words: String) throws {
    for command in ["sample", "evaluate"] {
      try expectRefusal(of: [command, "eight-gaussians", "--count", "1"] + flags, words)
    }
  }

  @Test(arguments: [
    ("{mean: [0, 0], covariance: [[1, 1], [1, 1]]}", "3:32: covariance must be positive definite"),
    ("{mean: [0, 0], covariance: [[-1, 0], [0, 1]]}", "3:32: covariance must be positive definite"),
    ("{mean: [0, 0], covariance: [[1, 0], [2, 1]]}", "3:32: covariance must be symmetric"),
    ("{mean: [0, 0], std: 1e-40}", "3:25: std must be from 1e-6 to 1e12, not 1e-40"),
    ("{mean: [0, .inf], std: 1}", "3:16: number 2 of mean must be a finite number"),
  ])
  func aMixtureThatIsNoneIsPlaced(component: String, words: String) throws {
    let scratch = try Scratch()
    let preset = try scratch.write(
      "distribution:\n  components:\n  - \(component)\n", to: "bad.yaml")
    for command in [["sample"], ["evaluate"], ["field", "--points", "none.csv", "--t", "1"]] {
      try expectRefusal(of: [command[0], preset] + command[1...], "\(preset):\(words)")
    }
  }

  @Test func aTrainingThatCannotBeginLeavesTheOldFile() throws {
    let scratch = try Scratch()
    let weights = try scratch.write("precious", to: "weights.safetensors")
    try expectRefusal(
      of: ["train", "eight-gaussians", "--iterations", "5", "--batch", "0", "-o", weights],
      "batch")
    #expect(try scratch.names == ["weights.safetensors"])
    #expect(try String(contentsOfFile: weights, encoding: .utf8) == "precious")
  }

  private func expectRefusal(of arguments: [String], _ words: String) throws {
    let run = Invocation(list: arguments)
    #expect(run.status == 2 && run.output.isEmpty, "\(arguments)")
    #expect(run.notes.count == 1 && run.notes.first?.contains("\n") == false)
    #expect(run.notes.first?.contains(words) == true, "\(run.notes)")
  }
}
