# Shell functions that the set-up scripts share. Sourced by bash; works on Linux and macOS.

lumiere_cache="${LUMIERE_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOME or LUMIERE_CACHE to a folder}/.cache}/lumiere}"

# fail MESSAGE [CODE]: one sentence for people, and an exit status.
fail() {
  echo "$(basename "$0"): $1" >&2
  exit "${2:-1}"
}

say() {
  echo "$(basename "$0"): $1" >&2
}

# sha256_of FILE
sha256_of() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum "$1" | cut -d' ' -f1
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256 "$1" | cut -d' ' -f1
  else
    fail "no program computes SHA-256 here: install coreutils (Debian: apt install coreutils)"
  fi
}

# lock FOLDER: waits until FOLDER is ours. mkdir is atomic everywhere, flock is not on macOS.
# A lock whose owner has died is taken over.
lock() {
  local owner told=""
  mkdir -p "$(dirname "$1")" 2>/dev/null || fail "cannot create $(dirname "$1"): set LUMIERE_CACHE to a folder that you may write to"
  while ! mkdir "$1" 2>/dev/null; do
    owner="$(cat "$1/pid" 2>/dev/null || true)"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$1"
      continue
    fi
    if [ -z "$told" ]; then
      told=yes
      say "waiting for another run that holds $1"
    fi
    sleep 0.2
  done
  echo $$ >"$1/pid"
}

unlock() {
  rm -rf "$1"
}
