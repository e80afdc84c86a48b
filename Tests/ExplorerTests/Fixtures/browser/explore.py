"""Uses the explorer in a real browser, as a person would. explore.py TOOLS FOLDER THING-NAME

Prints a line for each check that holds; the first that does not ends the run with a message.
"""

import itertools
import pathlib
import sys
import time

sys.path.insert(0, sys.argv[1])
import webdriver  # noqa: E402

folder, name = pathlib.Path(sys.argv[2]), sys.argv[3]

# The contrast of every text against what lies behind it (WCAG 2.1, 1.4.3): the lowest on the page.
CONTRAST = r"""
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const rgba = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
const luminance = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (element) => { for (let e = element; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
let worst = [99, ''];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest('svg, .hidden, .skip, [hidden], script')) continue;
  const [a, b] = [luminance(rgba(getComputedStyle(element).color)), luminance(behind(element))].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < worst[0]) worst = [ratio, walker.currentNode.data.trim().slice(0, 40)];
}
return worst;
"""


def check(what, holds, *details):
    if not holds:
        sys.exit(f"{what}: no {details}")
    print(what)


def wait(condition):
    """Until it holds, or for so long that a slow machine is no excuse."""
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def heading(browser):
    return browser.run("return document.querySelector('h1').textContent")


with webdriver.Browser() as browser:
    browser.view(1280, 900)
    browser.open(folder / "index.html")
    check("the landing page opens from the disk", browser.run("return document.querySelectorAll('.counts li').length > 3"))

    browser.type(webdriver.TAB)
    check("the first tab stop skips to the content", browser.run("return document.activeElement.className === 'skip'"))
    browser.type(webdriver.ENTER)
    check("and it does", browser.run("return document.activeElement.id === 'content'"))

    browser.click(".counts .kind-person a")
    check("a count leads to its list", "/all/person.html" in browser.url, browser.url)
    browser.click(".rows a")
    check("the list leads to a person", "/person/" in browser.url, browser.url)
    person, title = browser.url, heading(browser)
    browser.click(".languages a[lang=fr]")
    check("the same person in French", browser.run("return document.documentElement.lang") == "fr" and heading(browser) == title)
    browser.click(".languages a[lang=en]")
    check("and back in English", browser.url == person, browser.url, person)

    browser.type("/")
    check("the slash leads to the search", browser.run("return document.activeElement.id === 'search' && document.activeElement.value === ''"))
    # Another case and no accents: a person types what a keyboard has.
    browser.type(name.lower())
    check("the search finds it", wait(lambda: browser.run("return document.querySelectorAll('#results a').length > 0")))
    check("and says how many", browser.run("return /\\d/.test(document.querySelector('[role=status]').textContent)"))
    browser.type(webdriver.ENTER)
    check("the first result opens", wait(lambda: name in browser.run("return document.querySelector('h1').textContent.normalize('NFD').replace(/\\p{Mn}/gu, '')")), heading(browser))
    browser.type("/" + "zzzzqq")
    check("nothing is called so", wait(lambda: browser.run("return document.querySelector('#results li')?.ariaDisabled === 'true'")))
    browser.type(webdriver.ESCAPE)
    check("escape closes the list", browser.run("return document.getElementById('results').hidden"))

    pages = ["index.html"] + [
        f"explorer/{language}/all/{page}.html"
        for language in ("en", "fr")
        for page in ("event", "timeline", "cities", "companies-and-projects", "report")
    ]
    for kind in ("person", "organization", "project", "event", "talk", "place", "post"):
        found = sorted((folder / "explorer/en" / kind).glob("*.html"), key=lambda path: (-path.stat().st_size, path.name))
        pages += [path.relative_to(folder).as_posix() for path in found[:2]]
    shots = {}
    for page, (width, height), scheme in itertools.product(pages, [(1280, 900), (390, 844)], ["light", "dark"]):
        browser.view(width, height, scheme)
        browser.open(folder / page)
        wide = browser.run("return document.documentElement.scrollWidth")
        if wide > width:
            sys.exit(f"{page} is {wide} wide in a window of {width}")
        ratio, text = browser.run(CONTRAST)
        if ratio < 4.5:
            sys.exit(f"{page}, {scheme}: the contrast of {text!r} is {ratio:.2f}")
        shots[page, width, scheme] = browser.screenshot()
    check("no page is wider than its window, and every text stands out", len(shots) == 4 * len(pages))
    check("screenshots are pictures", all(shot.startswith(b"\x89PNG") for shot in shots.values()))
    check("dark is not light", all(shots[p, w, "light"] != shots[p, w, "dark"] for p in pages for w in (1280, 390)))
    check("the console is silent", browser.complaints() == [], browser.complaints())
