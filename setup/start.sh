# shellcheck shell=bash
# How a search starts quickly: Java keeps the classes of a search, as it has loaded and linked them,
# in a file beside the jar. Sourced by the launcher, or run by it to make the file:
#   JAVA_HOME=... bash setup/start.sh ROOT
#
# The file is made by a search of an index that is there, by the build or behind the first search
# after one. That search has an option, so that picocli's classes are in the file, too: a search
# without any is read without picocli. Java passes over a file that is not of its own version or of
# these jars. It only saves time: what cannot be made is left, and not tried again before the next
# build or JDK.

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

# find_program ROOT: sets program_folder, where the jars of the program are. A build puts them into a folder of its own:
# a program that runs goes on with those that it began with, as Java opens a library when it first needs it.
find_program() {
  local name=""
  program_folder=$1/app/target
  [ ! -e "$program_folder/program" ] || IFS= read -r name <"$program_folder/program"
  [ -z "$name" ] || program_folder=$program_folder/programs/$name
}

# keep_program ROOT: makes such a folder of what was built, and takes older ones away but for two.
keep_program() {
  local target=$1/app/target name folders i
  name=$(date +%Y%m%d-%H%M%S)
  while [ -e "$target/programs/$name" ]; do name+=+; done
  mkdir -p "$target/programs/$name/lib"
  cp "$target/lumiere-app-0.1.0.jar" "$target/lumiere-app-0.1.0-prompt.jar" "$target/programs/$name/"
  # Links, since Maven makes new files of libraries that have changed.
  ln "$target"/lib/*.jar "$target/programs/$name/lib/" 2>/dev/null || cp "$target"/lib/*.jar "$target/programs/$name/lib/"
  echo "$name" >"$target/program.$$"
  mv "$target/program.$$" "$target/program"
  folders=("$target/programs"/*)
  for ((i = 0; i < ${#folders[@]} - 3; i++)); do
    rm -rf "${folders[i]}"
  done
}

# start_class_path ROOT: with which the file is made and used; they must be the same.
start_class_path() {
  echo "$1/app/target/start/picocli.jar:$program_folder/lumiere-app-0.1.0.jar"
}

# start_is_of_this_build FILE: whether FILE is there, and not older than the program.
start_is_of_this_build() {
  [ -e "$1" ] && [ ! "$program_folder/lumiere-app-0.1.0.jar" -nt "$1" ]
}

# The index of the demo, else a person's own.
start_index() {
  local index
  for index in "$(lumiere_cache 2>/dev/null)/demo/index" \
    "${LUMIERE_INDEX:-${XDG_DATA_HOME:-${HOME:-}/.local/share}/lumiere/index}"; do
    if [ -d "$index" ]; then
      echo "$index"
      return
    fi
  done
}

# start_picocli ROOT: makes the library of the class path, once for all JDKs: a file like the one above is of no use any
# more when a jar of its class path is written again.
start_picocli() {
  local made=$1/app/target/start/picocli.jar
  [ ! -e "$made" ] || return 0
  "$JAVA_HOME/bin/java" "$1/setup/ModernClasses.java" "$program_folder"/lib/picocli-*.jar "$made.$$" && mv "$made.$$" "$made"
}

# make_start_cache ROOT: makes the file, if there is an index to make it with.
make_start_cache() {
  local root=$1 cache index fresh lock=$1/app/target/start/making
  find_program "$root"
  cache=$(start_cache "$root")
  index=$(start_index)
  [ -n "$cache" ] && [ -n "$index" ] || return 0
  mkdir -p "$root/app/target/start" 2>/dev/null || return 0
  # One at a time, of all JDKs; a second has nothing left to do.
  mkdir "$lock" 2>/dev/null || [ -n "$(find "$lock" -maxdepth 0 -mmin +10 2>/dev/null)" ] || return 0
  fresh=$cache.$$
  if ! start_is_of_this_build "$cache" && ! start_is_of_this_build "$cache.failed"; then
    rm -f "$root"/app/target/start/*.aot.[0-9]* "$root"/app/target/start/picocli.jar.[0-9]* # Of runs that were killed.
    if start_picocli "$root" &&
      LUMIERE_HOME=$root "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
        --enable-native-access=ALL-UNNAMED -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$fresh" \
        -cp "$(start_class_path "$root")" io.lumiere.app.Main search sunset --limit 20 --index "$index" &&
      [ -s "$fresh" ] && mv "$fresh" "$cache"; then
      :
    else
      rm -f "$fresh" "$fresh.config"
      : >"$cache.failed" || true # A disk may be full.
    fi
  fi >/dev/null 2>&1 </dev/null
  rmdir "$lock" 2>/dev/null || true
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  # shellcheck source=setup/common.sh
  . "$1/setup/common.sh"
  make_start_cache "$1"
fi
