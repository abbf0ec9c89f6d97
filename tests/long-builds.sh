#!/usr/bin/env bash
# The longest of the real builds, in temporary folders: projects that generate at the same time, each input of the step, restores,
# contracts with signs in their file names, design-time builds of other tools, and a build without a network.
#   tests/long-builds.sh
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
echo "Building"
dotnet test "$root/tests/Plannr.LongBuild.Tests" "$@"
