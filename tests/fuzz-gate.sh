#!/usr/bin/env bash
# Changes contracts at random, in their text and in their structure, replaces each value of some of them in turn, and gives them
# to the spec gate: lint, normalize and diff.
# None may end it, keep it for ten seconds, or have a finding without a place. A contract that does is kept as a file, and its
# number tries it again.
#   tests/fuzz-gate.sh                              20,000 contracts from a random number
#   tests/fuzz-gate.sh --cases 2000                 fewer
#   tests/fuzz-gate.sh --seed 4711 --cases 1        one again
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
seed=$((RANDOM * 32768 + RANDOM)) cases=20000
while [ $# -gt 0 ]; do
  case "$1" in
    --seed) seed="${2:?--seed needs a number}"; shift 2 ;;
    --cases) cases="${2:?--cases needs a number}"; shift 2 ;;
    *) echo "Unknown option: $1. Use --seed NUMBER and --cases NUMBER." >&2; exit 2 ;;
  esac
done
export PLANNR_FUZZ_SEED="$seed" PLANNR_FUZZ_CASES="$cases" PLANNR_FUZZ_FOLDER="${PLANNR_FUZZ_FOLDER:-$root/tests/Plannr.SpecGate.Tests/bin/fuzz}"
echo "$cases contracts with the seed $seed; failures are kept in $PLANNR_FUZZ_FOLDER"
if ! dotnet test "$root/tests/Plannr.SpecGate.Tests" --filter 'FullyQualifiedName~FuzzTests' --logger 'console;verbosity=normal'; then
  echo "If the process ended, the contract that ended it is one of $PLANNR_FUZZ_FOLDER/*/mutated*.yaml." >&2
  exit 1
fi
