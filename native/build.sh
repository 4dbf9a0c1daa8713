#!/usr/bin/env bash
# build.sh JAVACPP_JAR OUTPUT
#
# Builds Lumiere's native library and its JavaCPP binding, and copies both into OUTPUT (Maven's
# target/classes): class files of io.lumiere.ncnn.internal.NcnnFacade and, in a folder named after
# the platform, the library. The result is cached outside the project under a hash of its inputs,
# so a second build, or another clone on this machine, compiles nothing native.
#
# JAVA_HOME         a JDK, 21 or newer
# LUMIERE_SYMBOLS   ON to keep the names of functions, which profilers show
# and what ncnn/build.sh reads

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=../setup/common.sh
. "$here/../setup/common.sh"
# shellcheck source=toolchain.sh
. "$here/toolchain.sh"

javacpp="$1"
output="$2"
package=io/lumiere/ncnn/internal
clean_up_at_exit

java_home() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    echo "$JAVA_HOME"
  elif command -v javac >/dev/null 2>&1; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  else
    fail "a JDK is needed: set JAVA_HOME to JDK 21 or newer (Debian: apt install openjdk-21-jdk; macOS: brew install openjdk)"
  fi
}

inputs() {
  local file ncnn
  ncnn="$("$here/ncnn/build.sh" --key)"
  echo "layout 2 javacpp $(basename "$javacpp")"
  echo "$ncnn"
  [ -z "${LUMIERE_SYMBOLS:-}" ] || echo "symbols $LUMIERE_SYMBOLS"
  (cd "$here" && LC_ALL=C ls CMakeLists.txt src/main/cpp/* "src/main/java/$package/NcnnPreset.java") |
    while IFS= read -r file; do
      echo "$file $(sha256_of "$here/$file")"
    done
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

# The library, of our sources, the binding's and ncnn.
link() {
  local ncnn
  ncnn="$("$here/ncnn/build.sh")"
  compile "the native library" "$here" "-DCMAKE_PREFIX_PATH=$ncnn" "-DLUMIERE_ISA=$isa" \
    "-DLUMIERE_JNI_DIR=$work/jni" "-DLUMIERE_JAVA_HOME=$java" \
    "-DLUMIERE_SYMBOLS=${LUMIERE_SYMBOLS:-OFF}"
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

build() {
  need_tools
  bind
  link
  mkdir "$work/done"
  echo "$inputs" >"$work/done/inputs.txt"
  mv "$work/classes" "$work/done/"
  say "built $(ls "$work/done/classes/$package/$platform") for $built"
}

java="$(java_home)"
platform="$(platform_name)"
isa="$(isa_name)"
inputs="$(inputs)"
built="$(lumiere_cache)/native/$(echo "$inputs" | sha256_of /dev/stdin | cut -c1-16)"

build_once "$built" build

# Only what differs, so that Maven sees no change where there is none.
(cd "$built/classes" && find . -type f) | while IFS= read -r file; do
  cmp -s "$built/classes/$file" "$output/$file" && continue
  mkdir -p "$output/$(dirname "$file")"
  cp "$built/classes/$file" "$output/$file"
done
