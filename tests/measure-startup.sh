#!/usr/bin/env bash
# Measures the start of plannr, packed and installed as tests/tool.sh does it, beside curl: the wall time of whole processes,
# one form after the other in turns, against a running sandbox.
#   tests/measure-startup.sh                 three minutes on two cores
#   tests/measure-startup.sh --runs 5        with fewer runs than 20
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
runs=20
if [ "${1:-}" = --runs ]; then runs="$2"; fi
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
for _ in $(seq 100); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  sleep 0.1
done
PLANNR_BASE_URL="$(sed -nE 's/.*listens on (http[^ ]+)\/\. .*/\1/p' "$work/sandbox.txt")"
export PLANNR_BASE_URL PLANNR_ACCESS_TOKEN=sandbox-token
url="$PLANNR_BASE_URL/api/v1/oauth/connections"

names=('plannr --version, compiled ahead' 'plannr --version, portable' 'curl --version'
  'plannr connections list, compiled ahead' 'plannr connections list, portable' 'curl, the same request')
command() {
  case "$1" in
    0) "$work/installed/ahead/plannr" --version ;;
    1) "$work/installed/portable/plannr" --version ;;
    2) curl --version ;;
    3) "$work/installed/ahead/plannr" connections list ;;
    4) "$work/installed/portable/plannr" connections list ;;
    5) curl --silent --fail --header "Authorization: Bearer $PLANNR_ACCESS_TOKEN" --header 'Accept: application/json' "$url" ;;
  esac
}

# The first of each warms the file cache up, and the sandbox.
for run in $(seq 0 "$runs"); do
  for index in "${!names[@]}"; do
    start="$(date +%s%N)"
    command "$index" >/dev/null
    end="$(date +%s%N)"
    if [ "$run" -gt 0 ]; then echo $(((end - start) / 1000)) >>"$work/$index"; fi
  done
done

echo "| milliseconds, of $runs runs | median | fastest | slowest |"
echo '| --- | --- | --- | --- |'
for index in "${!names[@]}"; do
  sort -n "$work/$index" | awk -v name="${names[$index]}" \
    '{ t[NR] = $1 / 1000 } END { printf "| %s | %.0f | %.0f | %.0f |\n", name, (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2, t[1], t[NR] }'
done
