#!/usr/bin/env bash
# Richtet .venv ein: Systembibliotheken, Python-Pakete aus requirements.lock, das Projekt selbst.
# Wird von make aufgerufen. Was schon da ist, wird nicht noch einmal geladen.
set -euo pipefail
cd "$(dirname "$0")/.."

abbruch() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# Der erste Python-Interpreter ab 3.11; die Variable PYTHON geht vor.
finde_python() {
  local name
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  abbruch "Es fehlt Python 3.11 oder neuer. Bitte installieren (Debian: apt-get install python3)" \
    "oder mit »make PYTHON=/pfad/zu/python3 …« angeben."
}

venv_brauchbar() {
  .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Debian-Namen der Pakete, die auf diesem Rechner noch fehlen.
fehlende_pakete() {
  if ! venv_brauchbar && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
  fi
  "$python" - <<'PY'
import ctypes

PAKETE = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
for bibliothek, paket in PAKETE.items():
    try:
        ctypes.CDLL(bibliothek)
    except OSError:
        print(paket)
PY
  [ -e "${FONTCONFIG_FILE:-/etc/fonts/fonts.conf}" ] || echo fontconfig-config
}

# Vorsatz für Befehle, die Verwalterrechte brauchen; Ende 1, wenn es sie hier nicht gibt.
verwalter() {
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif sudo -n true 2>/dev/null; then
    echo "sudo -n env"
  else
    return 1
  fi
}

richte_system_ein() {
  local pakete vorsatz
  pakete=$(fehlende_pakete | paste -sd ' ')
  [ -n "$pakete" ] || return 0
  if vorsatz="$(verwalter) DEBIAN_FRONTEND=noninteractive apt-get -qq"; then
    echo "Installiere Systempakete: $pakete"
    { $vorsatz update && $vorsatz install -y --no-install-recommends \
      -o Dpkg::Use-Pty=0 $pakete >/dev/null; } || true
    pakete=$(fehlende_pakete | paste -sd ' ')
    [ -n "$pakete" ] || return 0
  fi
  abbruch "Es fehlen Systempakete (Namen unter Debian);" \
    "bitte einmal mit Verwalterrechten ausführen: apt-get install $pakete"
}

richte_python_ein() {
  local befund
  if ! venv_brauchbar; then
    echo "Lege .venv an ($("$python" --version))"
    "$python" -m venv --clear .venv
  fi
  echo "Installiere Python-Pakete aus requirements.lock"
  pip install --no-deps --only-binary :all: --require-hashes -r requirements.lock ||
    abbruch "Die Python-Pakete ließen sich nicht installieren; den Grund nennt pip oben." \
      "Meist fehlt die Netzverbindung: danach make einfach noch einmal aufrufen."
  pip install --no-deps --no-build-isolation --editable .
  befund=$(.venv/bin/python -m pip check) ||
    abbruch "requirements.lock passt nicht zu pyproject.toml; bitte »make lock« ausführen: $befund"
}

pip() {
  .venv/bin/python -m pip --quiet --no-input --disable-pip-version-check "$@"
}

python=$(finde_python)
richte_system_ein
richte_python_ein
