#!/usr/bin/env bash
# Measures the clients beside their peers, and prints the tables of tests/Plannr.Benchmarks/README.md as Markdown. Takes some
# minutes; on a machine that does something else, the times mean little.
#   tests/benchmark.sh                   all of it
#   tests/benchmark.sh --write-readme    all of it, into the README, with its charts
#   tests/benchmark.sh list throughput   two of the suites
#   tests/benchmark.sh updates --quick   once each, to see whether it works
#   tests/benchmark.sh --help            what else there is
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/Plannr.Benchmarks" -- "$@"
