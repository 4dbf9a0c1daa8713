#!/usr/bin/env bash
# chromium.sh
#
# Prints the path of a Chromium, for the tests of the gallery's page. Where there is none it installs
# Debian's, if it may. One without a window is preferred: it takes a quarter less of the processor,
# most of it for what is around a page.
#
# Exit status: 0 found or installed; 3 this machine has none and cannot install it.

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=common.sh
. "$here/common.sh"

find_chromium() {
  local name
  if [ -n "${LUMIERE_CHROMIUM:-}" ]; then
    [ -x "$LUMIERE_CHROMIUM" ] || fail "LUMIERE_CHROMIUM=$LUMIERE_CHROMIUM is not a program" 3
    echo "$LUMIERE_CHROMIUM"
    return
  fi
  for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
    if command -v "$name"; then return; fi
  done
  return 1
}

install_chromium() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 1
  install_one_of chromium-headless-shell chromium && return
  apt-get -qq -y update >/dev/null 2>&1 || true
  install_one_of chromium-headless-shell chromium
}

install_one_of() {
  local name
  for name in "$@"; do
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "$name" \
      >/dev/null 2>&1 </dev/null && return
  done
  return 1
}

find_chromium && exit
install_chromium || fail "the tests of the page in a browser need Chromium, and found none: install it (Debian: apt-get install chromium), or set LUMIERE_CHROMIUM to its path" 3
find_chromium
