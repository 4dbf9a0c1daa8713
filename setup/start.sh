# shellcheck shell=bash
# How a search starts quickly: Java keeps the classes of a search, as it has loaded and linked them,
# in a file beside the jar. Sourced by the launcher, or run by it to make the file:
#   JAVA_HOME=... bash setup/start.sh ROOT
#
# The file is made by a search of an index that is there, by the build or behind the first search
# after one. Java passes over a file that is not of its own version or of these jars. It only saves
# time: what cannot be made is left, and not tried again before the next build or JDK.

# start_cache ROOT: the name of the file for the JDK in JAVA_HOME; nothing where it is older than
# version 25.
start_cache() {
  local line version=""
  while IFS= read -r line; do
    case "$line" in
      JAVA_VERSION=*) version=${line#*=} ;;
      JAVA_RUNTIME_VERSION=*)
        version=${line#*=}
        break
        ;;
    esac
  done <"$JAVA_HOME/release"
  version=${version//[^A-Za-z0-9.+-]/}
  case "$version" in
    ? | ?.* | 1? | 1?.* | 2[0-4] | 2[0-4].* | 2[0-4]+*) ;;
    [0-9]*) echo "$1/app/target/start/lumiere-$version.aot" ;;
  esac
}

# start_class_path ROOT: with which the file is made and used; they must be the same.
start_class_path() {
  echo "$1/app/target/start/picocli.jar:$1/app/target/lumiere-app-0.1.0.jar"
}

# The index of the demo, else a person's own.
start_index() {
  local index
  for index in "$(lumiere_cache)/demo/index" \
    "${LUMIERE_INDEX:-${XDG_DATA_HOME:-${HOME:-}/.local/share}/lumiere/index}"; do
    if [ -d "$index" ]; then
      echo "$index"
      return
    fi
  done
}

# make_start_cache ROOT: makes the file, if there is an index to make it with.
make_start_cache() {
  local root=$1 cache index fresh
  cache=$(start_cache "$root")
  index=$(start_index)
  [ -n "$cache" ] && [ -n "$index" ] || return 0
  mkdir -p "$root/app/target/start" 2>/dev/null || return 0
  # One at a time; a second has nothing left to do.
  mkdir "$cache.lock" 2>/dev/null || [ -n "$(find "$cache.lock" -maxdepth 0 -mmin +10 2>/dev/null)" ] || return 0
  fresh=$cache.$$
  if [ ! -e "$cache" ] && [ ! -e "$cache.failed" ]; then
    if "$JAVA_HOME/bin/java" "$root/setup/ModernClasses.java" "$root"/app/target/lib/picocli-*.jar "$root/app/target/start/picocli.jar" &&
      LUMIERE_HOME=$root "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
        --enable-native-access=ALL-UNNAMED -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$fresh" \
        -cp "$(start_class_path "$root")" io.lumiere.app.Main search sunset --index "$index" &&
      [ -s "$fresh" ]; then
      mv "$fresh" "$cache"
    else
      rm -f "$fresh" "$fresh.config"
      : >"$cache.failed"
    fi
  fi >/dev/null 2>&1 </dev/null
  rmdir "$cache.lock" 2>/dev/null || true
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  # shellcheck source=setup/common.sh
  . "$1/setup/common.sh"
  make_start_cache "$1"
fi
