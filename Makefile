# make run    a virtual environment, the pinned requirements, the app
# make test   all that the tests need (a browser included), then every test
# make lint   ruff, mypy, import-linter

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test lint format clean

run: $(VENV)/.app
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev
	$(BIN)/python scripts/find_browser.py
	$(BIN)/python -m pytest -n 2 --dist loadscope $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV)

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.app: requirements.txt $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.app

# make bench  training speed against its peers, which live in an environment of their own
.PHONY: bench
bench: $(VENV)/.app $(VENV)-bench/.made
	$(BIN)/python -m benchmarks

# a peer that cannot be installed here is missing from the table, not an error
$(VENV)-bench/.made: requirements-bench.txt benchmarks/package.json
	$(PYTHON) -m venv $(VENV)-bench
	-while read -r line; do case "$$line" in ''|'#'*) ;; *) $(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check "$$line";; esac; done < requirements-bench.txt
	-cd benchmarks && npm install --silent --no-audit --no-fund --no-package-lock
	touch $@

# make fuzz   links and files that nobody wrote, for as long as FUZZ_EXAMPLES says
FUZZ_EXAMPLES ?= 20000
.PHONY: fuzz
fuzz: $(VENV)/.dev
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/python -m pytest tests/scenario/test_fuzz.py -n 2 $(ARGS)

# make bench-ui  a slider move to changed numbers in a real browser, beside a bare Streamlit page
.PHONY: bench-ui
bench-ui: $(VENV)/.dev
	$(BIN)/python scripts/find_browser.py
	$(BIN)/python -m benchmarks.ui
