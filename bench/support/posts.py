"""posts.py COUNT FOLDER   writes a Hugo blog of COUNT synthetic posts. The same arguments give the same bytes.

Meetups, adoption stories and release notes, about as long and as full of names as a company's blog: what an export costs
depends on both. Every sixth post has a French version.
"""

import pathlib
import random
import sys

GIVEN = "Ada Amélie Benoît Chen Daniel Elena Farid Grace Hugo Ines Jamal Karin Louis Marta Nadia Omar Priya Quentin Rosa Sven Tomasz Yuki".split()
FAMILY = "Abbott Bergeron Castillo Dubois Ekström Fontaine Gagnon Haddad Ivanova Johansson Kowalski Lambert Moreau Novak Okafor Park Raman Silva Tanaka Weber".split()
COMPANY = ["Copper", "Maple", "Harbour", "Granite", "Lantern", "Summit", "Cedar", "Orbit", "Beacon", "Willow"]
TRADE = ["Analytics", "Logistics", "Networks", "Software", "Systems", "Health", "Robotics", "Payments"]
TITLE = ["Staff Engineer", "Platform Lead", "Solutions Architect", "Site Reliability Engineer", "Director of Engineering"]
PROJECT = "Istio Linkerd Cilium Envoy Kubernetes Prometheus Helm Flux CoreDNS etcd containerd Jaeger Vitess Harbor Falco Thanos".split()
CITY = "Montreal Ottawa Toronto Vancouver Paris London Berlin Amsterdam Boston Chicago".split()
MONTH = "January February March April May June September October November".split()
FILLER = [
    "The room was full half an hour before the doors were meant to open, and the coffee did not last.",
    "Nobody had expected that the migration would be over before the end of the quarter.",
    "What follows is a summary for those who could not come; the slides are linked where we have them.",
    "Most of the questions were about cost, and about what happens when something goes wrong at night.",
    "We began with a small cluster, learned what we did not know, and threw it away twice.",
    "It took three weeks to find the cause, and three minutes to write the change.",
    "There is more to say about that than fits here, and a second part will follow.",
]


class Writer:
    def __init__(self, number):
        self.pick = random.Random(number)
        self.number = number

    def one(self, values):
        return self.pick.choice(values)

    def person(self):
        return f"{self.one(GIVEN)} {self.one(FAMILY)}"

    def company(self):
        return f"{self.one(COMPANY)} {self.one(TRADE)}"

    def paragraph(self):
        return " ".join(self.pick.sample(FILLER, 3))

    def meetup(self):
        city, (first, second) = self.one(CITY), self.pick.sample(PROJECT, 2)
        day, month, year = self.pick.randint(1, 28), self.one(MONTH), self.pick.randint(2018, 2025)
        lines = [
            f"The Cloud Native Meetup {city} took place on {month} {day}, {year}, hosted by {self.company()}. {self.paragraph()}",
            "",
        ]
        for number in range(1, 5):
            project = self.one([first, second, self.one(PROJECT)])
            lines += [
                f"{number}. **{project} in production, part {number} of {self.number}**, by {self.person()}, {self.one(TITLE)} at {self.company()}.",
                f"   {self.paragraph()}",
            ]
        lines += ["", f"Thanks to {self.company()} for the pizza. {self.paragraph()}"]
        return f"Cloud Native Meetup {city}, {month} {year}", "\n".join(lines), f"{year}-{MONTH.index(month) + 1:02}-{day:02}"

    def story(self):
        company, (first, second, third) = self.company(), self.pick.sample(PROJECT, 3)
        parts = [
            f"{company} runs {first} on Kubernetes. {self.paragraph()}",
            f"\"We looked at {second} first,\" says {self.person()}, {self.one(TITLE)} at {company}. {self.paragraph()}",
            f"## What is next\n\n{company} uses {third} for what is left. {self.paragraph()}",
            f"{self.person()} of {self.company()} helped with the move from {second} to {first}. {self.paragraph()}",
        ]
        year = self.pick.randint(2018, 2025)
        return f"How {company} came to {first} ({self.number})", "\n\n".join(parts), f"{year}-0{self.pick.randint(1, 9)}-15"

    def release(self):
        project, version = self.one(PROJECT), f"{self.pick.randint(0, 4)}.{self.pick.randint(0, 30)}.{self.pick.randint(0, 9)}"
        parts = [f"{project} {version} was released today. {self.paragraph()}"]
        parts += [f"- {self.paragraph()} Thanks to {self.person()} ({self.company()})." for _ in range(6)]
        year = self.pick.randint(2018, 2025)
        return f"{project} {version} is out ({self.number})", "\n".join(parts), f"{year}-1{self.pick.randint(0, 2)}-03"

    def write(self, content):
        title, body, date = self.one([self.meetup, self.meetup, self.story, self.release])()
        author, name = self.person(), f"post-{self.number:05}.md"
        page = f"---\ntitle: \"{title}\"\ndate: {date}\nauthor: {author}\ntags: [{', '.join(self.pick.sample(PROJECT, 2))}]\n---\n\n{body}\n"
        (content / "en" / "posts" / name).write_text(page, encoding="utf-8")
        if self.number % 6 == 0:
            french = f"---\ntitle: \"{title} (en bref)\"\ndate: {date}\nauthor: {author}\n---\n\nNous étions à {self.one(CITY)} avec {self.person()}, de {self.company()}, pour parler de {self.one(PROJECT)} et des plateformes.\n"
            (content / "fr" / "posts" / name).write_text(french, encoding="utf-8")


def generate(count, folder):
    content = pathlib.Path(folder) / "content"
    for language in ("en", "fr"):
        (content / language / "posts").mkdir(parents=True, exist_ok=True)
    (pathlib.Path(folder) / "hugo.toml").write_text(
        'baseURL = "https://blog.example.org/"\ndefaultContentLanguage = "en"\n'
        '[languages.en]\ncontentDir = "content/en"\n[languages.fr]\ncontentDir = "content/fr"\n', encoding="utf-8")
    for number in range(count):
        Writer(number).write(content)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    generate(int(sys.argv[1]), sys.argv[2])
