#!/usr/bin/env bash
# Holds the C# half of the diff against compiled code, with as many mutations of each contract as the first argument says (default:
# all). Works from any folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export PLANNR_DIFF_MUTATIONS="${1:-1000000}"
dotnet test tests/Plannr.CompiledDiff.Tests
