public import ArgumentParser

/// The program's command line.
public struct Bloggraph: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "bloggraph",
    abstract: "Turns a blog's source files into a validated knowledge graph.",
    discussion: """
      bloggraph reads the posts of a Hugo or Jekyll blog, finds people, organizations, projects, products, events, talks \
      and places in them, and writes what the posts say of them as RDF. Every fact shows the words it rests on. It works \
      offline and needs no model.

      Examples:
        bloggraph export content/ -o output/ --base https://www.example.com/
        bloggraph explain output/ "Ada Example"
        bloggraph query output/ speakers-by-project --set project=Istio
        bloggraph review output/
        bloggraph validate output/graph.nq
        bloggraph convert output/graph.ttl -o graph.nt

      Exit status: 0 fine, 1 problems in the input, 2 wrong use.
      """,
    version: Version.text,
    subcommands: [
      ExportCommand.self, ExplainCommand.self, AgreeCommand.self, ReviewCommand.self, QueryCommand.self,
      ServeCommand.self, DiffCommand.self, SyncCommand.self, ValidateCommand.self, EmbedCommand.self,
      ConvertCommand.self, ExtractCommand.self,
    ])

  public init() {}

  /// Parses, runs and returns the exit status. Everything that leaves goes through `Console`.
  public static func run(_ arguments: [String]) -> Int32 {
    Console.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      return outputStatus()
    } catch let failure as CommandFailure {
      Console.complain(failure.description)
      return ExitStatus.wrongUse
    } catch let code as ExitCode {
      return max(code.rawValue, outputStatus())
    } catch {
      // ArgumentParser's own: help and version are asked for, everything else is wrong use.
      let message = fullMessage(for: error) + "\n"
      guard exitCode(for: error) == .success else {
        Console.talk(message)
        return ExitStatus.wrongUse
      }
      Console.out(message)
      return outputStatus()
    }
  }

  /// A full disk must not pass for a report without results.
  private static func outputStatus() -> Int32 {
    guard let failure = Console.failure else { return ExitStatus.fine }
    Console.complain(failure)
    return ExitStatus.wrongUse
  }
}
