# shellcheck shell=bash
# What ./lumiere test and ./lumiere fuzz do; the launcher reads this file and calls one of the two.

# The whole of a test run ends in so many seconds, come what may; the first run also compiles ncnn.
test_limit=${LUMIERE_TEST_LIMIT:-5400}

# Runs a command, and stops it if it takes longer than $1 seconds.
bounded() {
  local limit=$1 pid status=0 stopped=""
  shift
  "$@" &
  pid=$!
  stop_later "$pid" "$limit" "$1" &
  trap 'stopped=yes; kill -TERM "$pid" 2>/dev/null || true' INT TERM
  wait "$pid" || status=$?
  [ -z "$stopped" ] || wait "$pid" || true
  trap - INT TERM
  [ -z "$stopped" ] || exit 130
  return "$status"
}

# Waits for process $1, and after $2 seconds ends it.
stop_later() {
  local waited=0
  trap '' INT
  while kill -0 "$1" 2>/dev/null; do
    sleep 1 >/dev/null 2>&1
    waited=$((waited + 1))
    if [ "$waited" = "$2" ]; then
      echo "lumiere: $3 has not ended after $2 seconds: it is stopped" >&2
      kill -TERM "$1" 2>/dev/null || true
    elif [ "$waited" = "$(($2 + 30))" ]; then
      kill -KILL "$1" 2>/dev/null || true
    fi
  done
}

# All test reports, a line a class.
test_reports() {
  find "$root" -path '*/target/surefire-reports/*.txt' -exec cat {} + | grep '^Tests run:' || true
}

# The classes that took longest, with their seconds. awk reads to the end: if it stopped, sort would fail.
slowest_tests() {
  echo "The ten slowest test classes, in seconds:"
  test_reports | sed -n 's/.*Time elapsed: \([0-9.,]*\) s.* in \(.*\)/\1 \2/p' | tr -d , | sort -rn |
    awk 'NR <= 10 { printf "%8.1f  %s\n", $1, $2 }'
}

# The sum of all test reports, as the closing line.
summarize_tests() {
  test_reports | awk -F'[:,]' '{ run += $2; failed += $4 + $6; skipped += $8 }
    END { printf "%d passed, %d failed, %d skipped\n", run - failed - skipped, failed, skipped }'
}

maven_tests() {
  cd "$root"
  # Two modules at once where they do not need each other: compilers and long tests leave a core idle.
  # The first -T counts.
  exec mvn -B -ntp verify "$@" -T 2
}

run_tests() {
  require_maven
  local status=0 scripts log=$root/target/setup-test.log
  find "$root" -path '*/target/surefire-reports' -prune -exec rm -rf {} + 2>/dev/null || true
  # They wait for most of their time, so they run beside Maven; what they say comes behind it, in one piece.
  mkdir -p "$root/target"
  bounded 300 "$root/setup/test.sh" >"$log" 2>&1 &
  scripts=$!
  # shellcheck disable=SC2064
  trap "kill $scripts 2>/dev/null || true" EXIT
  bounded "$test_limit" maven_tests "$@" || status=$?
  wait "$scripts" || status=$?
  trap - EXIT
  echo "The set-up's scripts:"
  cat "$log"
  slowest_tests
  summarize_tests
  return "$status"
}

fuzz_usage="usage: ./lumiere fuzz [TARGET] [MINUTES], or ./lumiere fuzz TARGET FILE"

# The test classes of module $1 that take random numbers, by their full names.
random_classes() {
  (cd "$root/$1/src/test/java" 2>/dev/null || exit 0
  grep -rlE 'io\.lumiere\.testing\.(Seed|Fuzz)|extends LuceneTestCase' --include='*Test.java' . || true) |
    sed 's|^\./||; s|\.java$||; s|/|.|g' | sort
}

# The names of all targets.
fuzz_targets() {
  grep -rhoE 'Fuzz\.target\("[a-z0-9-]+"' --include='*Test.java' "$root"/*/src/test/java 2>/dev/null |
    sed 's/.*"\(.*\)"/\1/' | grep -v '^selftest' | sort -u | tr '\n' ' '
}

# Keeps the input that a virtual machine broke off with.
keep_crashes() {
  local module=$1 status=$2 current kept folder
  for current in "$root/$module"/target/fuzz/*/current*; do
    [ -e "$current" ] || continue
    folder=$(dirname "$current")
    kept=$folder/crash-$(cksum <"$current" | cut -d' ' -f1)${current##*/current}
    mv "$current" "$kept"
    printf 'fuzz %s\t1\t1\n' "$(basename "$folder")" >>"$root/$module/target/fuzz/runs.tsv"
    echo "found: the virtual machine ended with status $status"
    echo "  to repeat it: ./lumiere fuzz $(basename "$folder") $kept"
  done
}

fuzz_java() {
  local module=$1 seconds=$2 seed=$3
  shift 3
  cd "$root/$module"
  # As the module's own tests have it.
  export LUMIERE_CACHE=$root/$module/target/cache
  exec "$JAVA_HOME/bin/java" -Xmx2g -XX:-CreateCoredumpOnCrash -XX:ErrorFile=target/fuzz/hs_err.log \
    --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector ${fuzz_options[@]+"${fuzz_options[@]}"} \
    -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
    io.lumiere.testing.FuzzMain "$seconds" "$seed" "$@"
}

# Fuzzes the classes of one module; another process goes on where one crashes or is stuck.
fuzz_module() {
  local module=$1 seconds=$2 status tries=0 end=$((SECONDS + $2))
  shift 2
  echo "$module: $seconds seconds, $# classes"
  while :; do
    status=0
    bounded $((seconds + 300)) fuzz_java "$module" "$seconds" "$seed" "$@" || status=$?
    [ "$status" = 0 ] || found=1
    [ "$status" -gt 1 ] || return 0
    [ "$status" = 3 ] || keep_crashes "$module" "$status"
    tries=$((tries + 1))
    seed=$((seed + 1000))
    seconds=$((end - SECONDS))
    [ "$tries" -lt 10 ] && [ "$seconds" -gt 5 ] || return 0
  done
}

# Sets target, minutes and file from the arguments.
fuzz_arguments() {
  local argument
  for argument in "$@"; do
    if [[ $argument =~ ^[0-9]+$ ]]; then
      minutes=$argument
    elif [ -f "$argument" ] && [ -n "$target" ]; then
      file=$(cd "$(dirname "$argument")" && pwd)/$(basename "$argument")
    elif [ -z "$target" ] && [[ $argument =~ ^[A-Za-z0-9-]+$ ]]; then
      target=$argument
    else
      fail "'$argument' is neither a number of minutes nor a file: $fuzz_usage"
    fi
  done
  [ "$minutes" -ge 1 ] && [ "$minutes" -le 10080 ] || fail "$minutes minutes: give 1 to 10080"
}

# Sets chosen to lines MODULE CLASS: what the target's name means, or all that is random.
fuzz_choose() {
  local module class
  chosen=()
  for module in "${modules[@]}"; do
    [ "$module" != testing ] || continue
    for class in $(random_classes "$module"); do
      if [ -z "$target" ] || [ "${class##*.}" = "$target" ] ||
        grep -qE "Fuzz\.target\(\"$target\"" "$root/$module/src/test/java/${class//.//}.java"; then
        chosen+=("$module $class")
      fi
    done
  done
  [ "${#chosen[@]}" -gt 0 ] ||
    fail "there is no fuzz target and no random test class '$target'; targets: $(fuzz_targets)"
}

fuzz() {
  require_maven
  local target="" minutes=10 file="" found=0 seed module classes chosen fuzz_options=()
  fuzz_arguments "$@"
  fuzz_choose
  [[ ! $target =~ ^[a-z0-9-]+$ ]] || fuzz_options+=("-Dlumiere.fuzz.only=$target")
  [ -z "$file" ] || fuzz_options+=("-Dlumiere.fuzz.file=$file")
  seed=$(date +%s)
  echo "lumiere: building the tests" >&2
  rm -f "$root"/*/target/fuzz/runs.tsv
  (cd "$root" && mvn -q -B -ntp -Dspotless.check.skip test-compile dependency:build-classpath \
    -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath \
    -pl "$(printf '%s\n' "${chosen[@]}" | cut -d' ' -f1 | sort -u | paste -sd, -)" -am >"$root/app/target/fuzz.log" 2>&1) ||
    fail "the build failed; all that it printed is in $root/app/target/fuzz.log"
  for module in "${modules[@]}"; do
    classes=$(printf '%s\n' "${chosen[@]}" | sed -n "s/^$module //p")
    [ -n "$classes" ] || continue
    # shellcheck disable=SC2086
    set -- $classes
    fuzz_module "$module" "$([ -n "$file" ] && echo 0 || echo $((minutes * 60 * $# / ${#chosen[@]})))" "$@"
  done
  fuzz_summary
  return "$found"
}

fuzz_summary() {
  cat "$root"/*/target/fuzz/runs.tsv 2>/dev/null |
    awk -F'\t' '{ runs[$1] += $2; found[$1] += $3 } END { for (name in runs) printf "%s: %d executions, %d findings\n", name, runs[name], found[name] }' |
    sort
  [ "$found" = 0 ] || echo "What was found is kept below */target/fuzz"
}
