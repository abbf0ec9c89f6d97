#!/usr/bin/env bash
# Runs the spec gate (lint, normalize and diff) with contracts whose text or structure is changed at random, and with contracts in which
# each value is replaced in turn. The gate must not crash, take ten seconds, or report a finding without a place. Keeps each contract
# that fails as a file, and prints the seed that tries it again.
#   tests/fuzz-gate.sh                              tries 20,000 contracts with a random seed
#   tests/fuzz-gate.sh --cases 2000                 tries fewer contracts
#   tests/fuzz-gate.sh --seed 4711 --cases 1        tries one contract again
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
echo "Trying $cases contracts, starting with seed $seed. Contracts that fail are kept in $PLANNR_FUZZ_FOLDER."
if ! dotnet test "$root/tests/Plannr.SpecGate.Tests" --filter 'FullyQualifiedName~FuzzTests' --logger 'console;verbosity=normal'; then
  echo "If the test process crashed, one of the contracts $PLANNR_FUZZ_FOLDER/*/mutated*.yaml is the cause." >&2
  exit 1
fi
