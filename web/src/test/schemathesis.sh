#!/usr/bin/env bash
# Compares what a server answers with its OpenAPI document: all operations, phases and checks of schemathesis (PyPI).
#   web/src/test/schemathesis.sh [EXAMPLES [OPTIONS OF schemathesis run]]
# The server is one of its own, on a copy of the painted samples, with nothing of yours in reach.
set -euo pipefail
unset CDPATH # By it, cd goes elsewhere, and prints where.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
examples=${1:-20}
[ $# -eq 0 ] || shift
command -v schemathesis >/dev/null || { echo "needs schemathesis: pip install schemathesis" >&2; exit 1; }
samples=${LUMIERE_CACHE:-$HOME/.cache/lumiere}/demo-painted
[ -d "$samples/index" ] || { echo "needs the painted samples in $samples: ./lumiere demo --painted makes them" >&2; exit 1; }
server=""
home=$(mktemp -d)
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; wait; rm -rf "$home"' EXIT
cp -r "$samples/index" "$home/index"
# No desktop either: one of the operations shows a file in its file manager.
env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS LUMIERE_INDEX="$home/index" LUMIERE_MODELS="$home/models" \
  XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" XDG_STATE_HOME="$home" \
  ${LUMIERE_SERVE:-"$root/lumiere" serve} --port 0 --token-file "$home/token" >"$home/log" 2>&1 &
server=$!
for _ in $(seq 600); do
  url=$(sed -n 's#^The gallery is at \(http://[^ ]*\).*#\1#p' "$home/log")
  [ -z "$url" ] || break
  kill -0 "$server" 2>/dev/null || { cat "$home/log" >&2; exit 1; }
  sleep 0.2
done
run() {
  (cd "$home" && schemathesis --config-file "$root/web/src/test/schemathesis.toml" run --url "$url/api/v1" \
    -H "Authorization: Bearer $(cat "$home/token")" --workers 1 --max-examples "$examples" --seed 1 \
    --generation-database none "$@" "$url/api/v1/openapi.json")
}
# Without its archive no other operation has anything to do, so that is forgotten last; nothing leads there.
status=0
run --exclude-operation-id forgetArchive "$@" || status=$?
run --include-operation-id forgetArchive --phases coverage,fuzzing "$@" || status=$?
exit "$status"
