# The commands of this project. `make demo` and `make test` are all that a fresh machine needs.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
WEB_STAMP := .venv/.installed-web
DEV_STAMP := .venv/.installed-dev
CASE ?= build/demo/demo.rashomon

.PHONY: demo serve test venv check lint types contract gate docs golden lock clean

demo: venv
	@rm -rf build/demo && mkdir -p build/demo/reports
	$(BIN)/rashomon add samples --case build/demo/demo.rashomon
	$(BIN)/rashomon show claims --case build/demo/demo.rashomon
	$(BIN)/rashomon disputes --case build/demo/demo.rashomon
	$(BIN)/rashomon show pages --case build/demo/demo.rashomon
	@$(BIN)/rashomon read samples --html build/demo/reports/ > /dev/null
	@echo "The case: build/demo/demo.rashomon (one SQLite file). Each page with its claims beside it: build/demo/reports/"

serve: $(WEB_STAMP)
	@test -e $(CASE) || $(MAKE) demo
	$(BIN)/rashomon serve $(CASE)

test: $(DEV_STAMP)
	$(BIN)/python -m pytest

venv: $(STAMP)

check: lint types contract test gate

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/deptry src

types: $(DEV_STAMP)
	$(BIN)/mypy

contract: $(DEV_STAMP)
	$(BIN)/lint-imports

gate: $(DEV_STAMP)
	$(BIN)/python -m quality.gate

docs: $(DEV_STAMP)
	$(BIN)/python docs/generate.py

golden: $(DEV_STAMP)
	$(BIN)/python -m pytest tests/golden --update-golden
	git diff --stat tests/golden

lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --extra web --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-web.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements-dev.lock

clean:
	rm -rf .venv build

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(WEB_STAMP): $(STAMP) requirements-web.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-web.lock
	@touch $@

$(DEV_STAMP): $(STAMP) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
