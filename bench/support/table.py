"""The table that a benchmark prints, and its verdict."""


def megabytes(count):
    return f"{count / 1e6:,.0f} MB"


class Table:
    def __init__(self, title):
        self.title = title
        self.lines = []
        self.missed = 0

    def work(self, text):
        self.lines.append(("work", text))

    def measured(self, contender, statements):
        spread = f"{min(contender.seconds):.2f}–{max(contender.seconds):.2f}"
        rate = f"{statements / contender.median:,.0f}/s"
        self.lines.append(
            ("row", (contender.name, f"{contender.median:.2f} s", spread, rate, megabytes(contender.peak_bytes))))

    def target(self, asked, measured, is_met):
        self.missed += not is_met
        self.lines.append(("target", (asked, measured, "met" if is_met else "MISSED")))

    def note(self, text):
        self.lines.append(("note", text))

    def print(self):
        print(self.title)
        for kind, content in self.lines:
            if kind == "work":
                print(f"\n{content}")
            elif kind == "row":
                name, median, spread, rate, memory = content
                print(f"  {name:<28}{median:>10}{spread:>16}{rate:>16}{memory:>12}")
            elif kind == "target":
                asked, measured, verdict = content
                print(f"    {asked:<46}{measured:>22}  {verdict}")
            else:
                print(f"    {content}")
        print(f"\n{'all targets are met' if not self.missed else f'{self.missed} targets are missed'}", flush=True)
