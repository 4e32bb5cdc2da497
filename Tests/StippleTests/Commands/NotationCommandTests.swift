import Foundation
import Testing

@testable import stipple

@Suite("Tables in another notation") struct NotationCommandTests {
  private static let places = "x,y\n0.3,0.4\n-1.2,0.9\n"

  @Test("A schedule has the columns of the notation, of the same levels")
  func schedule() throws {
    let words = ["schedule", "--schedule", "cosine", "--timesteps", "20"]
    let ddpm = Invocation(list: words)
    #expect(ddpm.lines[0] == "t,beta,alpha_bar,alpha,sigma,log_snr,posterior_variance")
    let edm = Invocation(list: words + ["--notation", "edm"])
    #expect(edm.lines[0] == "step,s,sigma,log_snr")
    let flow = Invocation(list: words + ["--notation", "flow-matching"])
    #expect(flow.lines[0] == "step,t,alpha,beta,log_snr")
    for (index, row) in ddpm.rows.enumerated() {
      let (alpha, sigma) = (row[3], row[4])
      #expect(edm.rows[index][0] == Double(index + 1) && edm.rows[index][1] == alpha)
      #expect(abs(edm.rows[index][2] * alpha - sigma) < 1e-12)
      #expect(abs(flow.rows[index][1] - (1 - Double(index + 1) / 20)) < 1e-12)
      #expect(flow.rows[index][2] == alpha && flow.rows[index][3] == sigma)
    }
  }

  @Test("A field has other names, and a velocity the sign of time")
  func field() throws {
    let scratch = try Scratch()
    let points = try scratch.write(Self.places, to: "places.csv")
    let words = [
      "field", "eight-gaussians", "--schedule", "straight-line", "--time", "0.4", "--points",
      points,
    ]
    let ddpm = Invocation(list: words)
    let flow = Invocation(list: words + ["--notation", "flow-matching"])
    let edm = Invocation(list: words + ["--notation", "edm"])
    let columns = ddpm.lines[0].split(separator: ",").map(String.init)
    let here = flow.lines[0].split(separator: ",").map(String.init)
    #expect(here.contains("x1_x") && here.contains("x0_y") && here.contains("u_x"))
    #expect(edm.lines[0].contains("denoised_x") && edm.lines[0].contains("n_x"))
    #expect(edm.rows == ddpm.rows)
    for (row, other) in zip(ddpm.rows, flow.rows) {
      for (index, column) in columns.enumerated() {
        #expect(other[index] == (column.hasPrefix("velocity_") ? -1 : 1) * row[index], "\(column)")
      }
    }
  }

  @Test("A lesson is printed and handed out in it")
  func lesson() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      """
      title: t
      experiment:
        {particles: 30, model: exact, schedule: {timesteps: 40}, sampler: {kind: ddim, steps: 4}}
      pages:
        - title: One
          do: [pause, direction forward, time 0.25]
          say: "σ is {sigma} of ε at {time}."
          figures: [sigma, time]
      """, to: "l.yaml")
    let plain = Invocation("lesson", path, "--plain", "--notation", "flow-matching")
    #expect(plain.lines.contains { $0.hasPrefix("β is 0.") && $0.hasSuffix("of x₀ at 0.750.") })
    #expect(
      plain.lines.contains { $0.hasPrefix("beta: 0.") } && plain.lines.contains("time: 0.750"))
    let run = Invocation(
      "lesson", "export", path, "-o", scratch.file("out"), "--notation", "edm")
    #expect(run.status == 0, "\(run.notes)")
    let text = try String(contentsOfFile: scratch.file("out/README.md"), encoding: .utf8)
    #expect(text.contains("of n at 0.250") && text.contains("| s sigma | 0."))
    #expect(Invocation("lesson", path, "--plain", "--notation", "emd").status == 64)
  }

  @Test("A preset says it, is written with it, and a name that is none is refused with the nearest")
  func preset() throws {
    let scratch = try Scratch()
    let preset = try scratch.write("notation: edm\nparticles: 20\n", to: "edm.yaml")
    let text = Invocation("render", preset, "--after", "0.1", "--size", "120x40")
    #expect(text.status == 0 && text.output.prefix(200).contains("σ"), "\(text.notes)")
    let experiment = try PresetReader.experiment(inFile: preset)
    #expect(experiment.notation == .edm)
    let bad = try scratch.write("notation: emd\n", to: "bad.yaml")
    let refused = Invocation("schedule", bad)
    #expect(refused.status == 2 && refused.notes.last?.contains("1:11") == true, "\(refused.notes)")
    #expect(refused.notes.last?.contains("did you mean 'edm'") == true)
  }
}
