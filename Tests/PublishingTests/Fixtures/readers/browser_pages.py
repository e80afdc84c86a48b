"""browser_pages.py FILE...   what a browser finds in pages: for each file one line of JSON with the structured data as
`JSON.parse` reads it, and the text that a reader sees."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "Support"))
from browser import Browser  # noqa: E402

SCRIPT = """(() => {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  const data = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent);
  return JSON.stringify({count: scripts.length, data: data, text: document.body.innerText, title: document.title});
})()"""

with Browser() as browser:
    for file in sys.argv[1:]:
        browser.open(file)
        print(json.dumps(json.loads(browser.evaluate(SCRIPT)), ensure_ascii=True))
