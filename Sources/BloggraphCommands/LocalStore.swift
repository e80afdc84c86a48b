import Foundation
import Publishing

/// The store of an export, built when it must be, with a word about it.
enum LocalStore {
  static func open(_ output: String) throws -> (Oxigraph, QueryStore) {
    let environment = ProcessInfo.processInfo.environment
    let oxigraph = try Oxigraph.find(environment: environment)
    let store = try QueryStore.open(output, with: oxigraph, in: CacheFolder(environment: environment)) {
      if Console.talksToTerminal { Console.talk("Building the store of \(output) …\n") }
    }
    return (oxigraph, store)
  }

  static func engine(_ output: String) throws -> StoreEngine {
    let (oxigraph, store) = try open(output)
    return StoreEngine(oxigraph, store)
  }
}
