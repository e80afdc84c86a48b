/// A regular expression taken apart.
indirect enum RegexNode: Sendable {
  case empty
  case set(ScalarSet)
  case sequence([RegexNode])
  case alternation([RegexNode])
  /// Whether it is reluctant does not show in whether it matches.
  case repetition(RegexNode, least: Int, most: Int?)
  /// A capturing group, from 1.
  case group(Int, RegexNode)
  case backReference(Int)
  case start
  case end
}
