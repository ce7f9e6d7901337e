# make demo   the graph of the articles in seeds/, in outputs/
# make test   everything that must hold: tests, types, style, layers
# make lint   style, types and layers only
# make bench  words per second of the whole build beside the bare spaCy pipeline, and store timings;
#             ARTICLES="PATH ..." says of which articles
# make eval   every benchmark on the data in the folder KG_EVAL_DATA, as a table and in docs/benchmarks.md;
#             EVAL="NAME ..." says which (all of them: python -m kg.evaluation --list)
# make clean  removes what these made

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV   ?= .venv
JOBS   ?= 2
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test lint bench eval clean browser

help:
	@sed -n '/^# make\|^#  /s/^# //p' Makefile

demo: $(VENV)/.installed
	$(BIN)/kg build seeds -o outputs
	@echo
	@echo "The graph is in outputs/. Open outputs/graph.html in a browser, or ask it something:"
	@echo "  $(BIN)/kg query --list"
	@echo "  $(BIN)/kg query who-met-whom"

test: $(VENV)/.installed-dev browser
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-dev
	$(BIN)/python -m kg.evaluation.bench $(ARTICLES)

eval: $(VENV)/.installed-dev
	@$(BIN)/python -m kg.evaluation $(EVAL) --write docs/benchmarks.md

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find kg tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "kg needs Python 3.11 or newer; on Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kg needs Python 3.11 or newer; $(PYTHON) is older (make PYTHON=/path/to/python3.11)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "no virtual environment could be made; on Debian: apt-get install python3-venv"; exit 1; }

# Pip first: the one that comes with a Python may be older than the metadata of the packages, and warns of what it does not know.
$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) --upgrade pip
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(PIP) --upgrade pip
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# The tests of the HTML view need a real browser; Debian's is installed where that is allowed.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then \
	    sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else \
	    echo "the tests of the HTML view need Chromium; install it (on Debian: apt-get install chromium)"; exit 1; \
	  fi; }
