# Needs python3.11 and make; the Neo4j half of `make test` also Java 17 and Maven.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := env SUMMITGRAPH_DATA_DIR=$(CURDIR)/.demo $(BIN)/summitgraph

.PHONY: help demo test check format train bench lock clean
.DEFAULT_GOAL := help

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY) ## Ingest examples/ into the embedded graph and ask for the Hanoi summit
	$(DEMO) ingest examples/
	$(DEMO) query summits.dossier --param summit=summit:2019-hanoi

test: $(READY) ## Run every test
	$(BIN)/python -m pytest

check: $(READY) ## Lint, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: ## Make the reader again: splits, training, export, figures
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-train.lock
	.venv-train/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	.venv-train/bin/python -m training

bench: $(READY) ## Print the benchmark figures
	set -e; for script in $$(grep -l __main__ benchmarks/*.py); do echo "== $$script"; $(BIN)/python $$script; done

lock: $(READY) ## Pin the dependencies again, after a change in pyproject.toml
	$(BIN)/uv pip compile $(LOCK_FLAGS) --extra dev pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile $(LOCK_FLAGS) --extra dev --extra train --constraint requirements.lock pyproject.toml --output-file requirements-train.lock

LOCK_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

clean: ## Remove the environment and what the demo made
	rm -rf $(VENV) .venv-train .demo
