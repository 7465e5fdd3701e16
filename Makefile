# Set-up needs Python 3.11+ with venv, and make. uv is used when it is there.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help demo test gate gate-full lint bench docs corpus wheel lock clean
help:
	@echo "demo       set up and run the main job on the example case"
	@echo "test       set up and pass the tests"
	@echo "gate       the fast quality gate; gate-full is the whole of it"
	@echo "lint       style, types, import contract"
	@echo "bench      speed and size, printed"
	@echo "docs       rewrite the generated parts of the docs"
	@echo "corpus     check the teaching corpus and print its figures"
	@echo "wheel      build the wheel into dist/"
	@echo "lock       pin the requirements anew (needs uv)"

$(BIN)/python:
ifdef UV
	uv venv --quiet --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
ifdef UV
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
ifdef UV
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
endif
	@touch $@

demo: $(VENV)/.run
	$(BIN)/whence demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 -m "not bench"

gate: $(VENV)/.dev
	$(BIN)/python tools/gate.py

gate-full: $(VENV)/.dev
	$(BIN)/python tools/gate.py --full

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python tools/bench_times.py
	$(BIN)/python tools/bench_resolve.py
	$(BIN)/python tools/bench_screen.py
	$(BIN)/python tools/bench_ingest.py --documents 200
	$(BIN)/python tools/bench_langextract.py
	$(BIN)/python -m training.bench
	$(BIN)/python -m training.bench_spacy

docs: $(VENV)/.dev
	$(BIN)/python tools/write_commands.py

corpus: $(VENV)/.dev
	$(BIN)/python -m training.corpus_tools.check

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --no-isolation

lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 requirements/run.in pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra dev -c requirements/run.txt requirements/run.in pyproject.toml -o requirements/dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
