#!/usr/bin/env bash
# opensearch.sh
#
# Prints the paths of OpenSearch and of its plugin for vectors, for the test that loads an export
# into it, if obtain.sh has put them into the cache. They are 200 MB, so no test run fetches them.
#
# Exit status: 0 they are there; 3 they are not.

set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=common.sh
. "$here/common.sh"

packages="$(lumiere_cache)/packages"
for name in opensearch opensearch-knn; do
  file="$(awk -F'\t' -v n="$name" '$1 == n { print $4 }' "$here/packages.tsv")"
  [ -f "$packages/$file" ] ||
    fail "the test with a real OpenSearch needs $file, which is not there: setup/obtain.sh opensearch opensearch-knn obtains it (200 MB)" 3
done
exec "$here/obtain.sh" opensearch opensearch-knn # Looks whether they are what they should be.
