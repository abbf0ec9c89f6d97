#!/usr/bin/env bash
# Publishes plannr as a self-contained single file, for this machine and for win-x64. Runs each file in an empty folder: update, lint,
# relabel with non-ASCII labels, and the sandbox with its pages and its data file. The file for Windows runs on wine (Debian: wine). If
# wine is not installed, that part is skipped, or fails with PLANNR_REQUIRE_WINE=1.
#   tests/single-file.sh         takes two minutes on two cores
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
sandbox=
uuid=6ff8f7f6-1eb3-3525-be4a-3932c805afed
label='Größe, Łódź – 東京 😀'

# Removes settings of this machine that affect plannr or wine. Without SHELL, plannr prints commands for PowerShell on Windows.
unset PLANNR_ACCESS_TOKEN PLANNR_BASE_URL SHELL DISPLAY
export WINEPREFIX="$work/wine" WINEDEBUG=-all

stop_sandbox() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true; fi
  sandbox=
}

finish() {
  stop_sandbox
  # Ends only the processes of this prefix.
  if [ -d "$WINEPREFIX" ]; then wineserver -k 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s\n' "$*"; }

# contains TEXT FILE: fails unless the file is UTF-8 and contains the text.
contains() {
  iconv -f UTF-8 -t UTF-8 "$2" >/dev/null || { echo "$2 is not UTF-8:"; cat "$2"; return 1; }
  grep -qF -- "$1" "$2" || { echo "$2 does not contain '$1':"; cat "$2"; return 1; }
  echo "  $1"
}

# exits CODE COMMAND...: runs a command, and fails unless it exits with the code.
exits() {
  local expected="$1" found=0; shift
  "$@" >out.txt 2>err.txt || found=$?
  [ "$found" -eq "$expected" ] || { echo "Expected $* to exit with $expected, but found $found:"; cat out.txt err.txt; return 1; }
}

# publish RUNTIME: publishes for a runtime identifier, and fails unless the output is a single file.
publish() {
  say "Publishing for $1"
  # The file is compressed, because wine cannot load assemblies from an uncompressed one.
  dotnet publish "$repository/src/Plannr.Cli" --runtime "$1" --self-contained -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=true \
    --output "$work/$1" --verbosity quiet --nologo
  [ "$(find "$work/$1" -type f | wc -l)" -eq 1 ] || { echo "The output has more than one file:"; ls -l "$work/$1"; return 1; }
  ls -l "$work/$1" | awk 'NF > 2 { print "  " $NF ": " int($5 / 1024 / 1024) " MiB" }'
}

# check NAME PLANNR...: runs the published file with the command PLANNR.
check() {
  local name="$1"; shift
  say "Running plannr for $name"
  mkdir "$work/$name-run"
  cd "$work/$name-run"

  exits 0 "$@" connections update "$uuid" --label 'My Fundment Account 1' --sandbox
  contains $'Label\tMy Fundment Account 1' out.txt
  exits 0 "$@" connections update "$uuid" --label "$label" --sandbox --output json
  contains "\"label\":\"$label\"" out.txt
  exits 0 "$@" connections update "$uuid" --label "$label" --curl
  contains "$([ "$name" = win-x64 ] && echo "'{\"label\":\"Gr\u00f6\u00dfe, " || echo "{\"label\":\"$label\"}")" out.txt
  exits 0 "$@" completion pwsh
  contains 'Register-ArgumentCompleter' out.txt
  exits 3 "$@" auth status

  cp "$repository/openapi/plannr.yaml" .
  exits 0 "$@" contract lint plannr.yaml
  sed 's/operationId: OAuthConnections_Update/operatonId: Größe/' plannr.yaml >mistaken.yaml
  exits 1 "$@" contract lint mistaken.yaml
  contains "'operatonId'" out.txt
  exits 0 "$@" contract show
  cmp out.txt plannr.yaml

  start_sandbox "$@"
  curl --silent --fail "$PLANNR_BASE_URL/" >page.html
  contains 'scalar' page.html
  curl --silent --fail "$PLANNR_BASE_URL/$(grep -oE '[^"/]*scalar[^"/]*\.js' page.html | head -n 1)" >scalar.js
  [ "$(wc -c <scalar.js)" -gt 100000 ] || { echo 'The script of the page is missing or too small.'; return 1; }
  curl --silent --fail "$PLANNR_BASE_URL/openapi/plannr.yaml" | cmp - plannr.yaml

  printf 'uuid,label\n%s,"%s"\n' "$uuid" "$label" >labels.csv
  printf 'sandbox-token\r\n' >token.txt
  exits 0 "$@" connections relabel --from labels.csv --token-file - <token.txt
  contains "\"$label\",done,200," labels.results.csv
  exits 2 "$@" connections relabel --from labels.csv --token-file - <token.txt
  exits 0 env PLANNR_ACCESS_TOKEN=sandbox-token "$@" connections list
  contains $'\t'"$label" out.txt

  # The data file keeps the label for the next sandbox.
  stop_sandbox
  start_sandbox "$@"
  exits 0 env PLANNR_ACCESS_TOKEN=sandbox-token "$@" connections list --output csv
  contains "\"$label\"" out.txt
  stop_sandbox
  unset PLANNR_BASE_URL
  cd "$work"
}

# start_sandbox PLANNR...: starts a sandbox with a data file, and sets PLANNR_BASE_URL to its address.
start_sandbox() {
  "$@" sandbox --port 0 --rate-limit 0 --data größe.db >sandbox.txt 2>&1 &
  sandbox=$!
  for _ in $(seq 240); do
    if grep -q 'listens on' sandbox.txt; then break; fi
    kill -0 "$sandbox" || { cat sandbox.txt; return 1; }
    sleep 0.25
  done
  PLANNR_BASE_URL="$(sed -nE 's|.*listens on (http://[^ ]+[0-9])/?.*|\1|p' sandbox.txt | head -n 1)"
  export PLANNR_BASE_URL
  contains 'größe.db' sandbox.txt
}

machine="$(dotnet msbuild "$repository/src/Plannr.Cli" -getProperty:NETCoreSdkPortableRuntimeIdentifier)"
publish "$machine"
check "$machine" "$work/$machine/plannr"

publish win-x64
if command -v wine >/dev/null; then
  wineboot --init >/dev/null 2>&1
  # With W^X, .NET maps memory twice, which wine does not support.
  check win-x64 env DOTNET_EnableWriteXorExecute=0 wine "$work/win-x64/plannr.exe"
elif [ "${PLANNR_REQUIRE_WINE:-}" = 1 ]; then
  echo 'wine is not installed.'
  exit 1
else
  echo 'Skipped: wine is not installed, so the file for Windows was not run.'
fi
