#!/usr/bin/env bash
# Measures what the build step costs, in a copy of the tree, and prints the tables of tests/Plannr.Codegen.Costs/README.md.
# Takes some minutes; on a machine that does something else, the times mean little.
#   build/measure-costs.sh                   all of it
#   build/measure-costs.sh --write-readme    all of it, into the README, with its chart
#   build/measure-costs.sh scale             contracts of 1 to 1,000 operations
#   build/measure-costs.sh --quick           once each and less, to see whether it works
#   build/measure-costs.sh --help            what else there is
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/../tests/Plannr.Codegen.Costs" -- "$@"
