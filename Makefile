# make run        a virtual environment, the pinned requirements, the app, in a browser
# make dev        the same, and it runs again when a file of its own is saved
# make test       all that the tests need (a browser included), then every test
# make lint       ruff, mypy, import-linter; for the JavaScript tsc and ESLint, where Node and npm are
# make format     ruff, in place
# make fuzz       links and files that nobody wrote, for as long as FUZZ_EXAMPLES says
# make axe        axe-core on every view of every page, in both languages, light and dark, wide and narrow
# make bench      training speed against its peers, which live in an environment of their own
# make bench-ui   a slider move to changed numbers in a real browser, beside a bare Streamlit page
# make practice   how often practice names a mistake rightly, over a thousand instances
# make bench-load a class on one process: arrivals, moves, training, memory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-bench
NODE := node_modules/.made
PORT ?= 8501
FUZZ_EXAMPLES ?= 20000
PIP := -m pip install --quiet --disable-pip-version-check

.PHONY: run dev test lint format fuzz axe bench bench-ui bench-load practice clean

run: $(VENV)/.app
	$(BIN)/python scripts/open_browser.py $(PORT) & exec $(BIN)/streamlit run app.py --server.port $(PORT)

dev: $(VENV)/.dev
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.fileWatcherType poll --server.runOnSave true

test: $(VENV)/.dev
	$(BIN)/python scripts/find_browser.py
	$(BIN)/python -m pytest -n 2 --dist loadscope $(ARGS)
	@if command -v node > /dev/null; then node --test tests/js/*.test.mjs; else echo "left out: tests/js, for want of Node"; fi

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory $(NODE)
	@if [ -e $(NODE) ]; then npm run --silent lint; fi

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fuzz: $(VENV)/.dev
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/python -m pytest tests/scenario/test_fuzz.py -n 2 $(ARGS)

axe: $(VENV)/.dev
	$(BIN)/python scripts/find_browser.py
	EVERY_LOOK=yes $(BIN)/python -m pytest tests/browser/test_axe.py -n 2 $(ARGS)

bench: $(VENV)/.app $(PEERS)/.made
	$(BIN)/python -m benchmarks

bench-ui: $(VENV)/.dev
	$(BIN)/python scripts/find_browser.py
	$(BIN)/python -m benchmarks.ui

bench-load: $(VENV)/.dev
	$(BIN)/python -m benchmarks.load

practice: $(VENV)/.app
	$(BIN)/python -m benchmarks.practice

clean:
	rm -rf $(VENV) $(PEERS) node_modules benchmarks/node_modules

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.app: requirements.txt $(VENV)/.made
	$(BIN)/python $(PIP) -r requirements.txt
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt $(VENV)/.made
	$(BIN)/python $(PIP) -r requirements-dev.txt
	touch $@ $(VENV)/.app

# exact versions stand in package.json: a lock file would name the registry it was made from
$(NODE): package.json
	@if ! command -v npm > /dev/null; then echo "left out: tsc and ESLint, for want of Node and npm"; \
	elif npm install --silent --no-audit --no-fund --no-package-lock; then touch $@; \
	else echo "left out: tsc and ESLint, which npm could not bring"; fi

# a peer that cannot be installed here is missing from the table, not an error
$(PEERS)/.made: requirements-bench.txt benchmarks/package.json
	$(PYTHON) -m venv $(PEERS)
	-while read -r line; do case "$$line" in ''|'#'*) ;; *) $(PEERS)/bin/python $(PIP) "$$line";; esac; done < requirements-bench.txt
	-cd benchmarks && npm install --silent --no-audit --no-fund --no-package-lock
	touch $@
