import BloggraphCommands
import Foundation

exit(Bloggraph.run(Array(CommandLine.arguments.dropFirst())))
