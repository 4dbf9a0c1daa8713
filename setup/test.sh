#!/usr/bin/env bash
# Tests of the set-up scripts that need no network: a stand-in for python3 plays pip.

set -euo pipefail
unset CDPATH # By it, cd goes elsewhere, and prints where.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
failures=0

# check WHAT ACTUAL EXPECTED-PATTERN
check() {
  if [[ "$2" =~ $3 ]]; then
    echo "ok: $1"
  else
    echo "FAILED: $1: '$2' does not match '$3'"
    failures=$((failures + 1))
  fi
}

mkdir "$dir/setup" "$dir/bin" "$dir/poor"
cp "$here/obtain.sh" "$here/common.sh" "$dir/setup/"
printf 'right content' >"$dir/content"
sha="$(. "$here/common.sh" && sha256_of "$dir/content")"
printf 'thing\tpypi-wheel\t1.0\tthing-1.0.whl\t%s\n' "$sha" >"$dir/setup/packages.tsv"
printf 'thing@moon\tpypi-wheel\t1.0\tthing-1.0-cp311-abi3-moon_1.whl\t%s\n' "$sha" >>"$dir/setup/packages.tsv"
printf 'mvnthing\tmaven:org.example\t1.0\tmvnthing-1.0.zip\t%s\n' "$sha" >>"$dir/setup/packages.tsv"
printf 'debthing\tdebian\t1.0\tdebthing.deb\t%s\n' "$sha" >>"$dir/setup/packages.tsv"

# Counts downloads, takes a while, and writes what $dir/content holds.
cat >"$dir/bin/python3" <<EOF
#!/usr/bin/env bash
case "\$*" in
  *--version*) exit 0 ;;
  *download*)
    [ ! -e "$dir/offline" ] || { echo "no route to host"; exit 1; }
    echo x >>"$dir/downloads"
    echo "\$*" >"$dir/arguments"
    sleep 0.5
    while [ "\$1" != --dest ]; do shift; done
    mkdir -p "\$2"
    cp "$dir/content" "\$2/thing-1.0.whl"
    ;;
esac
EOF
chmod +x "$dir/bin/python3"
cat >"$dir/bin/mvn" <<EOF
#!/usr/bin/env bash
echo "\$*" >"$dir/arguments"
for argument; do
  case "\$argument" in -DoutputDirectory=*) mkdir -p "\${argument#*=}" && cp "$dir/content" "\${argument#*=}/mvnthing-1.0.zip" ;; esac
done
EOF
chmod +x "$dir/bin/mvn"
# A PATH with the usual tools and neither python3 nor apt-get.
for tool in bash env dirname basename mkdir rmdir id uname cat rm mv sleep awk sed sort cut find head tail mktemp sha256sum tr; do
  path="$(command -v "$tool" || true)"
  [ -z "$path" ] || ln -s "$path" "$dir/poor/$tool"
done

export LUMIERE_CACHE="$dir/cache" PATH="$dir/bin:$PATH"
obtain() { "$dir/setup/obtain.sh" "$@" 2>&1; }
file="$LUMIERE_CACHE/packages/thing-1.0.whl"

check "an unknown name is refused with the known ones" "$(obtain nope || echo "status $?")" "unknown package 'nope': known are thing, thing@moon, mvnthing, debthing.*status 1"
check "it may be called from any folder, whatever is set for cd" "$(cd "$dir" && export CDPATH=. && setup/obtain.sh 2>&1 || echo "status $?")" "usage: .*status 1"
check "no name shows the usage" "$(obtain || echo "status $?")" "usage: .*status 1"

touch "$dir/offline"
check "a failed download says so" "$(obtain thing || echo "status $?")" "no route to host.*downloading thing 1.0 failed.*is there a network.*status 1"
rm "$dir/offline"

obtain thing >"$dir/one" & obtain thing >"$dir/two"; wait
check "the path is printed" "$(tail -n 1 "$dir/one")" "^$file$"
check "two runs at once download once" "$(wc -l <"$dir/downloads") $(tail -n 1 "$dir/two")" "^ *1 $file$"
check "the file is right" "$(cat "$file")" "^right content$"

obtain thing >/dev/null
check "a second run downloads nothing" "$(wc -l <"$dir/downloads")" "^ *1$"

echo damage >>"$file"
check "a damaged file is replaced" "$(obtain thing)" "is damaged.*obtaining thing 1.0"
check "and right again" "$(cat "$file")" "^right content$"

check "a plain wheel is asked for without tags" "$(cat "$dir/arguments")" ":all: --dest .* thing==1.0$"
obtain thing@moon >"$dir/one"
check "a platform's wheel is asked for by its tags" "$(cat "$dir/arguments")" \
  "--implementation cp --python-version 311 --abi abi3 --platform moon_1 --dest .* thing==1.0$"
check "and kept under its name" "$(tail -n 1 "$dir/one")" "/thing-1.0-cp311-abi3-moon_1.whl$"
rm "$LUMIERE_CACHE/packages/thing-1.0-cp311-abi3-moon_1.whl"

check "a file of Maven's is fetched by its coordinates" "$(obtain mvnthing)" "/mvnthing-1.0.zip$"
check "into a repository that does not stay" "$(cat "$dir/arguments")" \
  "-Dmaven.repo.local=$LUMIERE_CACHE/packages/.work-.*:copy -Dartifact=org.example:mvnthing:1.0:zip "
rm "$LUMIERE_CACHE/packages/mvnthing-1.0.zip"

rm "$file"
printf 'other content' >"$dir/content"
check "a file with another SHA-256 is refused" "$(obtain thing || echo "status $?")" "has SHA-256 .* where $sha is expected: refused.*status 1"
check "and not kept" "$(ls -A "$LUMIERE_CACHE/packages")" "^$"
printf 'right content' >"$dir/content"

lock="$LUMIERE_CACHE/packages/.lock-thing-1.0.whl"
mkdir -p "$lock"
echo 999999999 >"$lock/pid"
check "the lock of a dead run is taken over" "$(obtain thing)" "$file$"
rm "$file"
mkdir "$lock"
echo "$$ $(uname -n) 1" >"$lock/pid"
check "so is one whose process number another process has now" "$(obtain thing)" "$file$"
rm "$file"
mkdir "$lock"
touch -t 202001010000 "$lock"
check "and one of a run that was killed before it signed" "$(obtain thing)" "$file$"
rm "$file"
mkdir "$lock"
check "a fresh one without an owner is waited for" "$(LUMIERE_LOCK_WAIT=1 obtain thing || echo "status $?")" \
  "waiting for another run .just begun.*waited too long.*status 1"
echo "$$ $(uname -n) $(. "$here/common.sh" && started_at $$)" >"$lock/pid"
check "a living owner is named, and waited for so long only" "$(LUMIERE_LOCK_WAIT=1 obtain thing || echo "status $?")" \
  "waiting for another run .process $$ on .*waited too long for process $$ on .*delete the folder.*status 1"
echo "999999999 another.machine 1" >"$lock/pid"
check "a process of another machine counts as alive" "$(LUMIERE_LOCK_WAIT=1 obtain thing || echo "status $?")" \
  "waited too long for process 999999999 on another.machine.*status 1"
rm -r "$lock"
echo 1 >"$lock"
check "a file in the lock's place is named" "$(obtain thing || echo "status $?")" "cannot make the folder .*status 1"
rm "$lock"
echo 999999999 >"$dir/pid"
mkdir "$lock" && cp "$dir/pid" "$lock/pid"
for n in 1 2 3 4; do obtain thing >"$dir/run$n" & done
wait
check "of many that find a dead lock one downloads" "$(cat "$dir"/run? | grep -c "obtaining") $(ls -A "$LUMIERE_CACHE/packages")" "^1 thing-1.0.whl$"

# The rights of files bind everybody but root: root plays somebody else.
as_somebody() {
  if [ "$(id -u)" != 0 ]; then
    "$@"
  elif command -v setpriv >/dev/null 2>&1; then
    setpriv --reuid 54321 --regid 54321 --clear-groups "$@"
  else
    echo "skipped: no setpriv"
  fi
}
# checked_as WHAT ACTUAL EXPECTED-PATTERN: as check, and says where it could not be tried.
checked_as() {
  if [ "$2" = "skipped: no setpriv" ]; then echo "skipped, as root without setpriv: $1"; else check "$@"; fi
}
chmod a+rx "$dir" "$dir/setup" "$dir/bin" && chmod a+r "$dir"/setup/* && chmod -R a-w "$LUMIERE_CACHE"
checked_as "a complete cache that may not be written is enough" "$(as_somebody "$dir/setup/obtain.sh" thing 2>&1)" "^$file$"
chmod u+w "$LUMIERE_CACHE/packages" && rm "$file" && chmod a-w "$LUMIERE_CACHE/packages"
checked_as "what may not be written is named, at once" "$(as_somebody "$dir/setup/obtain.sh" thing 2>&1 || echo "status $?")" \
  "^obtain.sh: cannot write to $LUMIERE_CACHE/packages as user [^ ]* .Permission denied.: set LUMIERE_CACHE.*status 1$"
chmod -R u+w "$LUMIERE_CACHE"
obtain thing >/dev/null

rm "$file"
check "a missing python3 is named" "$(PATH="$dir/poor" obtain thing || echo "status $?")" "python3 is needed to obtain thing: install it.*status 3"
check "a missing Maven is named" "$(PATH="$dir/poor" obtain mvnthing || echo "status $?")" "Maven is needed to obtain mvnthing: install it.*status 3"
check "a missing apt-get is named" "$(PATH="$dir/poor" obtain debthing || echo "status $?")" "has no apt-get.*status 3"
home_of_passwd="$(unset HOME && echo ~)"
cache_of() { env -u LUMIERE_CACHE -u XDG_CACHE_HOME "$@" bash -c '. "$0/common.sh" && lumiere_cache' "$here" 2>&1; }
check "without HOME it is the home that the system knows" "$(cache_of -u HOME)" "^${home_of_passwd%/}/.cache/lumiere$"
check "a home that is not a path is refused" "$(cache_of HOME=nowhere || echo "status $?")" "there is no home folder.*LUMIERE_CACHE.*status 1"
check "XDG_CACHE_HOME comes before HOME" "$(cache_of XDG_CACHE_HOME=/x HOME=/y)" "^/x/lumiere$"
check "a relative one is passed over" "$(cache_of XDG_CACHE_HOME=x HOME=/y)" "^/y/.cache/lumiere$"
check "LUMIERE_CACHE comes first" "$(cache_of LUMIERE_CACHE=/z XDG_CACHE_HOME=/x)" "^/z$"
check "a cache that cannot be made is named" "$(LUMIERE_CACHE=/dev/null/x obtain thing || echo "status $?")" "set LUMIERE_CACHE to a folder that you may write to.*status 1"

# The page of a machine without Node.js.
mkdir -p "$dir/web/src/main/page" "$dir/web/src/build" "$dir/nonode"
cp "$here/page.sh" "$dir/setup/"
touch "$dir/web/"{package.json,package-lock.json,tsconfig.json,vite.config.ts}
for tool in bash cat cut dirname basename find sort xargs sha256sum shasum; do
  [ -z "$(command -v "$tool")" ] || ln -s "$(command -v "$tool")" "$dir/nonode/$tool"
done
check "without Node.js the page is left out, in one sentence" \
  "$(PATH="$dir/nonode" bash "$dir/setup/page.sh" "$dir/site" 2>&1 && echo "status $?")" "^page.sh: [^"$'\n'"]*needs Node.js[^"$'\n'"]*"$'\n'"status 0$"

# So many that what sort writes does not fit into a pipe: a reader that stopped early would end it.
mkdir -p "$dir/tree/a/target/surefire-reports"
for n in $(seq 4000); do
  echo "Tests run: 2, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: $n.5 s -- in io.lumiere.some.package.of.tests.Number${n}Test"
done >"$dir/tree/a/target/surefire-reports/all.txt"
report="$(bash -c 'set -euo pipefail; root=$0; . "$1"; slowest_tests && summarize_tests' "$dir/tree" "$here/tests.sh" 2>&1 || echo "status $?")"
check "the slowest tests are listed, however many there are" "$report" "in seconds:[[:space:]]+4000.5 .*Number3991Test"
check "and the last line counts all" "$(tail -n 1 <<<"$report")" "^4000 passed, 0 failed, 4000 skipped$"

# The file that searches start from: for new JDKs, by an index that is there, and never an error.
mkdir -p "$dir/jdk/bin" "$dir/app/target/lib"
cp "$here/start.sh" "$dir/setup/"
touch "$dir/app/target/lib/picocli-4.jar"
touch -t 202001010000 "$dir/app/target/lumiere-app-0.1.0.jar"
cat >"$dir/jdk/bin/java" <<EOF
#!/usr/bin/env bash
echo "\$*" >>"$dir/java.runs"
[ ! -e "$dir/java.fails" ] || exit 1
[ ! -e "$dir/java.loses" ] || { rm -r "$dir/app/target/start"; exit 1; }
case "\$1" in *ModernClasses.java) echo library >"\$3" ;; esac
for argument; do case "\$argument" in -XX:AOTCacheOutput=*) echo classes >"\${argument#*=}" ;; esac; done
EOF
chmod +x "$dir/jdk/bin/java"
start() { JAVA_HOME="$dir/jdk" bash "$dir/setup/start.sh" "$dir" 2>&1 || echo "status $?"; }
cache_for() {
  printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$1" >"$dir/jdk/release"
  JAVA_HOME="$dir/jdk" bash -c '. "$0/setup/common.sh"; . "$0/setup/start.sh"; start_cache /r' "$dir"
}
check "JDK 24 has no such file" "<$(cache_for 24.0.2)>" "^<>$"
check "JDK 25 has one of its own" "$(cache_for '25.0.3+9 /x')" "^/r/app/target/start/lumiere-25.0.3\+9x.aot$"
cache_for 25 >/dev/null
check "without an index nothing is made" "<$(LUMIERE_INDEX=$dir/none start)$(ls -d "$dir/app/target/start" 2>/dev/null)>" "^<>$"
mkdir -p "$LUMIERE_CACHE/demo/index"
touch "$dir/java.fails"
check "what cannot be made is left" "<$(start)$(ls "$dir/app/target/start")>" "^<lumiere-25.aot.failed>$"
rm "$dir/java.fails" "$dir/java.runs"
check "and not tried again" "<$(start)$(cat "$dir/java.runs" 2>/dev/null || true)>" "^<>$"
rm -r "$dir/app/target/start"
check "the demo's index is searched to make it" "<$(start)$(cat "$dir/java.runs")>" "search sunset --limit 20 --index $LUMIERE_CACHE/demo/index"
check "it is there then" "$(cat "$dir/app/target/start/lumiere-25.aot")" "^classes$"
started() { (cd "$dir/app/target/start" && ls | tr '\n' ' '); }
touch -t 203001010000 "$dir/app/target/start/lumiere-25.aot"
echo kept >"$dir/app/target/start/picocli.jar"
cache_for 26 >/dev/null
touch "$dir/app/target/start/lumiere-26.aot.7" "$dir/app/target/start/lumiere-26.aot.7.config" "$dir/app/target/start/picocli.jar.7"
check "another JDK's is put beside it, and what a killed run left is taken away" "<$(start)$(started)>" "^<lumiere-25.aot lumiere-26.aot picocli.jar >$"
check "the jar that the first one needs stays" "$(cat "$dir/app/target/start/picocli.jar")" "^kept$"
touch -t 203101010000 "$dir/app/target/lumiere-app-0.1.0.jar"
rm "$dir/java.runs"
check "for a program that is newer it is made again" "<$(start)$(cat "$dir/java.runs")>" "search sunset"
touch "$dir/java.loses"
rm -r "$dir/app/target/start"
check "where not even that can be written, nothing is said" "<$(start)>" "^<>$"

# A build leaves the program that runs as it is.
mkdir -p "$dir/builds/app/target/lib"
built() {
  echo "$1" >"$dir/builds/app/target/lumiere-app-0.1.0.jar"
  echo "$1" >"$dir/builds/app/target/lumiere-app-0.1.0-prompt.jar"
  rm -f "$dir/builds/app/target/lib/a.jar"
  echo "$1" >"$dir/builds/app/target/lib/a.jar"
  (. "$here/start.sh" && keep_program "$dir/builds" && find_program "$dir/builds" && echo "$program_folder")
}
first="$(built first)"
second="$(built second)"
check "a program that runs keeps its jars after a build" "<$(cat "$first"/*.jar "$first"/lib/*.jar | tr '\n' ' ')>" "^<first first first >$"
check "and the next one has its own" "<$(cat "$second"/*.jar "$second"/lib/*.jar | tr '\n' ' ')>" "^<second second second >$"
mv "$first" "$dir/builds/app/target/programs/20260101-000000"
mv "$second" "$dir/builds/app/target/programs/20260102-000000"
cp -r "$dir/builds/app/target/programs/20260102-000000" "$dir/builds/app/target/programs/20260103-000000"
check "two older ones are kept" "$(built third >/dev/null; ls "$dir/builds/app/target/programs" | tr '\n' ' ')" "^20260102-000000 20260103-000000 [0-9+-]+ $"

# function_of FILE NAME: its text.
function_of() { sed -n "/^$2() {/,/^}/p" "$here/../$1"; }

# How each command's Java is started. In "archive" is the file that classes are kept in, or the one of searches.
java_of() {
  (root=$dir JAVA_HOME=$dir/jdk flags=() program=() vectors=
    eval "$(function_of lumiere java_flags)" && eval "$(function_of lumiere share_classes)" && . "$here/start.sh" &&
    find_program "$root" && java_flags "$1" && share_classes "$1" && echo "${flags[*]}")
}
cache_for 25 >/dev/null
echo 'MODULES="java.base jdk.incubator.vector java.desktop"' >>"$dir/jdk/release"
touch "$dir/app/target/lumiere.jsa"
mkdir -p "$dir/app/target/start"
touch -t 203201010000 "$dir/app/target/start/lumiere-25.aot"
for command in index import reindex; do
  check "$command has all of Java's compiler, a collector for throughput and vector instructions" "<$(java_of "$command")>" \
    "^<-XX:.UseParallelGC --add-modules=jdk.incubator.vector .*/lumiere-write.jsa>$"
done
check "export has the same without vectors, and starts as a search does" "$(java_of export)" "^-XX:.UseParallelGC -XX:AOTCache="
check "serve's pauses are short" "$(java_of serve)" "^-XX:.UseG1GC .*--add-modules=jdk.incubator.vector .*/lumiere-serve.jsa$"
check "push builds no graph" "$(java_of push)" "^-XX:.UseParallelGC -Xshare.*/lumiere.jsa$"
for command in search similar stats encode ""; do
  check "what ends soon, such as '$command', starts soon" "$(java_of "$command")" "^-XX:.UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:AOTCache="
done
cache_for 25 >/dev/null
check "a JDK without the module is not asked for it" "$(java_of import)" "^-XX:.UseParallelGC -Xshare.*/lumiere.jsa$"

# What is inherited by the programs that the launcher starts.
inherited() {
  (root=$dir JAVA_HOME=$dir/jdk
    for name in run java_flags share_classes without_incubator_warning; do eval "$(function_of lumiere "$name")"; done
    ask_gallery() { :; }
    . "$here/start.sh" && run "$@") 2>&1
}
printf '#!/usr/bin/env bash\ntrap -p TTIN\necho started\n' >"$dir/jdk/bin/java"
check "a gallery in the background may try to read its terminal" "$(inherited serve | tr '\n' ' ')" "SIGTTIN started"
check "others stop for it, as programs do" "$(inherited index | tr '\n' ' ')" "^started"
if command -v perl >/dev/null && [[ $OSTYPE == linux* ]]; then
  mkdir -p "$dir/cache/prompt"
  perl -MSocket -e 'socket my $s, AF_UNIX, SOCK_STREAM, 0; bind $s, sockaddr_un($ARGV[0]) or die' "$dir/cache/prompt/1.sock"
  touch "$dir/app/target/lumiere-app-0.1.0-prompt.jar"
  printf '#!/usr/bin/env bash\necho "<$PERL_UNICODE$PERL5OPT>"\n' >"$dir/bin/perl"
  chmod +x "$dir/bin/perl"
  hash -r
  check "Perl takes texts for bytes, whatever a person has set" "$(
    export PERL_UNICODE=SA PERL5OPT=-CS
    (root=$dir JAVA_HOME=$dir/jdk && . "$here/common.sh" && . "$here/start.sh" && find_program "$dir" &&
      eval "$(function_of lumiere ask_gallery)" && ask_gallery search)
  )" "^<0>$"
  rm -r "$dir/bin/perl" "$dir/cache/prompt"
fi

# What the launcher builds again after, and what bench/check compiles.
mkdir -p "$dir/clone/query/src/main/java" "$dir/clone/query/src/lucene10_5/java" "$dir/clone/query/src/test/java"
find "$dir/clone" -exec touch -t 202001010000 {} +
touch -t 202101010000 "$dir/clone/stamp"
freshness() {
  (root=$dir/clone stamp=$root/stamp modules=(query) && eval "$(function_of lumiere newer_than)" &&
    eval "$(function_of lumiere stale)" && if stale; then echo stale; else echo fresh; fi)
}
check "what is older than its build is not built again" "$(freshness)" "^fresh$"
touch "$dir/clone/query/src/test/java/Some.java"
check "nor are tests" "$(touch -t 202001010000 "$dir/clone/query/src/test" && freshness)" "^fresh$"
touch "$dir/clone/query/src/lucene10_5/java/Some.java"
check "sources beside src/main are" "$(freshness)" "^stale$"
printf '#!/usr/bin/env bash\necho "$*"\n' >"$dir/jdk/bin/javac"
chmod +x "$dir/jdk/bin/javac"
check "and bench/check compiles them" \
  "$(root=$dir/clone JAVA_HOME=$dir/jdk libraries=lib work=$dir && eval "$(function_of bench/check compile)" && compile "$root" "$dir/out")" \
  "query/src/lucene10_5/java:.*query/src/main/java:.*LumiereProgram.java"

# What a measurement takes is said before anything is built or made for it.
mkdir -p "$dir/launch/setup" "$dir/launch/bench/src/main/python"
cp "$here/../lumiere" "$here/../pom.xml" "$dir/launch/"
cp "$here/common.sh" "$here/start.sh" "$here/bench.sh" "$dir/launch/setup/"
cp "$here/../bench/check" "$dir/launch/bench/"
cp "$here/../bench/src/main/python/results.py" "$dir/launch/bench/src/main/python/"
cat >"$dir/bin/mvn" <<EOF
#!/usr/bin/env bash
touch "$dir/built"
exit 1
EOF
measure() { LUMIERE_JAVA_HOME="$dir/jdk" "$dir/launch/lumiere" bench "$@" 2>&1 || echo "status $?"; }
check "results tells of its options" "$(measure results --help)" "^Measures everything .*--pieces A,B .*--write "
check "check tells what it compares with" "$(measure check -h)" "^Compares the speed .*\[COMMIT\]"
for name in $(. "$here/bench.sh" && bench_usages | cut -d' ' -f1); do
  check "help for $name" "$(measure "$name" some --help)" "^(usage: ./lumiere bench $name|[A-Z])"
done
check "without a name all are listed" "$(measure)" "usage:.*bench results.*bench cold-search.*status 1"
check "also from another folder, whatever is set for cd" \
  "$(cd "$dir" && LUMIERE_JAVA_HOME="$dir/jdk" CDPATH=. launch/lumiere bench 2>&1 || echo "status $?")" "usage:.*bench results.*status 1"
check "for an unknown one, too" "$(measure nothing)" "usage:.*bench results.*bench cold-search.*status 1"
check "nothing was built for it" "$(ls "$dir/built" 2>/dev/null || echo none)" "^none$"
check "else it is" "$(measure rescan folder >/dev/null && ls "$dir/built")" "/built$"

# What they do before they measure.
compared() {
  (. "$here/bench.sh" && bench_home() { echo home; } && bench_data() { echo "data $*"; } && bench_program() { echo "program $*"; } &&
    bench_compare "$@" | tr '\n' ';')
}
check "compare has the photos made that it needs" "$(compared --programs lumiere --photos 20000)" \
  "^data 384 20000;program compare home/data home/indexes home/compare.jsonl --programs lumiere --photos 20000;"
cold_search() {
  (eval "$(function_of lumiere bench_cold_search)" && root=. JAVA_HOME=$dir/jdk && make_start_cache() { :; } && run() { "$gallery"; } &&
    search_beside_empty() { echo "measured $1"; } && fail() { echo "failed: $1" && exit 1; } && bench_cold_search sunset 2>&1 | tr '\n' ';')
}
no_gallery() { echo "no place"; }
slow_gallery() { echo "Ctrl-C ends it" && exec sleep 60; }
check "no gallery is measured that does not start" "$(gallery=no_gallery cold_search)" \
  "measured a process of its own;no place;failed: no gallery has started;$"
check "else it is" "$(gallery=slow_gallery cold_search)" "measured a process of its own;measured by a gallery that runs;$"
check "a program that has ended is an error like others" \
  "$(PATH=${PATH#"$dir/bin:"} PYTHONDONTWRITEBYTECODE=1 python3 "$here/../bench/src/test/python/driver_test.py" 2>&1)" "OK$"

# What keeps the plugins of Maven's javac from module to module.
cat >"$dir/jdk/bin/javac" <<EOF
#!/usr/bin/env bash
while [ "\$1" != -d ]; do shift; done
mkdir "\$2"
echo class >"\$2/KeptLoader.class"
echo compiled
EOF
kept() {
  (root=$dir/clone JAVA_HOME=$dir/jdk && eval "$(function_of lumiere keep_javac_plugins | sed 's|>/dev/null|>>"$root/log"|')" &&
    keep_javac_plugins && cat "$root/log" && ls "$root/target")
}
mkdir "$dir/clone/setup"
touch "$dir/clone/setup/KeptLoader.java"
check "what keeps javac's plugins is compiled" "<$(kept | tr '\n' ' ')>" "^<compiled javac >$"
touch -t 203101010000 "$dir/clone/target/javac/KeptLoader.class"
check "once" "<$(kept | tr '\n' ' ')>" "^<compiled javac >$"
touch -t 203201010000 "$dir/clone/setup/KeptLoader.java"
check "and again when it is newer" "<$(kept | tr '\n' ' ')>" "^<compiled compiled javac >$"
printf '#!/usr/bin/env bash\nexit 1\n' >"$dir/jdk/bin/javac"
check "where it cannot be, Maven goes on without it" "<$(kept | tr '\n' ' ')>" "^<compiled compiled javac >$"

[ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
