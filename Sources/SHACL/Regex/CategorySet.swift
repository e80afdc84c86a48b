/// A set of Unicode general categories (XSD 1.1 Part 2 §G.4.2.2).
struct CategorySet: Hashable, Sendable {
  private var bits: UInt32 = 0

  /// In the order of the bits.
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs",
    "Zl", "Zp", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  init() {}

  /// From a category's name, or from the one letter that stands for all that begin with it.
  init?(_ name: String) {
    for (bit, known) in Self.names.enumerated() where known == name || (name.count == 1 && known.hasPrefix(name)) {
      bits |= 1 << UInt32(bit)
    }
    if bits == 0 { return nil }
  }

  static let decimalDigits = CategorySet("Nd") ?? CategorySet()
  /// `\W`: punctuation, separators and others.
  static let nonWords = ["P", "Z", "C"].compactMap { CategorySet($0) }.reduce(CategorySet()) { $0.union($1) }

  var isEmpty: Bool { bits == 0 }

  var complement: CategorySet {
    var set = self
    set.bits = ~bits & ((1 << UInt32(Self.names.count)) - 1)
    return set
  }

  func union(_ other: CategorySet) -> CategorySet {
    var set = self
    set.bits |= other.bits
    return set
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    bits >> UInt32(Self.bit(scalar.properties.generalCategory)) & 1 == 1
  }

  private static func bit(_ category: Unicode.GeneralCategory) -> Int {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .spaceSeparator: 18
    case .lineSeparator: 19
    case .paragraphSeparator: 20
    case .mathSymbol: 21
    case .currencySymbol: 22
    case .modifierSymbol: 23
    case .otherSymbol: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    default: 29
    }
  }
}
