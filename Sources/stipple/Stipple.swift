import ArgumentParser
import CProgram
import Foundation

/// The program: parses its arguments, runs a command and ends with its status.
@main
struct Stipple: ParsableCommand {
  static let version = "0.1.0"

  /// The version with the commit that it was built from, where whoever built it said so.
  static let versionWithCommit =
    version + (program_commit.map { " (commit \(String(cString: $0)))" } ?? "")

  static let configuration = CommandConfiguration(
    commandName: "stipple",
    abstract: "A laboratory for 2D diffusion models in your terminal.",
    discussion: """
      Without a command it opens the screen on eight Gaussians: watch them dissolve into noise \
      and come back, bend the schedule, and see a small network learn the way back.

      PRESET is a name from 'stipple list presets', or the path of a YAML or JSON file.

      Examples:
        stipple
        stipple too-few-steps
        stipple sample two-moons --sampler ddim --steps 50 > points.csv
        stipple train two-moons --iterations 2000 -o moons.safetensors
      """,
    version: versionWithCommit,
    subcommands: [
      RunCommand.self, ReplayCommand.self, ListCommand.self, RenderCommand.self,
      ScheduleCommand.self,
      DataCommand.self, FieldCommand.self, DiffuseCommand.self, SampleCommand.self,
      MeasureCommand.self, TrainCommand.self, EvaluateCommand.self, SweepCommand.self,
      LessonCommand.self, AssignmentCommand.self, GradeCommand.self, BoardCommand.self,
      BenchCommand.self, VerifyCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    // A reader that leaves early, such as `head`, is met where output is written.
    signal(SIGPIPE, SIG_IGN)
    StandardStream.occupyAll()
    let status = Program(console: .standard).run(Launch.arguments)
    // Who was asked to end by a signal dies of it: shells and makes go by that.
    if status > 128 { Ended(signal: status - 128).die() }
    Foundation.exit(status)
  }
}
