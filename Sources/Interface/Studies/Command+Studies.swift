import Diffusion

extension Command {
  /// What is known of studies, written into files.
  static let savingStudies: [Command] = Study.Kind.saved.map { study in
    Command(
      "save \(study.word)", "csv|svg", "write \(study.kind.name) into a file",
      choices: { _ in StudyFormat.allCases.map(\.rawValue) },
      remark: { name, _ in StudyFormat(rawValue: name)?.title }
    ) { value, _ in
      [.studies(.save(study.kind, try member(value, of: StudyFormat.self, called: "format")))]
    }
  }
}
