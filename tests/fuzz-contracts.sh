#!/usr/bin/env bash
# Generates code for random contracts, compiles it for both target frameworks, and calls the generated clients over a socket. For each
# contract, the gate must report an error with its line, or the code must send and read the data that the contract describes. Prints how
# many contracts were generated, and how many each rule refused. Keeps each contract that fails in
# tests/Plannr.ContractFuzz.Tests/obj/work, in a folder named after its seed, with the smallest contract that fails in the same way.
#   tests/fuzz-contracts.sh                    tries 2,000 contracts
#   tests/fuzz-contracts.sh 200 --seed 5000    tries 200 contracts, with the seeds 5000 to 5199
#   tests/fuzz-contracts.sh 1 --seed 5017      tries the contract with one seed again
#   tests/fuzz-contracts.sh --file FILE        tries a contract in a JSON file, such as a smallest one, with the values of --seed
# Needs the .NET SDK of global.json. Works from any folder.
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
echo "Fuzzing with $PLANNR_FUZZ_CONTRACTS contracts, starting with seed $PLANNR_FUZZ_SEED"
exec dotnet test tests/Plannr.ContractFuzz.Tests --configuration Release --filter 'Name~Random_contract' --logger 'console;verbosity=normal'
