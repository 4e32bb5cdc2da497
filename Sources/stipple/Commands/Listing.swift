import Diffusion
import Foundation
import Interface

/// A family of names and how to list it.
struct Listing: Sendable {
  /// One name.
  struct Row: Encodable {
    let id: String
    let title: String
    let summary: String
    /// Of a lesson: how many pages it has.
    var pages: Int?
    /// Of a lesson: what it is about.
    var topics: [String]?
    /// Of an assignment: what earns how many points.
    var thresholds: [JSONValue]?
  }

  let id: String
  /// Whether JSON of this family alone is the list itself, without the family's name around it.
  var isBareList = false
  let rows: @Sendable (PresetLibrary) throws -> [Row]

  /// Every family.
  static let all = [
    Listing(id: "distributions", family: Distribution.self),
    Listing(id: "schedules", family: ScheduleKind.self),
    Listing(id: "samplers", family: Sampler.self),
    Listing(id: "grids", family: GridKind.self),
    Listing(id: "methods", family: Method.self),
    Listing(id: "objectives") { _ in
      FlowMapObjective.allCases.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
        + EnergyObjective.allCases.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
    },
    Listing(id: "stabilizers", family: GANStabilizer.self),
    Listing(id: "couplings", family: Coupling.self),
    Listing(id: "repairs", family: TransportRepair.self),
    Listing(id: "arrangements", family: Arrangement.self),
    Listing(id: "metrics") { _ in
      Metric.allCases.map { metric in
        Row(
          id: metric.id, title: metric.title,
          summary: "\(metric.summary); keys: \(metric.keys.joined(separator: " "))")
      }
    },
    Listing(id: "evaluations", family: EvaluationMetric.self),
    Listing(id: "predictions", family: Parameterization.self),
    Listing(id: "activations", family: Activation.self),
    Listing(id: "optimizers", family: Optimizer.self),
    Listing(id: "targets", family: TrainingTarget.self),
    Listing(id: "notations", family: Notation.self),
    Listing(id: "guidances", family: GuidanceKind.self),
    Listing(id: "variances") { _ in
      SamplerOptions.Variance.allCases.map {
        Row(id: $0.rawValue, title: $0.rawValue.capitalized, summary: $0.summary)
      }
    },
    Listing(id: "keys") { _ in
      KeyTable.all.map { Row(id: $0.keyNames, title: $0.group.rawValue, summary: $0.title) }
    },
    Listing(id: "commands") { _ in
      Command.all.map { command in
        let example = command.value == nil ? "" : "; such as '\(command.example)'"
        return Row(
          id: command.usage, title: command.example, summary: command.summary + example)
      }
    },
    Listing(id: "words") { _ in
      Panel.all.flatMap { panel in
        panel.words.map { word in
          Row(
            id: word.label, title: panel.title,
            summary: "\(panel.title) panel: \(word.meaning)")
        }
      }
    },
    Listing(id: "presets") { presets in
      presets.entries.map { Row(id: $0.name, title: $0.name, summary: presets.summary(of: $0)) }
    },
    Listing(id: "lessons", isBareList: true) { presets in
      try LessonLibrary(presets: presets).all().map { lesson in
        Row(
          id: lesson.id, title: lesson.title,
          summary: lesson.summary, pages: lesson.pages.count, topics: lesson.topics)
      }
    },
    Listing(id: "figures") { _ in
      LessonFigure.all.map { Row(id: $0.usage, title: $0.id, summary: $0.summary) }
    },
    Listing(id: "assignments", isBareList: true) { AssignmentLibrary(presets: $0).rows },
    Listing(id: "sessions") { _ in
      SessionFolder.rows(in: ProcessInfo.processInfo.environment)
    },
  ]

  /// A family by its name, in the singular too.
  static func named(_ name: String) throws -> Listing {
    guard let listing = all.first(where: { $0.id == name || $0.id == name + "s" }) else {
      throw UnknownName(name: name, family: "family", known: all.map(\.id))
    }
    return listing
  }
}

extension Listing {
  private init<Member: Choice>(id: String, family: Member.Type) {
    self.init(id: id) { _ in
      Member.allCases.map { Row(id: $0.id, title: $0.title, summary: $0.summary) }
    }
  }
}
