#!/usr/bin/env bash
# page.sh FOLDER
#
# Builds the gallery's page into FOLDER, if something that it is made of has changed. Where there is no
# Node.js, or the packages cannot be had, it says so in one sentence and the rest builds without: the
# server then says that the page is missing.
#
# Exit status: 0 built, up to date or left out; 1 the page has a mistake.

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=common.sh
. "$here/common.sh"

web="$here/../web"
out="$1"
stamp="$web/target/page.stamp"

# The hash of all that the page is made of.
sources() {
  (cd "$web" && find package.json package-lock.json tsconfig.json vite.config.ts src/main/page src/build -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cat "$here/page.sh" | sha256_of /dev/stdin)
}

# Vite needs 20.19 or newer, and of the odd versions none.
node_is_new_enough() {
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
}

left_out() {
  say "the gallery's page is not built: $1; all the rest of Lumiere is"
  exit 0
}

install_packages() {
  local lock log="$web/target/npm.log"
  lock="$(cat package.json package-lock.json | sha256_of /dev/stdin)"
  [ "$(cat node_modules/.lumiere-lock 2>/dev/null)" != "$lock" ] || return 0
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >"$log" 2>&1 </dev/null ||
    left_out "npm could not install its packages ($(grep -m1 -oE 'code E[A-Z0-9]+|network.*' "$log" || echo failed), all that it printed is in web/target/npm.log)"
  echo "$lock" >node_modules/.lumiere-lock
}

now="$(sources)"
if [ -e "$out/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then exit 0; fi
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
  left_out "it needs Node.js 20.19 or newer with npm, and found none (Debian: apt-get install nodejs npm; macOS: brew install node)"
node_is_new_enough || left_out "it needs Node.js 20.19, 22.12 or newer, and found $(node --version)"

cd "$web"
mkdir -p target
rm -f "$stamp"
install_packages
log=target/page.log
# The two at once: the check of types takes longest.
node_modules/.bin/svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human >"$log.check" 2>&1 &
check=$!
built=0
node_modules/.bin/vite build --outDir "$out" >"$log" 2>&1 || built=$?
wait "$check" || { cat "$log.check" && fail "the page's sources have mistakes (see above)"; }
[ "$built" = 0 ] || { cat "$log" && fail "the page could not be built (see above)"; }
grep '^page: ' "$log" || true
echo "$now" >"$stamp"
