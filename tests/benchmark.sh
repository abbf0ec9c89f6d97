#!/usr/bin/env bash
# Compares the client with other clients, and prints the tables of tests/Plannr.Benchmarks/README.md as Markdown. Takes a quarter of an
# hour. The times are reliable only on a machine that does nothing else.
#   tests/benchmark.sh                   runs all suites
#   tests/benchmark.sh --write-readme    runs all suites, and writes the tables and the charts of the README
#   tests/benchmark.sh list throughput   runs two of the suites
#   tests/benchmark.sh updates --quick   runs each measurement once, to test that it works
#   tests/benchmark.sh --help            lists all suites and options
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/Plannr.Benchmarks" -- "$@"
