import Diffusion
import Foundation
import Synchronization

/// Grades sheets: every one is done again from its settings line.
///
/// Sheets that say the same of the network share its training, and sheets are worked on by as many
/// threads as there are; neither changes a figure.
struct SheetGrader {
  let library: AssignmentLibrary
  /// The assignment of what is no sheet, and of sheets that say its name; nil for none.
  var named: Assignment?
  let threads: Int

  /// How far a figure may be from what the sheet says where the sheet was made with other vector
  /// instructions, which round otherwise: as a share of the figure.
  static let toleranceOfRounding = 0.25

  /// A sheet that was read, or what is wrong with it.
  private enum Work: Sendable {
    case settled(SheetGrade)
    case open(OpenSheet)
    case table(String, Assignment)
  }

  /// The grades of files, in their order.
  func grades(of files: [String]) -> [SheetGrade] {
    var assignments: [String: Result<Assignment, InputError>] = [:]
    let works = files.map { work($0, &assignments) }
    let shelf = NetworkShelf()
    train(works, on: shelf)
    let results = GradeShelf()
    WorkerTeam(threads: threads).run(works.count) { index in
      switch works[index] {
      case .settled(let grade): results.put(grade, at: index)
      case .open(let sheet): results.put(sheet.grade(with: shelf), at: index)
      case .table(let path, let assignment):
        results.put(SheetGrade(ofTable: path, for: assignment), at: index)
      }
    }
    return results.grades
  }

  private func work(
    _ path: String, _ assignments: inout [String: Result<Assignment, InputError>]
  ) -> Work {
    if let absence = Self.absence(at: path) {
      return .settled(SheetGrade(refused: path, as: .refused, absence))
    }
    if SheetFile.Form(path: path) == nil {
      if let named { return .table(path, named) }
      return .settled(
        SheetGrade(
          refused: path, as: .refused,
          "no sheet, which is a file .md or .svg; --assignment NAME says what a table is for"))
    }
    do throws(InputError) {
      let file = try SheetFile(inFile: path)
      let (name, entries) = try Sheet.assignment(in: file.record, file: path)
      let known = assignments[name] ?? result(named: name)
      assignments[name] = known
      let assignment = try known.get()
      do throws(InputError) {
        let sheet = try Sheet(entries, of: assignment)
        return .open(OpenSheet(sheet: sheet, file: file, assignment: assignment))
      } catch {
        return .settled(
          SheetGrade(refused: path, as: .forged, error.reason(in: path), of: assignment))
      }
    } catch {
      return .settled(SheetGrade(refused: path, as: .damaged, error.reason(in: path)))
    }
  }

  /// Why there is nothing to be graded at a path; nil where there is a file.
  static func absence(at path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "there is no such file or folder"
    }
    return isFolder.boolValue ? "there is no sheet (.md or .svg) in it" : nil
  }

  private func result(named name: String) -> Result<Assignment, InputError> {
    if let named, named.id == name { return .success(named) }
    // A sheet names what the teacher has, never a file of its own.
    if PresetPath(name).isFile {
      return .failure(InputError("'\(name.excerpt)' is no name of an assignment"))
    }
    do throws(InputError) {
      return .success(try library.assignment(named: name))
    } catch {
      return .failure(error)
    }
  }

  /// Trains every network once, before anybody needs it.
  private func train(_ works: [Work], on shelf: NetworkShelf) {
    var keys: [NetworkShelf.Key] = []
    var jobs: [(Experiment, Int)] = []
    for case .open(let sheet) in works {
      for experiment in sheet.experimentsOfNetworks {
        let key = NetworkShelf.Key(experiment, iterations: sheet.assignment.iterations)
        if keys.contains(key) { continue }
        keys.append(key)
        jobs.append((experiment, sheet.assignment.iterations))
      }
    }
    let trainings = jobs
    WorkerTeam(threads: threads).run(trainings.count) { index in
      // What cannot be trained is told where it is graded.
      _ = try? shelf.network(of: trainings[index].0, iterations: trainings[index].1)
    }
  }
}

/// Grades as they come in, in the order of their sheets.
private final class GradeShelf: Sendable {
  private let kept = Mutex([Int: SheetGrade]())

  func put(_ grade: SheetGrade, at index: Int) { kept.withLock { $0[index] = grade } }

  var grades: [SheetGrade] { kept.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
}

extension InputError {
  /// The error without the name of its file, where that is known.
  func reason(in path: String) -> String {
    var reason = self
    if file == path { reason.file = nil }
    return reason.place == nil ? reason.message : "\(reason)"
  }
}
