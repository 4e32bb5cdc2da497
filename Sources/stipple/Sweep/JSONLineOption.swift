import ArgumentParser

/// The flag of commands that a sweep runs.
struct JSONLineOption: ParsableArguments {
  @Flag(
    help: "Print the result as one line of JSON that says its own command; see 'stipple sweep'.")
  var jsonLine = false
}
