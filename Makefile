# Two commands do everything on a machine with Python 3.11+ and make: `make serve` and `make test`.
PYTHON ?= python3
UV := $(or $(shell command -v uv),.venv/bin/uv)
READY := .venv/.ready
ASK = .venv/bin/python hooks/write_new.py
export NO_MKDOCS_2_WARNING = 1
# Python keeps what it compiled: without it each of the many builds that the tests start compiles 468 modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help new-question new-exercise new-claim rename changes late audit serve site offline test thorough coverage check fix golden figures links mutants lowest newest properdocs browser

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Not strict: a mistake is told, and the page still shows. Dirty: only the pages that a change reaches are made again.
serve: $(READY)  ## build the site and serve it at http://127.0.0.1:8000/backstride/, rebuilt at each change
	.venv/bin/watchfiles --filter python ".venv/bin/mkdocs serve --no-strict --dirty" hooks

site: $(READY)  ## build the site once, into site/; nothing is replaced when the build fails
	@rm -rf build/site
	.venv/bin/mkdocs build --strict --site-dir build/site
	@rm -rf site && mv build/site site

offline: $(READY)  ## the same, with backstride-offline.zip in it: the whole site as one file, which opens from a disk
	BACKSTRIDE_ARCHIVE=yes $(MAKE) --no-print-directory site

new-question: $(READY)  ## ask for a new question and write its file; answers can be given: question="Can I walk barefoot?" theme=kit
	@$(ASK) question

new-exercise: $(READY)  ## the same for an exercise, which starts as a copy of one that is like it
	@$(ASK) exercise

new-claim: $(READY)  ## the same for a claim, and cite it on a page
	@$(ASK) claim

rename: $(READY)  ## move a page, question or exercise: make rename from=faq/old.md to=faq/new.md
	@.venv/bin/python hooks/rename_page.py

test: $(READY) browser check  ## format, lint, types and all tests, the browser's too
	.venv/bin/pytest -n auto --dist loadgroup --no-loadscope-reorder

thorough: $(READY) browser check  ## the same, and each promise on every page and paper: some minutes more, for before a release
	.venv/bin/pytest -n auto --dist loadgroup --no-loadscope-reorder -m "" --hypothesis-profile thorough

coverage: $(READY) browser  ## the tests again, a fifth slower, with a table of the lines and branches that none of them reaches
	.venv/bin/pytest -n auto --dist loadgroup --no-loadscope-reorder --cov

check: $(READY)  ## format, lint, types, layers and workflows only
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	PYTHONPATH=hooks .venv/bin/lint-imports
	.venv/bin/zizmor --offline --quiet --no-progress .github

fix: $(READY)  ## format and mend what can be mended
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

golden: $(READY) browser  ## write anew what figures look like and what pages say: look at the difference before you commit it
	.venv/bin/python tests/look_figures.py --golden
	.venv/bin/pytest tests/browser/test_speech.py --golden

figures: $(READY)  ## contact sheets of all figures, in colour, grey and print, in build/figures/
	.venv/bin/python tests/look_figures.py

links: site  ## ask other sites whether our links to them still lead somewhere (needs the network)
	.venv/bin/python hooks/visit_links.py

changes: $(READY)  ## say what changed since another build, in build/changes/: make changes before=FOLDER, after `make site`
	@.venv/bin/python hooks/compare_sites.py "$(before)" site build/changes

late: $(READY)  ## list the pages that are late for their check
	@.venv/bin/python hooks/list_late.py

audit: $(READY)  ## look for known weaknesses in all that uv.lock names (needs the network)
	@mkdir -p build && $(UV) export --quiet --frozen --all-groups --output-file build/locked.txt > /dev/null
	@.venv/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --requirement build/locked.txt

mutants: $(READY)  ## change single modules in many places, and list what no test notices (over an hour; MODULES="sheet 60" tries some of one)
	$(UV) sync --frozen --inexact --quiet --group mutation
	.venv/bin/python tests/mutants.py $(MODULES)

lowest: $(READY)  ## build, and test without a browser, with the lowest versions that pyproject.toml allows
	$(call try,lowest-direct)

newest: $(READY)  ## the same with the newest versions
	$(call try,highest)

properdocs: site  ## build with ProperDocs in place of MkDocs, and find the same things by search
	UV_PROJECT_ENVIRONMENT=build/properdocs $(UV) sync --frozen --quiet --no-dev --group properdocs
	build/properdocs/bin/properdocs build --strict --config-file mkdocs.yml --site-dir build/properdocs-site
	diff -r site/search build/properdocs-site/search

# An environment of its own, which leaves .venv and uv.lock as they are.
define try
$(UV) venv --quiet --clear --python .venv/bin/python build/$@
$(UV) pip install --quiet --python build/$@ --resolution $(1) --requirements pyproject.toml --group dev
build/$@/bin/mkdocs build --strict --site-dir build/$@-site
build/$@/bin/pytest -n auto --dist loadgroup --no-loadscope-reorder --ignore tests/browser
endef

$(READY): uv.lock pyproject.toml
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv || { echo "Python cannot make an environment: on Debian, install python3-venv."; exit 1; }
	@command -v uv > /dev/null || .venv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
	$(UV) sync --frozen --inexact --quiet
	@touch $@

# The shell is Chromium without the windows around pages, for which a machine needs half the time; the whole will do.
browser: $(READY)
	@{ command -v chromium-headless-shell && { $(HAS_FIREFOX); } && .venv/bin/playwright --version; } > /dev/null 2>&1 \
	|| $(MAKE) --no-print-directory install-browser \
	|| { { command -v chromium || command -v google-chrome; } && { $(HAS_FIREFOX); }; } > /dev/null

HAS_FIREFOX = command -v firefox-esr || command -v firefox

.PHONY: install-browser
install-browser:
	@command -v apt-get > /dev/null || { echo "Install Chromium and Firefox, if they are not there: the browser tests drive them."; exit 1; }
	@echo "Installing Chromium and Firefox for the browser tests"
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	install="$$sudo apt-get install -y -qq --no-install-recommends libatomic1"; export DEBIAN_FRONTEND=noninteractive; \
	$$sudo apt-get update -qq && { { $(HAS_FIREFOX); } || $$install firefox-esr; } > /dev/null && \
	{ $$install chromium-headless-shell || $$install chromium; } > /dev/null  # the driver that steers it needs libatomic
