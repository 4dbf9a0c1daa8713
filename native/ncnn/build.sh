#!/usr/bin/env bash
# build.sh [--key]
#
# Builds ncnn as a static library where it is not built yet, and prints the folder that CMake finds
# it in. Or prints only what identifies it. It is kept in the cache apart from what is linked with
# it, so a change of our own sources compiles ours alone.
#
# LUMIERE_NCNN_SOURCE   an ncnn source folder to use instead of the pinned source distribution
# LUMIERE_ISA           avx2 or sse2: what x86-64 code needs at least (default: avx2 if there)
# CXX, CXXFLAGS         the C++ compiler and its flags

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../../setup/common.sh
. "$here/../../setup/common.sh"
# shellcheck source=../toolchain.sh
. "$here/../toolchain.sh"

packages="$here/../../setup/packages.tsv"
clean_up_at_exit

# What identifies the source.
source_key() {
  if [ -n "${LUMIERE_NCNN_SOURCE:-}" ]; then
    [ -f "$LUMIERE_NCNN_SOURCE/src/net.cpp" ] || fail "LUMIERE_NCNN_SOURCE=$LUMIERE_NCNN_SOURCE is not an ncnn source folder: it has no src/net.cpp"
    (cd "$LUMIERE_NCNN_SOURCE" && find CMakeLists.txt src cmake -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat) | sha256_of /dev/stdin
  else
    awk -F'\t' '$1 == "ncnn" { print $5 }' "$packages"
  fi
}

key() {
  local source
  source="$(source_key)"
  echo "ncnn $source platform $(platform_name) isa $(isa_name) cxx ${CXX:-} ${CXXFLAGS:-}"
  echo "CMakeLists.txt $(sha256_of "$here/CMakeLists.txt")"
}

# Objects of different compilers do not always go together.
compiler() {
  "${CXX:-c++}" --version 2>/dev/null | head -n 1 || true
}

build() {
  local version source arguments
  if [ -n "${LUMIERE_NCNN_SOURCE:-}" ]; then
    arguments=("-DLUMIERE_NCNN_SOURCE=$(cd "$LUMIERE_NCNN_SOURCE" && pwd)")
  else
    version="$(awk -F'\t' '$1 == "ncnn" { print $3 }' "$packages")"
    source="$("$here/../../setup/obtain.sh" --unpack ncnn)"
    arguments=("-DLUMIERE_NCNN_SOURCE=$source/ncnn-$version" "-DLUMIERE_NCNN_VERSION=${version##*.}")
  fi
  say "building ncnn for $(platform_name) ($(isa_name)): one to three minutes on two cores, once per machine"
  compile ncnn "$here" "${arguments[@]}" "-DLUMIERE_ISA=$(isa_name)" "-DCMAKE_INSTALL_PREFIX=$work/done"
  logged "installing ncnn" cmake --install "$work/build"
  echo "$inputs" >"$work/done/inputs.txt"
}

inputs="$(key)"
if [ "${1:-}" = --key ]; then
  echo "$inputs"
  exit
fi
need_tools
inputs="$inputs
compiler $(compiler)"
built="$(lumiere_cache)/native/ncnn-$(echo "$inputs" | sha256_of /dev/stdin | cut -c1-16)"
build_once "$built" build
echo "$built"
