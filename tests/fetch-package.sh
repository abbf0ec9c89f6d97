#!/usr/bin/env bash
# Fetches files of an npm package into a folder, unless they are there: other suites run it.
#   tests/fetch-package.sh FOLDER PACKAGE@VERSION PATH...
set -euo pipefail
folder="$1/$2"
package="$2"
shift 2

for path in "$@"; do
  [ -f "$folder/$path" ] || missing=yes
done
if [ -z "${missing:-}" ]; then exit; fi

echo "Fetching $package"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package" >/dev/null
mkdir "$work/package"
# The first folder in a package has no fixed name.
tar -xzf "$work"/*.tgz -C "$work/package" --strip-components=1
for path in "$@"; do
  mkdir -p "$(dirname "$folder/$path")"
  mv "$work/package/$path" "$folder/$path"
done
