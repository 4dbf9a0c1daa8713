#!/usr/bin/env bash
# build.sh JAVACPP_JAR OUTPUT
#
# Builds Lumiere's native library and its JavaCPP binding, and copies both into OUTPUT (Maven's
# target/classes): class files of io.lumiere.ncnn.internal.NcnnFacade and, in a folder named after
# the platform, the library. The result is cached outside the project under a hash of its inputs,
# so a second build, or another clone on this machine, compiles nothing native.
#
# JAVA_HOME             a JDK, 21 or newer
# LUMIERE_NCNN_SOURCE   an ncnn source folder to use instead of the pinned source distribution
# LUMIERE_ISA           avx2 or sse2: what x86-64 code needs at least (default: avx2 if there)
# CXX, CXXFLAGS         the C++ compiler and its flags

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../setup/common.sh
. "$here/../setup/common.sh"

javacpp="$1"
output="$2"
package=io/lumiere/ncnn/internal
work=""
lock_held=""

cleanup() {
  [ -z "$work" ] || rm -rf "$work"
  [ -z "$lock_held" ] || unlock "$lock_held"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

java_home() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    echo "$JAVA_HOME"
  elif command -v javac >/dev/null 2>&1; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  else
    fail "a JDK is needed: set JAVA_HOME to JDK 21 or newer (Debian: apt install openjdk-21-jdk; macOS: brew install openjdk)"
  fi
}

# The name that JavaCPP gives this platform.
platform() {
  local os arch
  case "$(uname -s)" in
    Linux) os=linux ;;
    Darwin) os=macosx ;;
    *) fail "unsupported system $(uname -s): Linux and macOS are supported" ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) arch=x86_64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) fail "unsupported processor $(uname -m): x86-64 and arm64 are supported" ;;
  esac
  echo "$os-$arch"
}

has_avx2() {
  if [ -r /proc/cpuinfo ]; then
    grep -m1 '^flags' /proc/cpuinfo | grep -qw avx2 && grep -m1 '^flags' /proc/cpuinfo | grep -qw fma
  else
    sysctl -n machdep.cpu.leaf7_features 2>/dev/null | grep -qw AVX2
  fi
}

isa() {
  case "$platform" in
    *-x86_64) if [ -n "${LUMIERE_ISA:-}" ]; then echo "$LUMIERE_ISA"; elif has_avx2; then echo avx2; else echo sse2; fi ;;
    *) echo default ;;
  esac
}

# What identifies the ncnn that is built in.
ncnn_identity() {
  if [ -n "${LUMIERE_NCNN_SOURCE:-}" ]; then
    [ -f "$LUMIERE_NCNN_SOURCE/src/net.cpp" ] || fail "LUMIERE_NCNN_SOURCE=$LUMIERE_NCNN_SOURCE is not an ncnn source folder: it has no src/net.cpp"
    (cd "$LUMIERE_NCNN_SOURCE" && find CMakeLists.txt src cmake -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat) | sha256_of /dev/stdin
  else
    awk -F'\t' '$1 == "ncnn" { print $5 }' "$here/../setup/packages.tsv"
  fi
}

inputs() {
  local file ncnn_id
  ncnn_id="$(ncnn_identity)"
  echo "layout 1 platform $platform isa $isa cxx ${CXX:-} ${CXXFLAGS:-}"
  echo "javacpp $(basename "$javacpp")"
  echo "ncnn $ncnn_id"
  (cd "$here" && LC_ALL=C ls CMakeLists.txt cmake/ncnn.cmake src/main/cpp/* \
    "src/main/java/$package/NcnnPreset.java") | while IFS= read -r file; do
    echo "$file $(sha256_of "$here/$file")"
  done
}

need_tools() {
  local compiler="${CXX:-c++}"
  command -v "$compiler" >/dev/null 2>&1 || command -v g++ >/dev/null 2>&1 ||
    fail "a C++ compiler is needed to build ncnn: install one (Debian: apt install g++; macOS: xcode-select --install)"
  command -v cmake >/dev/null 2>&1 ||
    fail "cmake is needed to build ncnn: install it (Debian: apt install cmake; macOS: brew install cmake)"
  command -v ninja >/dev/null 2>&1 || command -v make >/dev/null 2>&1 ||
    fail "ninja or make is needed to build ncnn: install one (Debian: apt install ninja-build; macOS: xcode-select --install)"
}

# logged WHAT COMMAND...: output goes to the log; its end is shown when the command fails.
logged() {
  local what="$1"
  shift
  if ! "$@" >>"$work/log" 2>&1; then
    grep -n -m5 -i 'error' "$work/log" >&2 || true
    tail -n 25 "$work/log" >&2
    fail "$what failed (the end of its output is above)"
  fi
}

# The binding: preset -> parser -> NcnnFacade.java -> class files -> JNI code in C++.
bind() {
  local builder=("$java/bin/java" -cp "$javacpp:$work/classes" org.bytedeco.javacpp.tools.Builder
    -classpath "$work/classes" "-Dplatform.includepath=$here/src/main/cpp")
  mkdir "$work/classes" "$work/java" "$work/jni"
  logged "compiling NcnnPreset" "$java/bin/javac" --release 21 -proc:none -cp "$javacpp" \
    -d "$work/classes" "$here/src/main/java/$package/NcnnPreset.java"
  logged "JavaCPP's parser" "${builder[@]}" -nogenerate -d "$work/java" io.lumiere.ncnn.internal.NcnnPreset
  logged "compiling NcnnFacade" "$java/bin/javac" --release 21 -proc:none -cp "$javacpp:$work/classes" \
    -d "$work/classes" "$work/java/$package/NcnnFacade.java"
  logged "JavaCPP's generator" "${builder[@]}" -nocompile -nodelete -d "$work/jni" io.lumiere.ncnn.internal.NcnnFacade
  rm "$work/classes/$package/NcnnPreset.class"
}

ncnn_arguments() {
  local version source
  if [ -n "${LUMIERE_NCNN_SOURCE:-}" ]; then
    source="$(cd "$LUMIERE_NCNN_SOURCE" && pwd)"
    ncnn=("-DLUMIERE_NCNN_SOURCE=$source")
  else
    version="$(awk -F'\t' '$1 == "ncnn" { print $3 }' "$here/../setup/packages.tsv")"
    source="$("$here/../setup/obtain.sh" --unpack ncnn)"
    ncnn=("-DLUMIERE_NCNN_SOURCE=$source/ncnn-$version" "-DLUMIERE_NCNN_VERSION=${version##*.}")
  fi
}

compile() {
  local generator=() cores
  cores="$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)"
  if command -v ninja >/dev/null 2>&1; then generator=(-G Ninja); fi
  say "building ncnn for $platform ($isa): one to three minutes on two cores, once per machine"
  logged "cmake" cmake ${generator[@]+"${generator[@]}"} -S "$here" -B "$work/build" \
    "${ncnn[@]}" "-DLUMIERE_ISA=$isa" "-DLUMIERE_JNI_DIR=$work/jni" "-DLUMIERE_JAVA_HOME=$java"
  logged "compiling ncnn" cmake --build "$work/build" --parallel "$cores"
  mkdir "$work/classes/$package/$platform"
  cp "$work/build/"libjniNcnnFacade.* "$work/classes/$package/$platform/"
  distinguish "$work/classes/$package/$platform/libjniNcnnFacade.so"
}

# JavaCPP extracts the library from our jar once, and again when its size or date differs. Dates in
# our jars are fixed for reproducible builds and linkers round sizes, so make the size depend on the
# inputs. What follows the end of an ELF file is ignored; macOS signs libraries, so not there.
distinguish() {
  local key
  [ -f "$1" ] || return 0
  key="$(basename "$built")"
  head -c "$((16#${key:0:3}))" /dev/zero >>"$1"
}

java="$(java_home)"
platform="$(platform)"
isa="$(isa)"
native="$(lumiere_cache)/native"
inputs="$(inputs)"
built="$native/$(echo "$inputs" | sha256_of /dev/stdin | cut -c1-16)"

# What is built already is only read, so that a cache that cannot be written is enough.
if [ ! -d "$built" ]; then
  lock "$built.lock"
  lock_held="$built.lock"
  if [ ! -d "$built" ]; then
    work="$(mktemp -d "$native/.work-XXXXXX")"
    need_tools
    ncnn_arguments
    bind
    compile
    echo "$inputs" >"$work/inputs.txt"
    mkdir "$work/done"
    mv "$work/classes" "$work/inputs.txt" "$work/done/"
    mv "$work/done" "$built"
    say "built $(ls "$built/classes/$package/$platform") into $built"
  fi
fi

# Only what differs, so that Maven sees no change where there is none.
(cd "$built/classes" && find . -type f) | while IFS= read -r file; do
  cmp -s "$built/classes/$file" "$output/$file" && continue
  mkdir -p "$output/$(dirname "$file")"
  cp "$built/classes/$file" "$output/$file"
done
