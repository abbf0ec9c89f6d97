#!/usr/bin/env bash
# Measures how long plannr, which tests/tool.sh packs and installs, takes from start to exit, compared with curl. The commands run in turns
# against a sandbox.
#   tests/measure-startup.sh                 takes five minutes on two cores
#   tests/measure-startup.sh --runs 5        runs each command 5 times instead of 20
#   tests/measure-startup.sh --write-readme  also writes the table to src/Plannr.Cli/README.md
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readme="$repository/src/Plannr.Cli/README.md"
runs=20
writes=
while [ $# -gt 0 ]; do
  case "$1" in
    --runs) runs="$2"; shift 2 ;;
    --write-readme) writes=yes; shift ;;
    *) echo "Unknown option: $1" >&2; exit 2 ;;
  esac
done
work="$(mktemp -d)"
sandbox=
finish() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

"$repository/tests/tool.sh" --keep "$work/installed" >"$work/tool.txt" || { cat "$work/tool.txt"; exit 1; }
"$work/installed/ahead/plannr" sandbox --port 0 --rate-limit 0 >"$work/sandbox.txt" &
sandbox=$!
for _ in $(seq 600); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  sleep 0.1
done
PLANNR_BASE_URL="$(sed -nE 's/.*listens on (http[^ ]+)\/\. .*/\1/p' "$work/sandbox.txt")"
# Without the address, plannr would call the API of Plannr.
[ -n "$PLANNR_BASE_URL" ] || { echo 'The sandbox did not start:' >&2; cat "$work/sandbox.txt" >&2; exit 1; }
export PLANNR_BASE_URL PLANNR_ACCESS_TOKEN=sandbox-token
url="$PLANNR_BASE_URL/api/v1/oauth/connections"

names=('`plannr --version`' '`plannr --version`, package for all machines' '`curl --version`'
  '`plannr connections list`' '`plannr connections list`, package for all machines' '`curl`, the same request'
  '`plannr contract show`' '`plannr contract show`, package for all machines')
command() {
  case "$1" in
    0) "$work/installed/ahead/plannr" --version ;;
    1) "$work/installed/portable/plannr" --version ;;
    2) curl --version ;;
    3) "$work/installed/ahead/plannr" connections list ;;
    4) "$work/installed/portable/plannr" connections list ;;
    5) curl --silent --fail --header "Authorization: Bearer $PLANNR_ACCESS_TOKEN" --header 'Accept: application/json' "$url" ;;
    6) "$work/installed/ahead/plannr" contract show ;;
    7) "$work/installed/portable/plannr" contract show ;;
  esac
}

# Run 0 is not measured. It warms up the file cache and the sandbox.
for run in $(seq 0 "$runs"); do
  for index in "${!names[@]}"; do
    start="$(date +%s%N)"
    command "$index" >/dev/null
    end="$(date +%s%N)"
    if [ "$run" -gt 0 ]; then echo $(((end - start) / 1000)) >>"$work/$index"; fi
  done
done

{
  echo "| milliseconds, of $runs runs | median | fastest | slowest |"
  echo '| --- | ---: | ---: | ---: |'
  for index in "${!names[@]}"; do
    sort -n "$work/$index" | awk -v name="${names[$index]}" \
      '{ t[NR] = $1 / 1000 } END { printf "| %s | %.0f | %.0f | %.0f |\n", name, (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2, t[1], t[NR] }'
  done
} | tee "$work/table.md"

if [ -n "$writes" ]; then
  # Replaces the table in the README.
  awk -v table="$work/table.md" '
    /^\| milliseconds, of/ { while ((getline line < table) > 0) print line; skips = 1 }
    !/^\|/ { skips = 0 }
    !skips' "$readme" >"$work/README.md"
  cat "$work/README.md" >"$readme"
fi
