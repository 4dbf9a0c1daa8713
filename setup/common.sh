# Shell functions that the launcher and the set-up scripts share. Sourced by bash; works on Linux
# and macOS.

# By the XDG Base Directory rules, as class Home has them: a relative XDG_CACHE_HOME is passed over,
# and without HOME the user's home is what the system says (bash knows it as ~).
lumiere_cache() {
  local home="${HOME:-}"
  if [ -n "${LUMIERE_CACHE:-}" ]; then
    echo "$LUMIERE_CACHE"
    return
  fi
  case "${XDG_CACHE_HOME:-}" in
    /*) echo "$XDG_CACHE_HOME/lumiere" ;;
    *)
      [ -n "$home" ] || home="$(unset HOME && echo ~)"
      case "$home" in
        /*) echo "${home%/}/.cache/lumiere" ;;
        *) fail "there is no home folder to keep things in: set HOME, or LUMIERE_CACHE to a folder that you may write to" ;;
      esac
      ;;
  esac
}

# fail MESSAGE [CODE]: one sentence for people, and an exit status.
fail() {
  echo "$(basename "$0"): $1" >&2
  exit "${2:-1}"
}

say() {
  echo "$(basename "$0"): $1" >&2
}

# sha256_of FILE; /dev/stdin for what is piped in.
sha256_of() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum "$1" | cut -d' ' -f1
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256 "$1" | cut -d' ' -f1
  else
    fail "no program computes SHA-256 here: install coreutils (Debian: apt install coreutils)"
  fi
}

# writable FOLDER: makes it where it is missing, and fails where nothing can be written to it.
writable() {
  local why
  why="$(mkdir -p "$1" 2>&1)" && why="$(mkdir "$1/.try-$$" 2>&1)" && rmdir "$1/.try-$$" && return
  fail "cannot write to $1 as user $(id -un 2>/dev/null || id -u) (${why##*: }): set LUMIERE_CACHE to a folder that you may write to, or have this one made writable"
}

# When process $1 started, in a form that a later process of the same number does not share.
started_at() {
  if [ -r "/proc/$1/stat" ]; then
    # Field 22; the name before it may hold spaces.
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
  else
    LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '-'
  fi
}

# is_dead LOCK: whether its owner lives no more. A process of another machine that shares the folder
# cannot be asked: it counts as alive. A lock without an owner is of a run that was killed while it
# took it, or is being taken just now: after a minute it is dead.
is_dead() {
  local pid="" host="" started="" now
  read -r pid host started 2>/dev/null <"$1/pid" || true
  if [ -z "$pid" ]; then
    [ -n "$(find "$1" -maxdepth 0 -mmin +1 2>/dev/null)" ]
    return
  fi
  [ -z "$host" ] || [ "$host" = "$(uname -n)" ] || return 1
  # Another user's process may not be sent a signal, and lives all the same.
  if ! kill -0 "$pid" 2>/dev/null && [ ! -d "/proc/$pid" ] && ! ps -p "$pid" >/dev/null 2>&1; then
    return 0
  fi
  now="$(started_at "$pid")"
  [ -n "$started" ] && [ -n "$now" ] && [ "$now" != "$started" ]
}

# Takes away the lock of a dead owner. One at a time: else a slow one could take away the lock that
# a quick one has got meanwhile.
bury() {
  local guard="$1.takeover"
  if mkdir "$guard" 2>/dev/null; then
    if is_dead "$1"; then rm -rf "$1" 2>/dev/null || true; fi
    rmdir "$guard" 2>/dev/null || true
    [ ! -d "$1" ] || sleep 0.2
  else
    # Held for a moment only: one that is old is of a run that was killed meanwhile.
    [ -z "$(find "$guard" -maxdepth 0 -mmin +1 2>/dev/null)" ] || rmdir "$guard" 2>/dev/null || true
    sleep 0.2
  fi
}

# lock FOLDER: waits until FOLDER is ours, LUMIERE_LOCK_WAIT seconds at most (half an hour). mkdir
# is atomic everywhere, flock is not on macOS.
lock() {
  local owner="" told="" buried=0 gone=0 until=$((SECONDS + ${LUMIERE_LOCK_WAIT:-1800}))
  writable "$(dirname "$1")"
  while ! mkdir "$1" 2>/dev/null; do
    if [ ! -d "$1" ]; then
      writable "$(dirname "$1")" # Else it was let go of just now, or something else is in its way.
      gone=$((gone + 1))
      [ "$gone" -lt 50 ] || fail "cannot make the folder $1: $(mkdir "$1" 2>&1 || true)"
      continue
    fi
    if is_dead "$1" && [ "$buried" -lt 50 ]; then
      buried=$((buried + 1))
      bury "$1"
      continue
    fi
    owner="$(cut -d' ' -f1,2 "$1/pid" 2>/dev/null || true)"
    owner="${owner:+process ${owner/ / on }}"
    if [ "$buried" -ge 50 ]; then
      fail "$1 was left by a run that has ended (${owner:-it did not say which}), and may not be taken away: delete it, or set LUMIERE_CACHE to a folder of your own"
    fi
    if [ -z "$told" ]; then
      told=yes
      say "waiting for another run (${owner:-just begun}), which holds $1"
    fi
    if [ "$SECONDS" -ge "$until" ]; then
      fail "waited too long for ${owner:-another run}, which holds $1: if no run of Lumiere holds it any more, delete the folder"
    fi
    sleep 0.2
  done
  echo "$$ $(uname -n) $(started_at $$)" >"$1/pid" || {
    rm -rf "$1"
    fail "cannot write to $1: is the disk full?"
  }
}

unlock() {
  rm -rf "$1"
}

# For scripts that fetch or build: from here on the folder $work and the lock $lock_held, where they
# are set, are let go of when the script ends, however it ends.
clean_up_at_exit() {
  work=""
  lock_held=""
  trap clean_up EXIT
  trap 'exit 130' INT TERM
}

clean_up() {
  [ -z "$work" ] || rm -rf "$work"
  [ -z "$lock_held" ] || unlock "$lock_held"
}
