#!/bin/sh
# Makes .venv with everything of requirements.lock, from a bare machine with Python 3.11 or newer.
set -eu
cd "$(dirname "$0")/.."

say() { echo "sst-training: $*" >&2; }
as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

python=
for name in python3.13 python3.12 python3.11 python3; do
  if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ] && as_root; then
  say "installing Python"
  apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
  python=python3
fi
[ -n "$python" ] || { say "Python 3.11 or newer is missing: install python3 (Debian and Ubuntu: sudo apt install python3 python3-venv)"; exit 1; }

if command -v uv >/dev/null; then
  uv=uv
  [ -x .venv/bin/python ] || uv venv --quiet --python "$python" .venv
else
  if ! [ -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
      as_root || { rm -rf .venv; say "python3-venv is missing: sudo apt install python3-venv"; exit 1; }
      apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
      "$python" -m venv --clear .venv
    fi
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.lock
  uv=.venv/bin/uv
fi
"$uv" pip install --quiet --python .venv/bin/python --require-hashes -r requirements.lock
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
touch .venv/.ready
