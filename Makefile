# Alle Ziele richten beim ersten Mal .venv ein; danach brauchen sie kein Netz mehr.
.DEFAULT_GOAL := hilfe
.DELETE_ON_ERROR:
.PHONY: hilfe profile test bench lock sprache

EINGABE := input
AUSGABE := output
STEMPEL := .venv/.eingerichtet

hilfe: ## zeigt diese Übersicht
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

profile: $(STEMPEL) ## druckt alle Profile der Ausgabe (EINGABE=input AUSGABE=output)
	.venv/bin/sozialprofil erstellen --eingabe '$(EINGABE)' --ausgabe '$(AUSGABE)'

test: $(STEMPEL) ## prüft alles: Zahlen, Schutz, Seiten, Stil und Schichten
	.venv/bin/python -m pytest -n 2 --dist loadfile

bench: $(STEMPEL) ## misst Dauer, Dateien, Fehlalarme der Frühwarnung und Schutz (gut eine Stunde)
	.venv/bin/python tests/bench/edition.py
	PYTHONPATH=tests/press .venv/bin/python tests/bench/dateien.py
	.venv/bin/python tests/bench/fehlalarme.py
	PYTHONPATH=tests:tests/disclosure .venv/bin/python tests/bench/geheimhaltung.py

lock: ## schreibt requirements.lock mit den neuesten erlaubten Versionen neu
	@test -x .venv/bin/uv || bash .ci/einrichten.sh
	.venv/bin/python -m uv pip compile pyproject.toml --extra test --output-file requirements.lock \
	  --universal --python-version 3.11 --no-build --generate-hashes --upgrade --no-header --no-annotate --quiet

sprache: $(STEMPEL) ## übersetzt die deutschen Wörter der Befehlszeile neu
	.venv/bin/pybabel compile --directory reports/uebersetzung --locale de

$(STEMPEL): requirements.lock pyproject.toml .ci/einrichten.sh
	@bash .ci/einrichten.sh
	@touch $@
