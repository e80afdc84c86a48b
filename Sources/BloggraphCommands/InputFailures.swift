import ArgumentParser
import Publishing
import RDFSyntax

/// Which exit status a failure has: a document that breaks its syntax is a problem in the input, a file that is not there
/// is wrong use.
enum InputFailures {
  static func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as GraphInputError where error.code != .syntax {
      throw CommandFailure(error.description)
    } catch {
      Console.complain("\(error)")
      throw ExitCode(ExitStatus.problems)
    }
  }

  /// The graphs of an export's folder.
  static func reading(export folder: String) throws -> ExportGraphs {
    do {
      return try ExportGraphs(folder: folder)
    } catch let error as OutputError {
      throw CommandFailure(error.description)
    } catch let error as ExportGraphsError where error.code == .unreadable {
      throw CommandFailure(error.description)
    } catch {
      Console.complain("\(error)")
      throw ExitCode(ExitStatus.problems)
    }
  }

  static func writing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as OutputError {
      throw CommandFailure(error.description)
    } catch {
      // A term that no syntax can write came with the input.
      Console.complain("\(error)")
      throw ExitCode(ExitStatus.problems)
    }
  }
}
