#!/usr/bin/env bash
# Builds solutions whose projects generate at the same time, with -m and with -graph, as real builds in temporary folders.
#   tests/parallel-builds.sh
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
echo "Building in parallel"
dotnet test "$root/tests/Plannr.ParallelBuild.Tests" "$@"
