import Testing

@testable import stipple

@Suite struct RenderCommandTests {
  private static let small = """
    title: Small
    distribution: single-gaussian
    schedule: {kind: linear, timesteps: 20, beta: [0.001, 0.4]}
    model: {hidden: [4]}
    training: {batch: 8}
    sampler: {kind: ddim, steps: 3}
    particles: 50
    """

  @Test func theScreenBeginsWithTheWeightsOfAFile() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let weights = scratch.file("w.safetensors")
    let trained = Invocation("train", preset, "--iterations", "12", "-o", weights)
    #expect(trained.status == 0)
    let shown = Invocation("render", preset, "--model", weights, "--after", "0")
    #expect(shown.status == 0)
    #expect(shown.output.contains("weights of step 12; t trains on from them"))
    #expect(shown.output.contains("weights from a file"))
    let other = Invocation("render", "eight-gaussians", "--model", weights, "--after", "0")
    #expect(other.output.contains("learned Single Gaussian in 12 steps"))
    let missing = Invocation("run", preset, "--model", scratch.file("none.safetensors"))
    #expect(missing.status == 2 && missing.notes.joined().contains("none.safetensors"))
  }

  @Test func playedCommandsComeBeforeThePicture() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let play = "pause; direction reverse; time 0; set schedule cosine; wait 0.1"
    let picture = Invocation("render", preset, "--after", "0", "--play", play)
    #expect(picture.status == 0)
    #expect(picture.output.contains("cosine") && picture.output.contains("step  3/3"))
    let mistaken = Invocation("render", preset, "--after", "0", "--play", "set schedule cosin")
    #expect(mistaken.status == 2 && mistaken.notes.joined().contains("did you mean 'cosine'?"))
    let impossible = Invocation("render", preset, "--after", "0", "--play", "set steps 21")
    #expect(impossible.status == 2 && impossible.notes.joined().contains("steps must be from 1"))
  }
}
