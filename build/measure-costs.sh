#!/usr/bin/env bash
# Measures the time of the build step in a copy of the repository, and prints the tables of tests/Plannr.Codegen.Costs/README.md.
# Takes some minutes. The times are only meaningful on an idle machine.
#   build/measure-costs.sh                   runs all measurements
#   build/measure-costs.sh --write-readme    runs all measurements, and writes the tables and the chart to the README
#   build/measure-costs.sh scale             measures contracts of 1 to 1,000 operations
#   build/measure-costs.sh --quick           runs fewer measurements once each, to check that they work
#   build/measure-costs.sh --help            prints all options
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/../tests/Plannr.Codegen.Costs" -- "$@"
