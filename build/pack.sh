#!/usr/bin/env bash
# Packs all packages into a folder. Further arguments are options of dotnet pack.
#   build/pack.sh FOLDER [-p:Version=1.2.3-preview]
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
[ $# -ge 1 ] || { echo 'Usage: build/pack.sh FOLDER [OPTION...]' >&2; exit 2; }
mkdir -p "$1"
folder="$(cd "$1" && pwd)"; shift

# Plannr.Cli is first, because its build also builds the projects of the other packages.
for project in src/Plannr.Cli src/Plannr.Sandbox src/Plannr.Mcp src/Plannr.AspNetCore src/Plannr.Client src/Plannr.Generated src/Plannr.Runtime build/Plannr.Codegen.csproj; do
  echo "Packing $project"
  dotnet pack "$repository/$project" --configuration Release -p:ContinuousIntegrationBuild=true --output "$folder" --nologo --verbosity quiet "$@"
done
