import Diffusion
import Testing

@testable import stipple

/// How presets say their method.
@Suite struct MethodPresetTests {
  private static func experiment(_ text: String) throws -> Experiment {
    try PresetReader(file: "p.yaml").experiment(from: text)
  }

  @Test(arguments: Method.allCases)
  func aMethodIsNamed(method: Method) throws {
    #expect(try Self.experiment("method: \(method.id)").method == method)
  }

  @Test(arguments: Method.allCases)
  func whatIsWrittenIsReadBack(method: Method) throws {
    let experiment = try Self.experiment("method: \(method.id)").withoutUnusedSettings
    let text = try PresetWriter.text(of: experiment)
    #expect(try Self.experiment(text) == experiment, "\(text)")
  }

  @Test(arguments: Method.allCases)
  func aLineToShareLeadsThere(method: Method) throws {
    let experiment = try Self.experiment("method: \(method.id)")
    let words = try RunLineWords(
      of: experiment.asShared, PresetWriter.entries(of: experiment.asShared, path: "preset.yaml"),
      from: Experiment(), named: nil)
    #expect(words.lead(to: experiment.asShared, from: Experiment()))
  }

  @Test(
    "Without its name the keys say which method is meant",
    arguments: [
      ("seed: 3", "diffusion"), ("prior: standard", "diffusion"),
      ("coupling: independent", "transport"), ("prior: eight-gaussians", "transport"),
    ])
  func keysSayTheMethod(text: String, id: String) throws {
    #expect(try Self.experiment(text).method.id == id)
  }

  @Test(
    "Keys that several methods have leave the one in hand, and keys of others do not",
    arguments: [
      ("vae", "{latents: 1}", "vae"), ("vae", "{beta: 2, latents: 1}", "vae"),
      ("latent", "{latents: 3}", "latent"), ("diffusion", "{latents: 2}", "vae"),
      ("diffusion", "{latents: 3, generator: autoregressive}", "latent"),
      ("diffusion", "{latents: 3, distribution: digits}", "latent"),
      ("energy", "{metropolis: false, training: {objective: contrastive-divergence}}", "energy"),
      ("transport", "{prior: standard}", "diffusion"),
      ("transport", "{prior: standard, coupling: independent}", "transport"),
      ("diffusion", "{prior: eight-gaussians}", "transport"),
      ("gan", "{jump: 250}", "diffusion-gan"),
    ])
  func keysChangeTheMethod(from first: String, text: String, to last: String) throws {
    let base = try Self.experiment("method: \(first)")
    let changed = try PresetReader(file: "p.yaml").experiment(from: text, changing: base)
    #expect(changed.method.id == last)
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("method: difusion", "p.yaml:1:9: there is no method 'difusion'; did you mean 'diffusion'?"),
      ("seed: 3\nmethod: warp", "p.yaml:2:9: there is no method 'warp'; known are diffusion, "),
      (
        "method: diffusion\ncoupling: label",
        "p.yaml:2:11: the method diffusion does not use 'coupling'; used by transport"
      ),
      (
        "method: diffusion\nprior: two-moons",
        "p.yaml:2:8: diffusion starts from the standard normal: prior must be standard,"
      ),
    ])
  func badMethodsAreRefused(text: String, message: String) {
    #expect {
      _ = try Self.experiment(text)
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }

  @Test("Each method has its commands, once")
  func everyMethodHasCommands() {
    #expect(MethodShelf.all.map(\.method).sorted() == Method.allCases)
  }

  @Test("list methods names all of them, for people and as JSON")
  func methodsAreListed() throws {
    let text = Invocation("list", "methods")
    #expect(text.status == 0)
    let json = Invocation("list", "methods", "--json")
    for method in Method.allCases {
      #expect(text.output.contains(method.id))
      #expect(json.output.contains("\"\(method.id)\""))
    }
  }
}
