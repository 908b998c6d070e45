# One door for everyone who works on talks-tui; `make` alone lists what it can do.
# Needs make, Python 3.11 or newer with venv, and PyPI. Everything is installed into .venv, nothing outside it.
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test crash soak phrases coverage check fix snapshots pictures keys bench bench-peers wheel clean

PYTHON ?= python3
VENV ?= .venv
ARGS ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

# A Python that somebody named is used or refused; only the default gives way to others on the path.
OTHERS := $(if $(filter file,$(origin PYTHON)),python3.14 python3.13 python3.12 python3.11)
SUITS := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
BASE = $(shell for python in $(PYTHON) $(OTHERS); do \
	if $$python -c '$(SUITS)' >/dev/null 2>&1; then echo $$python; break; fi; done)
ADVICE := talks-tui needs Python 3.11 or newer with venv (on Debian or Ubuntu: apt install python3 python3-venv)

# Whoever has the developers' tools has all that running needs.
TOOLS := $(VENV)/installed-dev
READY := $(if $(wildcard $(TOOLS)),$(TOOLS),$(VENV)/installed)

help: ## list what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

# Bytecode is made ahead, so that the first launch is as quick as the others, also where Python may not keep any itself.
COMPILED := $(VENV)/compiled
SOURCES := $(shell find tui store -name '*.py')

run: $(READY) $(COMPILED) ## open the dashboard; ARGS="--help" hands arguments to the program
	@$(BIN)/talks-tui $(ARGS)

test: $(TOOLS) $(COMPILED) ## run the tests; ARGS="tests/test_imports.py -k border" picks some
	@$(BIN)/python -m pytest -q -n auto $(ARGS)

crash: $(TOOLS) ## kill writers -9 two hundred times over (make test does so fifteen times)
	@TALKS_CRASH_TRIALS=200 $(BIN)/python -m pytest -q tests/store/test_crash.py $(ARGS)

soak: $(TOOLS) ## press 20,000 random keys on a throw-away store; ARGS="5000 7" chooses number and seed
	@$(BIN)/python -m tests.soak $(ARGS)

phrases: $(TOOLS) ## print how fast date phrases are read, and how many come out right
	@$(BIN)/python -m tests.phrases.timing

coverage: $(TOOLS) ## run the tests and list the lines of store/ they never reach
	@$(BIN)/python -m pytest -q -n auto --cov=store --cov-report=term-missing:skip-covered $(ARGS)

check: $(TOOLS) ## look for faults without running: rules, layout, types, borders
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo 'Not laid out as agreed: run make fix' >&2; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

fix: $(TOOLS) ## mend what the rules can mend and lay the code out
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format --quiet

snapshots: $(TOOLS) ## accept how the screens look now; read the diff before committing it
	@$(BIN)/python -m pytest -q --snapshot-update $(ARGS)

pictures: $(TOOLS) ## draw the pictures of the manual; ARGS="board ledger" draws some
	@env -u NO_COLOR $(BIN)/python -m tests.pictures $(ARGS)

# Whoever makes the page may have keys of their own, which are nobody else's.
keys: $(READY) ## write the page of keys, docs/keys.md
	@env -u XDG_CONFIG_HOME HOME=/nonexistent PYTHONUTF8=1 $(BIN)/talks-tui keys --markdown > docs/keys.md

bench: $(TOOLS) $(COMPILED) ## measure on big stores; ARGS="100 1000000" chooses sizes; `make bench-peers` measures others
	@$(BIN)/python -m bench $(ARGS)

# Installs other programs into .bench/peers and measures them beside ours.
bench-peers: $(TOOLS) $(COMPILED)
	@$(BIN)/python -m bench --peers $(ARGS)

SOLE := import sys, zipfile; \
	names = {name.split("/")[0] for name in zipfile.ZipFile(sys.argv[1]).namelist()}; \
	ours = {name for name in names if not name.endswith(".dist-info")}; \
	sys.exit(f"The wheel may hold talks_tui alone, not {sorted(ours)}" if ours != {"talks_tui"} else 0)

wheel: $(READY) ## build the wheel and try it in an empty environment
	@rm -rf dist
	@$(PIP) wheel --no-deps --wheel-dir dist .
	@$(BIN)/python -c '$(SOLE)' dist/*.whl
	@set -e; room=$$(mktemp -d); trap 'rm -rf "$$room"' EXIT; mkdir "$$room/home"; \
	$(BIN)/python -m venv "$$room/env"; \
	"$$room/env/bin/python" -m pip --disable-pip-version-check --no-input -qq install dist/*.whl; \
	cd /; env -i HOME="$$room/home" "$$room/env/bin/talks-tui" --version; \
	if [ -n "$$(ls -A "$$room/home")" ]; then echo 'talks-tui --version wrote into the home folder' >&2; exit 1; fi
	@ls dist/*.whl

clean: ## remove .venv and everything built or cached
	@rm -rf $(VENV) .bench dist htmlcov .coverage .coverage.* snapshot_report.html
	@rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find tui store seeds tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(COMPILED): $(SOURCES) | $(READY)
	@$(BIN)/python -m compileall -q tui store >/dev/null 2>&1 || true
	@touch $@

# The mark `made` is missing while something is being installed: what was interrupted is made anew from nothing.
$(VENV)/made:
	$(eval FOUND := $(BASE))$(if $(FOUND),,$(error $(ADVICE)))
	@rm -rf $(VENV)
	@$(FOUND) -m venv $(VENV)
	@touch $@

$(VENV)/installed: WHAT := .
$(VENV)/installed-dev: WHAT := .[dev]
$(VENV)/installed $(VENV)/installed-dev: pyproject.toml | $(VENV)/made
	@echo 'Installing into $(VENV), which takes about a minute ...' >&2
	@rm -f $(VENV)/made $(VENV)/installed $(VENV)/installed-dev
	@$(PIP) install --editable '$(WHAT)'
	@touch $(VENV)/made $@
