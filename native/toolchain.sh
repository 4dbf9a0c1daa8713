# Shell functions of the scripts that compile native code: what this machine is, and what it has.
# Sourced by bash, after setup/common.sh.

# The name that JavaCPP gives this platform.
platform_name() {
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

# Whether the processor has all that code for AVX2 is compiled with.
has_avx2() {
  local flag
  if [ -r /proc/cpuinfo ]; then
    for flag in avx2 fma f16c; do
      grep -m1 '^flags' /proc/cpuinfo | grep -qw "$flag" || return 1
    done
  else
    sysctl -n machdep.cpu.leaf7_features 2>/dev/null | grep -qw AVX2
  fi
}

# What x86-64 code needs at least.
isa_name() {
  case "$(platform_name)" in
    *-x86_64) if [ -n "${LUMIERE_ISA:-}" ]; then echo "$LUMIERE_ISA"; elif has_avx2; then echo avx2; else echo sse2; fi ;;
    *) echo default ;;
  esac
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

# build_once FOLDER COMMAND: makes FOLDER by COMMAND, which fills $work/done, unless it is there. What
# is there is only read, so that a cache that cannot be written is enough.
build_once() {
  [ ! -d "$1" ] || return 0
  lock "$1.lock"
  lock_held="$1.lock"
  if [ ! -d "$1" ]; then
    work="$(mktemp -d "$(dirname "$1")/.work-XXXXXX")"
    "$2"
    mv "$work/done" "$1"
  fi
}

# logged WHAT COMMAND...: output goes to the log of $work; its end is shown when the command fails.
logged() {
  local what="$1"
  shift
  if ! "$@" >>"$work/log" 2>&1; then
    grep -n -m5 -i 'error' "$work/log" >&2 || true
    tail -n 25 "$work/log" >&2
    fail "$what failed (the end of its output is above)"
  fi
}

# compile WHAT SOURCE ARGUMENTS...: builds SOURCE by CMake in $work/build.
compile() {
  local what="$1" source="$2" generator=() cores
  shift 2
  cores="$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)"
  if command -v ninja >/dev/null 2>&1; then generator=(-G Ninja); fi
  logged "cmake" cmake ${generator[@]+"${generator[@]}"} -S "$source" -B "$work/build" "$@"
  logged "compiling $what" cmake --build "$work/build" --parallel "$cores"
}
