PYTHON = .venv/bin/python
PDF_PACKAGES = libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
# libatomic1 is for the driver of Playwright, which a bare Debian lacks.
TEST_PACKAGES = $(PDF_PACKAGES) poppler-utils postgresql chromium-headless-shell libatomic1
PORT ?= 8000

.PHONY: run test test-sqlite test-postgresql test-browser lint bench bench-country lock vendor clean

run: .venv/.run-ready    ## set everything up, load the demo when empty, start the server
	@tools/system_packages.sh $(PDF_PACKAGES)
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py load_demo --if-empty --port $(PORT)
	@$(PYTHON) manage.py runserver --noreload $(PORT)

test: lint test-sqlite test-postgresql test-browser    ## everything, on both databases and in the browser

lint: .venv/.test-ready
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m djlint --check --lint templates

test-sqlite: .venv/.test-ready
	$(PYTHON) -m pytest -q -n 2 -m "not browser"

test-postgresql: .venv/.test-ready
	$(PYTHON) tools/with_pg.py $(PYTHON) -m pytest -q -n 2 -m "not browser"

test-browser: .venv/.test-ready
	$(PYTHON) -m pytest -q -n 2 -m browser

bench: .venv/.test-ready    ## ratios measured in one run
	$(PYTHON) -m tools.bench

bench-country: .venv/.test-ready    ## a tenth of a made-up country beside the whole, on a temporary PostgreSQL
	$(PYTHON) -m tools.bench_country

.venv/.run-ready: requirements.lock
	python3 -m venv .venv
	.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/.test-ready: requirements-dev.lock
	python3 -m venv .venv
	.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	tools/system_packages.sh $(TEST_PACKAGES)
	touch .venv/.run-ready $@

lock:    ## maintainers: renew both lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --group dev -o requirements-dev.lock

vendor:    ## maintainers: renew static/vendor (needs npm)
	python3 tools/vendor.py

clean:
	rm -rf .venv db.sqlite3
