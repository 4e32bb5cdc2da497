import Diffusion
import Foundation
import Interface

/// A sheet whose record was read and that is to be done again.
struct OpenSheet: Sendable {
  let sheet: Sheet
  let file: SheetFile
  let assignment: Assignment

  /// The experiments whose networks are needed.
  var experimentsOfNetworks: [Experiment] {
    if sheet.given != nil { return [] }
    switch assignment.network {
    case .exact: return []
    case .given: return assignment.parts.map(\.experiment)
    case .own: return sheet.settings.experiments
    }
  }

  func grade(with shelf: NetworkShelf) -> SheetGrade {
    let finding: Finding
    do {
      finding = try Referee(assignment: assignment, shelf: shelf).finding(
        of: Handed(settings: sheet.settings, given: sheet.given))
    } catch {
      return refused(.refused, OneLine.text("\(error)"))
    }
    let isSameRounding = sheet.instructions == InstructionSet.best.id
    if let forgery = forgery(finding, isSameRounding: isSameRounding) {
      return refused(.forged, forgery)
    }
    let missing = assignment.needs.filter { need in
      switch need {
      case .reflection: sheet.reflection.allSatisfy(\.isWhitespace)
      }
    }
    return SheetGrade(
      file.name, author: sheet.author, settings: sheet.settings.line, finding: finding,
      of: assignment, missing: missing,
      remark: [
        isSameRounding ? nil : "made with \(sheet.instructions.excerpt)",
        drawsAlike
          ? nil : "its page was drawn by version \(sheet.program.excerpt) and is not compared",
      ].compactMap(\.self).joined(separator: "; "))
  }

  private func refused(_ verdict: Verdict, _ reason: String) -> SheetGrade {
    SheetGrade(refused: file.name, as: verdict, reason, of: assignment)
  }

  /// What the sheet says that is not so; nil where all is.
  private func forgery(_ finding: Finding, isSameRounding: Bool) -> String? {
    for (index, part) in assignment.parts.enumerated() {
      let (said, found) = (sheet.values[index], finding.parts[index].value)
      let isSo =
        isSameRounding || sheet.given != nil
        ? said == found
        : abs(said - found) <= SheetGrader.toleranceOfRounding * max(abs(said), abs(found))
      if !isSo { return "says \(part.title) \(said), its settings give \(found)" }
    }
    guard isSameRounding else { return nil }
    if let weights = sheet.weights, finding.weights.map(Checksum.crc32) != weights {
      return "its weights are not those that its settings give"
    }
    return drawsAlike ? pageForgery(finding) : nil
  }

  /// Another version of the program may set its pages otherwise.
  private var drawsAlike: Bool { sheet.program == Stipple.version }

  /// Where the page differs from what its record gives.
  private func pageForgery(_ finding: Finding) -> String? {
    let text = try? SheetFile.text(
      sheet, of: assignment, page: sheet.page(finding, of: assignment), form: file.form)
    guard let text, text != file.text else { return nil }
    let (said, given) = (
      file.text.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(said, given).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return
      "the page says in line \((line ?? min(said.count, given.count)) + 1) what its record does"
      + " not give"
  }
}

extension Sheet {
  /// The page for people.
  func page(_ finding: Finding, of assignment: Assignment) -> SheetPage {
    let steps = "\(assignment.iterations) training steps"
    let origin =
      given == nil
      ? assignment.network == .exact ? "the exact model" : "a network of \(steps)"
      : "another program"
    return SheetPage(
      title: assignment.title, author: author, settings: settings.line,
      seed: settings.experiments.first?.seed ?? 0, origin: origin,
      rows: zip(assignment.parts, finding.parts).map { part, found in
        SheetPage.Row(value: found.value, floor: found.floor, part: part)
      },
      losses: finding.losses, samples: finding.samples, reference: finding.reference,
      reflection: reflection)
  }
}
