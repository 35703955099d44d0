# Two commands: `make run` shows the site, `make test` checks everything. Each sets up what it needs.
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test check bench fix help
.DEFAULT_GOAL := help

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: .venv/.ready ## build both sites and serve them on http://127.0.0.1:8000 (PORT= chooses)
	@$(BIN)/sst site serve --port $(PORT)

test: check ## everything: style, types, cards, units, sites, browser
	@tools/system.sh
	$(BIN)/pytest -n 2 --dist loadgroup

check: .venv/.ready ## style, types, layers and cards
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sst check --lang en

bench: .venv/.ready ## the budgets of docs/decisions, as ratios in one run
	$(BIN)/python tools/bench.py

fix: .venv/.ready ## style, locks of ids and ticks, schemas for editors
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .
	$(BIN)/python tools/fix.py
	$(BIN)/python tools/readme.py

.venv/.ready: requirements.lock pyproject.toml tools/setup.sh
	@tools/setup.sh
