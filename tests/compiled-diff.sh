#!/usr/bin/env bash
# Compares the C# changes that the diff reports with compiled code. The argument is the number of mutations of each contract; the default
# is all of them. Works from any folder.
#   tests/compiled-diff.sh [COUNT]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export PLANNR_DIFF_MUTATIONS="${1:-1000000}"
dotnet test tests/Plannr.CompiledDiff.Tests
