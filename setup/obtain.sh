#!/usr/bin/env bash
# obtain.sh [--unpack] NAME...
#
# Puts pinned packages (packages.tsv) into the cache, checks their SHA-256, and prints one path a
# line: of the package's file, or with --unpack of a folder with its content. A file that is there
# already and right is not fetched again. pip, apt and Maven are used as this machine configures them.
#
# Exit status: 0 done; 1 failed; 3 this machine has no way to obtain that kind of package.

set -euo pipefail
unset CDPATH # By it, cd goes elsewhere, and prints where.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=common.sh
. "$here/common.sh"

table="$here/packages.tsv"
cache="$(lumiere_cache)"
packages="$cache/packages"
unearth_version=0.19.0
clean_up_at_exit

need_python() {
  command -v python3 >/dev/null 2>&1 ||
    fail "python3 is needed to obtain $1: install it (Debian: apt install python3 python3-venv python3-pip; macOS: brew install python)" 3
}

# run_quietly WHAT COMMAND...: the output is shown only when the command fails.
run_quietly() {
  local what="$1"
  shift
  if ! "$@" >"$work/log" 2>&1; then
    tail -n 15 "$work/log" >&2
    fail "$what failed (see above): is there a network, and is the package index that this machine is configured with reachable?"
  fi
}

# pip's configured indexes as arguments for unearth, which does not read pip's configuration.
index_arguments() {
  python3 -m pip config list 2>/dev/null |
    sed -n -e "s/^:env:\.index-url='\(.*\)'$/1 \1/p" \
      -e "s/^\(global\|install\|download\)\.index-url='\(.*\)'$/2 \2/p" \
      -e "s/^\(:env:\|global\|install\|download\)\.extra-index-url='\(.*\)'$/3 \2/p" |
    sort -n | awk '$1 < 3 && seen++ { next } { for (i = 2; i <= NF; i++) { print "--index-url"; print $i } }'
}

# A source distribution. pip cannot: it runs the package's metadata step, and ncnn's stamps today's
# date into the version, which pip then rejects. unearth only finds and fetches.
fetch_pypi_sdist() {
  local tool="$cache/tools/unearth-$unearth_version" arguments=() line
  need_python "$1"
  if [ ! -x "$tool/ready/bin/unearth" ]; then
    rm -rf "$tool"
    mkdir -p "$tool"
    python3 -m venv "$tool/ready" >"$work/log" 2>&1 || {
      rm -rf "$tool"
      fail "python3 cannot make a virtual environment: install its venv module (Debian: apt install python3-venv; macOS: brew install python)" 3
    }
    run_quietly "installing unearth (which fetches source packages)" \
      "$tool/ready/bin/python" -m pip install --quiet "unearth==$unearth_version"
  fi
  while IFS= read -r line; do arguments+=("$line"); done < <(index_arguments)
  run_quietly "downloading $1 $2" "$tool/ready/bin/python" -m unearth "$1==$2" --no-binary \
    ${arguments[@]+"${arguments[@]}"} --download "$work/download"
}

fetch_pypi_wheel() {
  need_python "$1"
  python3 -m pip --version >/dev/null 2>&1 ||
    fail "pip is needed to obtain $1: install it (Debian: apt install python3-pip; macOS: brew install python)" 3
  local tags=() python abi platform
  # A wheel for certain platforms is asked for by the tags in its file's name: it need not fit the
  # Python that is here.
  IFS=- read -r _ _ python abi platform <<<"${3%.whl}"
  if [ -n "$platform" ] && [ "$platform" != any ]; then
    tags=(--implementation cp --python-version "${python#cp}" --abi "$abi" --platform "$platform")
  fi
  run_quietly "downloading $1 $2" python3 -m pip download --quiet --disable-pip-version-check \
    --no-deps --only-binary :all: ${tags[@]+"${tags[@]}"} --dest "$work/download" "$1==$2"
}

# Works without root: with the machine's package lists where they know the version, else with a
# private copy of them.
fetch_debian() {
  command -v apt-get >/dev/null 2>&1 ||
    fail "$1 is a Debian package and this machine has no apt-get" 3
  local apt="$work/apt"
  mkdir -p "$work/download"
  if (cd "$work/download" && apt-get -qq download "$1=$2" >"$work/log" 2>&1); then return; fi
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  : >"$apt/status"
  local private=(-o "Dir::State=$apt" -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt/cache"
    -o "Dir::State::status=$apt/status" -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
  run_quietly "reading the package lists" apt-get -qq "${private[@]}" update
  (cd "$work/download" && run_quietly "downloading $1 $2" apt-get -qq "${private[@]}" download "$1=$2")
}

# fetch_maven GROUP ARTIFACT VERSION TYPE. Into a repository of its own, which goes with $work: such
# files are large, and nothing else of Maven's asks for them.
fetch_maven() {
  command -v mvn >/dev/null 2>&1 ||
    fail "Maven is needed to obtain $2: install it (Debian: apt install maven; macOS: brew install maven)" 3
  run_quietly "downloading $2 $3" mvn -B -ntp "-Dmaven.repo.local=$work/repository" \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
    "-Dartifact=$1:$2:$3:$4" "-DoutputDirectory=$work/download"
}

unpack() {
  case "$1" in
    *.tar.gz) mkdir "$2" && tar -xzf "$1" -C "$2" ;;
    *.deb)
      command -v dpkg-deb >/dev/null 2>&1 || fail "dpkg-deb is needed to unpack $1 (Debian: apt install dpkg)" 3
      dpkg-deb -x "$1" "$2"
      ;;
    *) fail "cannot unpack $1: only .tar.gz and .deb files are unpacked" ;;
  esac
}

# is_there FILE SHA: whether all that is asked for is in the cache. Nothing is written then: a cache
# that may only be read is enough.
is_there() {
  [ -f "$1" ] && { [ -z "$unpacking" ] || [ -d "$1.unpacked" ]; } && [ "$(sha256_of "$1")" = "$2" ]
}

# obtain NAME: the file, fetched where it is missing or damaged.
obtain() {
  local name="$1" kind version file sha target got
  IFS=$'\t' read -r kind version file sha < <(
    awk -F'\t' -v OFS='\t' -v n="$name" '$1 == n { print $2, $3, $4, $5 }' "$table"
  ) || fail "unknown package '$name': known are $(awk -F'\t' '!/^#/ { printf "%s%s", s, $1; s = ", " }' "$table")"
  target="$packages/$file"
  if is_there "$target" "$sha"; then
    print_path "$target"
    return
  fi
  lock "$packages/.lock-$file"
  lock_held="$packages/.lock-$file"
  if [ -f "$target" ] && [ "$(sha256_of "$target")" != "$sha" ]; then
    say "$target is damaged (its SHA-256 differs): fetching it again"
    rm -rf "$target" "$target.unpacked"
  fi
  if [ ! -f "$target" ]; then
    work="$(mktemp -d "$packages/.work-XXXXXX")"
    say "obtaining $name $version"
    case "$kind" in
      pypi-sdist) fetch_pypi_sdist "$name" "$version" ;;
      pypi-wheel) fetch_pypi_wheel "${name%@*}" "$version" "$file" ;;
      debian) fetch_debian "$name" "$version" ;;
      maven:*) fetch_maven "${kind#maven:}" "$name" "$version" "${file##*.}" ;;
      *) fail "$table gives $name the unknown kind '$kind'" ;;
    esac
    got="$(find "$work/download" -type f -print -quit)"
    [ -n "$got" ] || fail "downloading $name $version brought no file"
    [ "$(sha256_of "$got")" = "$sha" ] ||
      fail "$name $version has SHA-256 $(sha256_of "$got") where $sha is expected: refused"
    mv "$got" "$target"
    rm -rf "$work"
    work=""
  fi
  if [ -n "$unpacking" ] && [ ! -d "$target.unpacked" ]; then
    work="$(mktemp -d "$packages/.work-XXXXXX")"
    unpack "$target" "$work/content"
    mv "$work/content" "$target.unpacked"
    rm -rf "$work"
    work=""
  fi
  unlock "$lock_held"
  lock_held=""
  print_path "$target"
}

# The path of a package, or of what is in it.
print_path() {
  if [ -n "$unpacking" ]; then echo "$1.unpacked"; else echo "$1"; fi
}

unpacking=""
if [ "${1:-}" = "--unpack" ]; then
  unpacking=yes
  shift
fi
[ $# -gt 0 ] || fail "usage: obtain.sh [--unpack] NAME..., with names from $table"
for name in "$@"; do obtain "$name"; done
