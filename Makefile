# Everything from a bare machine: Python 3.11 or newer with venv, make, and a Python package index. `make help` lists the targets.

PYTHON ?= python3
PORT ?= 7860
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
TORCH := $(shell sed -n 's/^ *"\(torch==[^"]*\)",/\1/p' pyproject.toml)

.DEFAULT_GOAL := help
.PHONY: help run test lint lock clean models

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 12
	@echo "Variables: PYTHON=$(PYTHON) (3.11 or newer), PORT=$(PORT), ARGS= (more arguments for pytest)"

run: $(VENV)/.ready models  ## set up once, then serve the page at http://127.0.0.1:7860
	@$(BIN)/geungeo serve --samples --port $(PORT)

test: $(VENV)/.ready-test models  ## set up once, then run all tests; the last lines say what was skipped and why
	@echo "Running the tests. A skipped one is listed at the end with its reason."
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.ready-test  ## check the style of the code
	@$(BIN)/ruff check .

models: $(VENV)/.ready
	@$(BIN)/geungeo models pull

clean:  ## remove the environment in .venv; the library and the models stay
	rm -rf $(VENV)

# Each stamp is written last, so that an interrupted set-up is taken up again and a finished one costs nothing.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "geungeo needs Python 3.11 or newer, and '$(PYTHON)' is not. Choose another: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making an environment in $(VENV)."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# torch is not in the lock: its CPU build and its CUDA build have different hashes and different dependencies, and pip takes
# whichever the machine offers. The CPU build needs nothing beyond the lock.
$(VENV)/.ready: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Installing the locked packages and $(TORCH). The first time this downloads for some minutes."
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install $(TORCH)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready requirements-test.lock
	@echo "Installing the packages that only the tests need."
	@$(PIP) install --require-hashes --no-deps -r requirements-test.lock
	@touch $@

# Left out of the first lock: torch and what only its CUDA build needs. Left out of the second: what is in the first.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
  --custom-compile-command "make lock" pyproject.toml requirements.in
FOOTER := /^\# The following packages were excluded/,$$d

lock: $(VENV)/.made  ## resolve pyproject.toml and requirements.in anew into the lock files
	@$(PIP) install 'uv>=0.9'
	@set -e; new=$$(mktemp -d); trap 'rm -rf "$$new"' EXIT; \
	$(COMPILE) --no-annotate > $$new/all; \
	sed -n 's/^\(torch\|triton\|nvidia-[a-z0-9-]*\|cuda-[a-z0-9-]*\)==.*/--no-emit-package=\1/p' $$new/all > $$new/torch; \
	$(COMPILE) --generate-hashes $$(cat $$new/torch) > $$new/main; \
	sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package=\1/p' $$new/main > $$new/known; \
	$(COMPILE) --generate-hashes $$(cat $$new/torch $$new/known) -c $$new/main --extra test > $$new/test; \
	sed '$(FOOTER)' $$new/main > requirements.lock; \
	sed '$(FOOTER)' $$new/test > requirements-test.lock
	@echo "Wrote requirements.lock and requirements-test.lock."
