#!/usr/bin/env bash
# Downloads files of an npm package to a folder, unless they exist there. Other scripts call it.
#   tests/fetch-package.sh FOLDER PACKAGE@VERSION PATH...
set -euo pipefail
folder="$1/$2"
package="$2"
shift 2

for path in "$@"; do
  [ -f "$folder/$path" ] || missing=yes
done
if [ -z "${missing:-}" ]; then exit; fi

echo "Downloading $package"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package" >/dev/null
mkdir "$work/package"
# The name of the top folder differs between packages.
tar -xzf "$work"/*.tgz -C "$work/package" --strip-components=1
for path in "$@"; do
  mkdir -p "$(dirname "$folder/$path")"
  mv "$work/package/$path" "$folder/$path"
done
