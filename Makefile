# bloggraph: deps build export test lint format bench score check clean
SHELL := /bin/bash
.PHONY: deps build
build:
	swift build -c release
