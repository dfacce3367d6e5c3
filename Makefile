# Two commands do everything on a machine with Python 3.11 or later, pip and make: `make harvest` and `make test`.
# Both set up $(VENV) first, wait for each other there, and find it done the next time (requirements/install.py).

VENV ?= .venv
PYTHON ?=
DATA ?= data
RUN := $(VENV)/bin/python

# Where nothing may be kept of what was compiled, each of the hundred processes that the tests start compiles Shelflist again,
# which takes longer than what most of them do. It is kept in __pycache__ (`make clean` removes it).
unexport PYTHONDONTWRITEBYTECODE

# The first Python that is new enough; PYTHON=... is tried before the others.
FIND_PYTHON = for name in $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14 python; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$name; break; fi; done; \
	if [ -z "$$found" ]; then \
	echo "shelflist: no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; fi

INSTALL = @$(FIND_PYTHON); $$found requirements/install.py $(VENV)

.DEFAULT_GOAL := help
.PHONY: help harvest test lint bench simulate test-wordpress test-replay lock clean venv venv-dev

help: ## list what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 \t\2/p' Makefile | expand -t 24

harvest: venv ## harvest the embedded demo archive, twice, and show what its second edition brought
	@$(RUN) -m flows.demo --data $(DATA)

test: venv-dev lint ## check style, types and behaviour; all of it
	$(RUN) -m pytest -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

lint: venv-dev ## check style and types only
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(RUN) -m mypy --num-workers auto src flows tests benchmarks requirements/install.py

bench: venv-dev ## measure speed and memory: every script of benchmarks/
	@for script in benchmarks/[a-z]*.py; do echo "== $$script"; \
	$(RUN) -m benchmarks.$$(basename $$script .py) || exit 1; done

simulate: venv-dev ## ten years of nights of an archive of 2,000 entries, with faults (tests/simulation/)
	@$(RUN) -m tests.simulation

test-wordpress: venv-dev ## harvest a real WordPress and compare with the truth (tests/wordpress/)
	$(RUN) -m pytest -m wordpress -s tests/wordpress

test-replay: venv-dev ## replay what was captured with pywb, installed beside us, and compare (tests/replay/)
	@$(RUN) -m tests.replay

lock: venv-dev ## bring the pinned requirements up to date (needs the network; read the difference before you commit)
	@$(FIND_PYTHON); $$found -m pip install --quiet --target build/uv --upgrade uv
	$(LOCK) requirements/prod.in --output-file requirements/prod.txt
	$(LOCK) requirements/dev.in --constraint requirements/prod.txt --output-file requirements/dev.txt

LOCK = build/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-header --no-emit-index-url --no-emit-find-links

clean: ## remove the environment and every cache; keeps data/
	rm -rf $(VENV) build dist .prefect .mypy_cache .mypy_worker.* .ruff_cache .pytest_cache .hypothesis src/*.egg-info
	find src flows tests requirements -name __pycache__ -prune -exec rm -rf {} +

venv:
	$(INSTALL) prod

venv-dev:
	$(INSTALL) dev
