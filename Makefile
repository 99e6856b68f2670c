# Everything the portal can do from the command line. `make help` lists it.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
WORKERS ?= 2
ARGS ?=
NEXT := .venv-next

.DEFAULT_GOAL := help
.PHONY: help run test test-postgres test-next lint format check messages pins procedures screenshots bench shell superuser fresh clean \
	installed installed-dev

help: ## List what can be made.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 16

run: installed ## Start the site with its demo community, worker and clock on http://127.0.0.1:8000 (PORT=8001 changes it).
	@exec $(PY) tools/run.py

test: installed-dev ## Run the whole suite on SQLite (ARGS="tests/core -k clock" runs a part, WORKERS=0 one process).
	@env -u DATABASE_URL $(PY) -m pytest -n $(WORKERS) $(ARGS)

test-postgres: installed-dev ## Run the whole suite on the PostgreSQL server that DATABASE_URL names.
	@test -n "$(filter postgres%,$(DATABASE_URL))" || { echo "Set DATABASE_URL=postgres://user:password@host/database"; exit 2; }
	@$(PY) -m pytest -n $(WORKERS) $(ARGS)

test-next: ## Run the suite on the newest Wagtail and the newest Django it supports, in an environment of its own.
	@$(PYTHON) tools/environment.py requirements/next.in --into $(NEXT)
	@DEPRECATIONS=default $(NEXT)/bin/python -m pytest -n $(WORKERS) $(ARGS)

lint: installed-dev ## Check style, templates, the order of packages and the settings, as CI does.
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djlint templates --lint --quiet
	@$(VENV)/bin/lint-imports
	@$(PY) tools/check.py

format: installed-dev ## Rewrite Python files in the house's style.
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

check: installed ## Run Django's checks with deprecation warnings as errors.
	@$(PY) tools/check.py

messages: installed ## Collect the strings into locale/uk and compile them (needs gettext).
	@$(PY) tools/messages.py

pins: ## Renew the pinned requirements with hashes (needs uv).
	@command -v uv >/dev/null || { echo "uv is needed: pip install uv"; exit 2; }
	@for name in base: production:-production dev:-dev; do \
		uv pip compile --quiet --no-strip-extras --no-emit-index-url --generate-hashes --python-version 3.11 --upgrade \
			requirements/$${name%%:*}.in -o requirements$${name#*:}.txt || exit 1; done

procedures: installed ## Draw the procedures' diagrams in docs/ anew from their tables.
	@$(PY) manage.py procedures --document > docs/procedures.new && mv docs/procedures.new docs/procedures.md

screenshots: installed-dev ## Photograph the running demo site into docs/screenshots (needs Chromium; URL= names the site).
	@$(PY) tools/screenshots.py $(URL)

bench: installed-dev ## Measure the lists and pages beside a bare view (ARGS="register --size 1000" narrows it).
	@$(PY) -m bench $(ARGS)

shell: installed ## Open a Python shell with the models loaded.
	@$(PY) manage.py shell

superuser: installed ## Make a user who may do everything.
	@$(PY) manage.py createsuperuser

fresh: ## Forget the local database, letters and uploads in var/, so that the next start begins anew.
	@rm -rf var

clean: ## Remove the environments and caches; the data in var/ stay.
	@rm -rf $(VENV) $(NEXT) static_collected .pytest_cache .ruff_cache .import_linter_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

installed:
	@$(PYTHON) tools/environment.py requirements.txt

installed-dev:
	@$(PYTHON) tools/environment.py requirements-dev.txt
