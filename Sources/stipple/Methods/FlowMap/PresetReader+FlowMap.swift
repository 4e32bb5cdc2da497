import Diffusion
import Foundation

extension PresetReader {
  /// What a preset says of jumps in its section `training`; where the experiment is a flow map
  /// already, what is not said stays, but another objective begins with the teacher it usually has.
  func flowMap(
    _ entries: [String: PresetValue], in experiment: inout Experiment
  ) throws(InputError) -> FlowMapSettings {
    var settings = experiment.methodSettings as? FlowMapSettings ?? FlowMapSettings()
    if let objective = Self.trainingValue("objective", in: entries) {
      let said = try objective.member(of: FlowMapObjective.self)
      if said != settings.objective { settings = FlowMapSettings(objective: said) }
    }
    if let value = Self.trainingValue("teacher", in: entries) {
      settings.teacher = try teacher(value)
    }
    if !Self.namesSampler(entries["sampler"]) { experiment.sampler.kind = .ode }
    return settings
  }

  /// `teacher`: exact, none, or the name of a file of weights beside the preset.
  private func teacher(_ value: PresetValue) throws(InputError) -> FlowMapTeacher {
    let word = try value.text()
    if !PresetPath(word).isFile {
      let known = [FlowMapTeacher.exactWord, FlowMapTeacher.noneWord]
      switch Spelling.known(word, among: known) {
      case FlowMapTeacher.exactWord: return .exact
      case FlowMapTeacher.noneWord: return .nobody
      default:
        throw value.error(
          "\(UnknownName(name: word, family: "teacher", known: known + ["FILE.safetensors"]))")
      }
    }
    do throws(InputError) {
      let path = try PresetReach(of: file).path(named: word, isOutsideAllowed: isOutsideAllowed)
      let bytes = try TextFile.bytes(ofRegular: path, limit: WeightFile.byteLimit)
      return .network(FlowMapTeacherFile(name: path, bytes: Data(bytes)))
    } catch {
      throw value.error(error)
    }
  }
}

extension FlowMapTeacher {
  static let exactWord = "exact"
  static let noneWord = "none"

  /// The teacher as a preset in a file says it.
  func word(besideFile path: String) -> String {
    switch self {
    case .nobody: Self.noneWord
    case .exact: Self.exactWord
    case .network(let file): PresetPath(file.name).named(besideFile: path)
    }
  }
}
