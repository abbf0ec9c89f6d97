#!/usr/bin/env bash
# Measures what the build step costs, in a copy of the tree, and prints the tables of README.md's "What it costs" as Markdown.
# Takes some minutes; on a machine that does something else, the times mean little.
#   build/measure-costs.sh            all of it
#   build/measure-costs.sh --no-op    only builds in which nothing has changed
#   build/measure-costs.sh --quick    once each and less, to see whether it works
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/../tests/Plannr.Codegen.Costs" -- "$@"
