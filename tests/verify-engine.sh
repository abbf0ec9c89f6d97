#!/usr/bin/env bash
# Compiles every test project with SnapshotEngine=Verify against tests/Plannr.VerifyStub, a stub of Verify.NUnit, because not every package
# feed has Verify.NUnit. Does not change the bin and obj folders of the repository and the package cache.
#   tests/verify-engine.sh
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
stub="$repository/tests/Plannr.VerifyStub"
version="$(dotnet msbuild "$stub" -getProperty:VerifyNUnitVersion)-stub"
cached="$(dotnet nuget locals global-packages --list)"

echo "== Packing the stub as Verify.NUnit $version"
dotnet pack "$stub" --nologo -v:quiet -p:Version="$version" -p:UseArtifactsOutput=true -p:ArtifactsPath="$work/stub" -o "$work/feed"

echo '== Compiling the test projects'
projects=("$repository"/tests/*.Tests/*.csproj)
printf '  %s\n' "${projects[@]##*/}"
dotnet new sln --name tests --output "$work" --format sln >/dev/null
dotnet sln "$work/tests.sln" add "${projects[@]}" >/dev/null
# The separate package folder keeps the stub out of the cache. All other packages come from the cache.
dotnet build "$work/tests.sln" --nologo -v:quiet -p:SnapshotEngine=Verify -p:VerifyNUnitVersion="$version" \
  -p:RestoreAdditionalProjectSources="$work/feed" -p:RestorePackagesPath="$work/packages" \
  -p:RestoreFallbackFolders="${cached#*: }" -p:UseArtifactsOutput=true -p:ArtifactsPath="$work/build"
echo 'The test projects compile with SnapshotEngine=Verify.'
