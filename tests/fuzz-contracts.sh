#!/usr/bin/env bash
# Runs random contracts through the gate, NSwag and the compiler for both target frameworks, and calls the generated clients
# over a socket. Each contract must be refused at a line, or its code must send and read what the contract says. Prints how
# many were generated and refused, by rule. A contract that fails stays in tests/Plannr.ContractFuzz.Tests/obj/work, in a
# folder named after its seed, together with the smallest contract that fails in the same way.
#   tests/fuzz-contracts.sh                    2,000 contracts
#   tests/fuzz-contracts.sh 200 --seed 5000    200 contracts, with the seeds 5000 to 5199
#   tests/fuzz-contracts.sh 1 --seed 5017      the contract that failed with that seed, again
#   tests/fuzz-contracts.sh --file FILE        a contract in JSON, such as a smaller one, with the values of --seed
# Needs the .NET SDK of global.json; works from any folder.
set -euo pipefail
export PLANNR_FUZZ_CONTRACTS=2000 PLANNR_FUZZ_SEED=1000 PLANNR_FUZZ_SHRINKS="${PLANNR_FUZZ_SHRINKS:-200}"
while [ $# -gt 0 ]; do
  case "$1" in
    --seed) PLANNR_FUZZ_SEED="${2:?--seed needs a number}"; shift ;;
    --file) PLANNR_FUZZ_FILE="$(cd "$(dirname "${2:?--file needs a file}")" && pwd)/$(basename "$2")"; PLANNR_FUZZ_CONTRACTS=1; export PLANNR_FUZZ_FILE; shift ;;
    [1-9]*) PLANNR_FUZZ_CONTRACTS="$1" ;;
    *) echo "usage: tests/fuzz-contracts.sh [count] [--seed S] [--file FILE]" >&2; exit 2 ;;
  esac
  shift
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
echo "Fuzzing with $PLANNR_FUZZ_CONTRACTS contracts, seeds $PLANNR_FUZZ_SEED and following"
exec dotnet test tests/Plannr.ContractFuzz.Tests --configuration Release --filter 'Name~Random_contract' --logger 'console;verbosity=normal'
