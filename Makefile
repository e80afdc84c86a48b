# The rules, in the order of a day's work; `make` alone shows them.
#
#   make deps         install what is missing: Debian packages, and .venv with the readers that test ours
#   make store        install Oxigraph, which answers queries, into .venv (part of deps)
#   make build        build the program (release)
#   make export       set up, build, export the sample blog into output/
#   make test         all tests
#   make lint         formatting and cheap checks; changes nothing
#   make format       format the sources
#   make check        fail when output/ is not what the program makes of examples/blog
#   make conformance  the W3C suites, one line each
#   make screenshots  take docs/explorer.png anew
#   make score        score the extraction on annotated posts (Tests/Corpus, ../shared/posts)
#   make bench        measure against other tools
#   make clean        remove what was built
#
# It runs on Debian with Swift, git and make; `make deps` brings the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help deps store build export test lint format bench score screenshots check conformance clean

SHARED ?= ../shared
PROGRAM := .build/release/bloggraph
BLOG := examples/blog

PACKAGES := libxml2-dev libraptor2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libssl-dev libcurl4-gnutls-dev \
  pkg-config raptor2-utils hugo graphviz python3 python3-venv valgrind binutils chromium chromium-driver tidy \
  fonts-dejavu-core virtuoso-opensource-7-bin

help:
	@sed -n '3,15s/^#   //p' Makefile

deps: .build/deps.stamp .venv/deps.stamp

# Installs only what is missing, asks the registries only then, and once done costs nothing.
.build/deps.stamp: Makefile
	@missing=(); for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$$package"); \
	done; \
	if [ "$${#missing[@]}" -gt 0 ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "Installing Debian packages: $${missing[*]}"; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$${missing[@]}" >/dev/null 2>&1 || { \
	    echo "Updating the package lists first"; \
	    $$sudo apt-get update -q >/dev/null; \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$${missing[@]}" >/dev/null; }; \
	fi
	@mkdir -p .build && touch $@

.venv/deps.stamp: tools/requirements-tests.txt | .build/deps.stamp
	@if ! .venv/bin/python -c '' 2>/dev/null; then echo "Making .venv"; python3 -m venv .venv; fi
	@echo "Installing Python packages into .venv: $$(grep -v '^#' tools/requirements-tests.txt | tr '\n' ' ')"
	@.venv/bin/pip install -q --disable-pip-version-check -r tools/requirements-tests.txt
	@touch $@

.venv/bench.stamp: bench/requirements.txt .venv/deps.stamp
	@.venv/bin/pip install -q --disable-pip-version-check -r bench/requirements.txt
	@touch $@

store: .venv/bin/oxigraph

# The one wheel alone, of the version that the tests run against.
.venv/bin/oxigraph: | .build/deps.stamp
	@if ! .venv/bin/python -c '' 2>/dev/null; then echo "Making .venv"; python3 -m venv .venv; fi
	@.venv/bin/pip install -q --disable-pip-version-check "$$(grep '^oxigraph==' tools/requirements-tests.txt)"

build: .build/deps.stamp
	swift build -c release --product bloggraph

export: build store
	$(PROGRAM) export $(BLOG) -o output

test: deps
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive Package.swift Sources Tests
	@! git grep -nE 'fatalError\(|try!' -- 'Sources/*.swift' || { echo 'input must not end the program'; exit 1; }
	@python3 tools/embed-ontology.py --check

format:
	swift format --in-place --recursive Package.swift Sources Tests

check: build
	@new=$$(mktemp -d); trap 'rm -rf "$$new"' EXIT; \
	$(PROGRAM) export $(BLOG) -o "$$new/output" --quiet || [ $$? = 1 ]; \
	diff -r "$$new/output" output || { echo 'output/ is stale: run make export'; exit 1; }; \
	echo 'output/ is up to date'

conformance: deps
	@swift build --build-tests >/dev/null
	@swift test --skip-build --filter 'W3C|Conformance' 2>&1 | grep -E '^(conformance:|error:)|✘|Test run with' || exit 1

score: build
	@if [ ! -f $(SHARED)/tools/score.py ]; then echo "no $(SHARED)/tools/score.py here: nothing to score with"; exit 0; fi; \
	out=$$(mktemp -d); trap 'rm -rf "$$out"' EXIT; \
	score() { $(PROGRAM) export "$$1" --base https://blog.example.org/ --fresh --no-explorer -o "$$out/$$3" --quiet || [ $$? = 1 ]; \
	  python3 $(SHARED)/tools/score.py "$$out/$$3/graph.nq" "$$2"; }; \
	for part in open closed; do echo "Tests/Corpus/$$part"; score Tests/Corpus/$$part/posts Tests/Corpus/$$part/gold $$part | tail -2; done; \
	if [ -d $(SHARED)/blogs ]; then $(PROGRAM) export $(SHARED)/blogs --base https://blog.example.org/ --fresh --no-explorer -o "$$out/blogs" --quiet || [ $$? = 1 ]; \
	  for part in open closed; do echo "$(SHARED)/blogs, $$part"; python3 $(SHARED)/tools/score.py "$$out/blogs/graph.nq" Tests/Corpus/blogs/$$part | tail -2; done; fi; \
	if [ -d $(SHARED)/posts ]; then echo "$(SHARED)/posts"; score $(SHARED)/posts $(SHARED)/gold posts; fi

bench: build .venv/bench.stamp
	@status=0; for script in bench/*.py; do python3 "$$script" $(PROGRAM) || status=1; done; exit $$status

clean:
	rm -rf .build .venv .bench
