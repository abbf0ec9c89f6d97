#!/usr/bin/env bash
# Runs mutation tests with Stryker.NET: changes the product in one place at a time, runs the tests that reach the place, and lists the
# changes with which all tests pass (survivors). Fails if the tests detect fewer than 90 % of the changes that they reach.
#   tests/mutations.sh --list                 lists the pieces
#   tests/mutations.sh client-retries ...     runs pieces, at most ten minutes each on two cores
#   tests/mutations.sh --all                  runs all pieces
#   tests/mutations.sh --score client-retries scores the last report again, after a change of equivalent.txt
# A piece is a line of tests/mutations/pieces.txt. tests/mutations/equivalent.txt lists the survivors that no caller can observe.
# The reports are in tests/mutations/bin. Do not build in the same work tree at the same time, because Stryker replaces assemblies of the
# tests.
# Works from any folder. Needs the .NET SDK of global.json. The version of Stryker is in .config/dotnet-tools.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root="$PWD"
pieces="$root/tests/mutations/pieces.txt"
reports="$root/tests/mutations/bin"
concurrency="${PLANNR_MUTATION_CONCURRENCY:-2}"
# Stryker waits until the builds that it starts close their pipes. Build servers inherit the pipes and do not end, so it would wait for minutes.
export UseSharedCompilation=false MSBUILDDISABLENODEREUSE=1

names() { grep -vE '^(#|$)' "$pieces" | cut -d ' ' -f 1; }

# strings "a, b": prints the values of a list as JSON strings.
strings() { sed -E 's/^ +| +$//g; s/ *, */", "/g; s/^/"/; s/$/"/' <<<"$1"; }

# project_files "tests/A, tests/B": prints the project files of folders as JSON strings.
project_files() { strings "$(sed -E "s#(tests/([^, ]+))#$root/\\1/\\2.csproj#g" <<<"$1")"; }

run_stryker() {
  local name="$1" project="$2" files="$3" tests="$4" filter="$5"
  rm -rf "${reports:?}/$name"
  mkdir -p "$reports/$name"
  cat >"$reports/$name/stryker-config.json" <<JSON
{
  "stryker-config": {
    "project": "$(basename "$project").csproj",
    "target-framework": "net10.0",
    "test-projects": [$(project_files "$tests")],
    "mutate": [$(strings "$files")],
    "test-case-filter": "$filter",
    "concurrency": $concurrency,
    "ignore-methods": ["ConfigureAwait"],
    "reporters": ["json", "dots"],
    "report-file-name": "mutations"
  }
}
JSON
  echo "Mutating $files of $project, tested by $tests"
  (cd "$root/$project" && dotnet stryker --config-file "$reports/$name/stryker-config.json" --output "$reports/$name" --skip-version-check)
}

run() {
  local name="$1" line project files tests filter
  line="$(grep -E "^$name " "$pieces")" || { echo "There is no piece '$name'. tests/mutations.sh --list lists the pieces." >&2; exit 2; }
  IFS=';' read -r _ project files tests filter < <(sed -E 's/ *; */;/g' <<<"$line")
  [ "$score_only" = yes ] || run_stryker "$name" "$project" "$files" "$tests" "${filter:-}"
  dotnet run --file "$root/tests/mutations/Score.cs" -- "$name" "$root" "$project" "$reports/$name/reports/mutations.json" || failed="$failed $name"
}

score_only=no
failed=
case "${1:-}" in
  --list) grep -vE '^#' "$pieces"; exit ;;
  --all) set -- $(names) ;;
  --score) score_only=yes; shift ;;
  '' | -*) sed -n '2,/^set/{/^#/p}' "$0" >&2; exit 2 ;;
esac

[ "$score_only" = yes ] || dotnet tool restore
for piece in "$@"; do run "$piece"; done
if [ -n "$failed" ]; then
  echo "The tests detect too few mutations in:$failed" >&2
  exit 1
fi
