import Diffusion

extension Command {
  static let studies: [Command] = [
    Command(
      "chart", "on|off|SAMPLERS", example: "ddim heun", "quality by steps: chart ddim heun plms",
      choices: { _ in ["on", "off", "ddim heun dpmpp-2m"] }
    ) { value, state in
      let isPending = state.studies.isPending(.chart)
      switch value {
      case "on": return isPending ? [] : [.studies(.toggle(.chart))]
      case "off": return isPending ? [.studies(.toggle(.chart))] : []
      default:
        return [
          .studies(.chart(try value.split(separator: " ").map { try Sampler.named(String($0)) }))
        ]
      }
    }
  ]

  /// What is known of studies, written into files.
  static let savingStudies: [Command] = StudyKind.all.compactMap { kind in
    guard let saved = kind.saved else { return nil }
    return Command(
      "save \(saved.word)", "csv|svg", example: "csv", "write \(kind.name) into a file",
      choices: { _ in StudyFormat.allCases.map(\.rawValue) },
      remark: { name, _ in StudyFormat(rawValue: name)?.title }
    ) { value, _ in
      [.studies(.save(kind, try member(value, of: StudyFormat.self, called: "format")))]
    }
  }
}
