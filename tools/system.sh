#!/bin/sh
# Gets what the tests need beside Python: a Chromium, poppler (reads PDFs back), hunspell (spelling).
set -eu
cd "$(dirname "$0")/.."

missing=
for pair in pdftotext:poppler-utils hunspell:hunspell; do
  command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
done
if command -v hunspell >/dev/null || [ "$(id -u)" = 0 ]; then
  for language in nl_NL:hunspell-nl en_GB:hunspell-en-gb; do
    hunspell -D </dev/null 2>&1 | grep -q "${language%%:*}" || missing="$missing ${language##*:}"
  done
fi
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || browser=none
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # The headless shell runs the same tests in half the time; older Debians only have the whole browser.
  if ! command -v chromium-headless-shell >/dev/null; then
    apt-cache show chromium-headless-shell >/dev/null 2>&1 || apt-get update -qq
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
      missing="$missing chromium-headless-shell"
    elif [ -n "${browser:-}" ]; then
      missing="$missing chromium"
    fi
  fi
  if [ -n "$missing" ]; then
    echo "sst-training: installing$missing" >&2
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
  exit 0
fi
if [ -n "${browser:-}" ] && ! .venv/bin/playwright install chromium >/dev/null 2>&1; then
  missing="$missing chromium"
fi
[ -z "$missing" ] || { echo "sst-training: missing:$missing. Install with: sudo apt install$missing" >&2; exit 1; }
