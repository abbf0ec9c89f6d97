#!/usr/bin/env bash
# Publishes tests/Samples/Plannr.Aot for native AOT, and runs it against a sandbox, where it lists and updates a connection. Prints the size and
# the start time, compared with the same application on the .NET runtime. Needs clang or gcc, and zlib's headers (Debian: clang
# zlib1g-dev). Works from any folder.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
sandbox=

finish() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s\n' "$*"; }

# median COMMAND...: prints the median time of 15 runs of a command, in milliseconds.
median() {
  local start
  for _ in $(seq 15); do
    start="$(date +%s%N)"
    "$@" >/dev/null
    echo $(( ($(date +%s%N) - start) / 100000 ))
  done | sort -n | sed -n 8p | sed -E 's/(.)$/.\1/; s/^\./0./'
}

command -v clang >/dev/null || command -v gcc >/dev/null || { echo 'Native AOT needs clang or gcc.'; exit 1; }

say 'Publishing for native AOT'
dotnet publish "$repository/tests/Samples/Plannr.Aot" --output "$work/native" --verbosity quiet -p:PlannrAot=true >"$work/publish.txt" 2>&1 || { cat "$work/publish.txt"; exit 1; }
# Newtonsoft.Json has code for "dynamic" and IConvertible, which the client does not use. No other assembly may have a warning.
if grep -E 'warning IL[0-9]+' "$work/publish.txt" | grep -vE 'warning IL[0-9]+: Newtonsoft\.Json\.'; then
  echo 'The client has warnings for native AOT. Correct them, so that it stays compatible.'
  exit 1
fi

say 'Publishing for the .NET runtime'
dotnet publish "$repository/tests/Samples/Plannr.Aot" --output "$work/runtime" --verbosity quiet

say 'Running against a sandbox'
dotnet build "$repository/src/Plannr.Cli" --verbosity quiet
dotnet run --no-build --project "$repository/src/Plannr.Cli" -- sandbox --port 0 --rate-limit 0 >"$work/sandbox.txt" 2>&1 &
sandbox=$!
for _ in $(seq 240); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  kill -0 "$sandbox" || { cat "$work/sandbox.txt"; exit 1; }
  sleep 0.25
done
PLANNR_BASE_URL="$(sed -nE 's|.*listens on (http://[^ ]+[0-9])/?.*|\1|p' "$work/sandbox.txt" | head -n 1)"
export PLANNR_BASE_URL PLANNR_ACCESS_TOKEN=sandbox-token
"$work/native/plannr-aot"

size() { awk "BEGIN { printf \"%.1f MB\", $1 / 1000000 }"; }
native="$(stat --format %s "$work/native/plannr-aot")"
runtime="$(cat "$work"/runtime/*.dll | wc -c)"
printf '\n| | size | start and exit | list and update |\n| --- | ---: | ---: | ---: |\n'
printf '| native AOT, one file | %s | %s ms | %s ms |\n' "$(size "$native")" "$(median "$work/native/plannr-aot" --nothing)" "$(median "$work/native/plannr-aot")"
printf '| on the .NET runtime, assemblies | %s | %s ms | %s ms |\n' "$(size "$runtime")" "$(median "$work/runtime/plannr-aot" --nothing)" "$(median "$work/runtime/plannr-aot")"
