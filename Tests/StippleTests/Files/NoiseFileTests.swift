import Testing

@testable import stipple

@Suite struct NoiseFileTests {
  @Test func noiseIsFoundByStepInAnyOrder() throws {
    let text = "step,point,x,y\n1,0,5,6\n0,1,3,4\n0,0,1,2\n1,1,7,8\n"
    let file = try NoiseFile(csv: text, name: "n.csv", points: 2)
    #expect(file.steps == [0: [[1, 2], [3, 4]], 1: [[5, 6], [7, 8]]])
  }

  @Test(arguments: [
    ("x,y\n0,0\n", "n.csv:1:1: the first line must be step,point,x,y, not 'x,y'"),
    ("step,point,x,y\n0,0,1\n", "n.csv:2:5: 3 fields where the header names 4"),
    ("step,point,x,y\n0.5,0,1,2\n", "n.csv:2:1: '0.5' is not a whole number from 0 up"),
    ("step,point,x,y\n0,2,1,2\n", "n.csv:2:3: noise for point 2, but the number of points is 2"),
    ("step,point,x,y\n0,0,1,inf\n", "n.csv:2:7: 'inf' is not a finite number"),
    (
      "step,point,x,y\n0,0,1,2\n0,0,1,2\n", "n.csv:3:3: point 0 has noise in step 0 already"
    ),
    ("step,point,x,y\n0,0,1,2\n", "n.csv:3:1: step 0 has no noise for point 1"),
  ])
  func aBrokenFileIsRefused(text: String, words: String) {
    #expect {
      try NoiseFile(csv: text, name: "n.csv", points: 2)
    } throws: {
      "\($0)".hasPrefix(words)
    }
  }

  @Test func aStepWithoutNoiseEndsTheRunWithNothingWritten() throws {
    let scratch = try Scratch()
    let start = try scratch.write("x,y\n0,0\n", to: "start.csv")
    let noise = try scratch.write("step,point,x,y\n0,0,1,2\n", to: "noise.csv")
    func run(steps: String) -> Invocation {
      Invocation(
        "sample", "eight-gaussians", "--sampler", "ddpm", "--steps", steps, "--initial", start,
        "--noise", noise, "--trajectory")
    }
    #expect(run(steps: "2").status == 0)
    #expect(run(steps: "3").status == 2 && run(steps: "3").output.isEmpty)
    #expect(
      run(steps: "3").notes
        == ["stipple: \(noise):3:1: there is no noise for step 1; the last step in the file is 0"])
  }
}
