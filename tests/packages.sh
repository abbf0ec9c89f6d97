#!/usr/bin/env bash
# Packs all packages, and uses them in applications outside of the repository, with an empty package folder. The applications are those in
# tests/Samples/Packages, and the C# examples in the READMEs of the packages. They are built, and run against a sandbox of the packed plannr.
# Applications for .NET Framework run on mono (Debian: mono-devel), or are only built if it is missing. The application for native AOT is
# published with clang or gcc and zlib's headers (Debian: clang zlib1g-dev), or is only built if they are missing. Needs unzip. Works from
# any folder.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
sandbox=

finish() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s (after %d s)\n' "$*" "$SECONDS"; }

# No feed has this version, so the applications can only get the packages of this run.
export PlannrVersion=9999.0.0-packed
export NUGET_PACKAGES="$work/packages" RestoreAdditionalProjectSources="$work/feed"

say 'Packing'
RestoreAdditionalProjectSources='' NUGET_PACKAGES='' "$repository/build/pack.sh" "$work/feed" "-p:Version=$PlannrVersion" -p:RunAnalyzers=false
for package in AspNetCore Cli Client Codegen Generated Mcp Runtime Sandbox; do
  [ -e "$work/feed/Plannr.$package.$PlannrVersion.nupkg" ] || { echo "Plannr.$package was not packed." >&2; exit 1; }
  # Plannr.Codegen has no symbols, because its only program is the gate.
  [ "$package" = Codegen ] || [ -e "$work/feed/Plannr.$package.$PlannrVersion.snupkg" ] || { echo "Plannr.$package has no symbols." >&2; exit 1; }
done

say 'Building the applications'
cp -R "$repository/tests/Samples/Packages" "$work/consumers"
cd "$work/consumers"
# An IDE may have built the applications in the repository.
rm -rf ./*/bin ./*/obj

# readme NAME ITEMS: adds an application with the C# of the README in the package NAME, and a reference to the package. Each code block
# continues the one before. C# requires their using directives first.
readme() {
  mkdir "Readme.$1"
  unzip -p "$work/feed/Plannr.$1.$PlannrVersion.nupkg" README.md | sed -n '/^```csharp$/,/^```$/p' | sed '/^```/d' >"$work/blocks.cs"
  { grep -E '^using [A-Z][A-Za-z.]*;' "$work/blocks.cs" | sort -u; grep -vE '^using [A-Z][A-Za-z.]*;' "$work/blocks.cs"; } >"Readme.$1/Program.cs"
  [ -s "Readme.$1/Program.cs" ] || { echo "The README of Plannr.$1 has no C#." >&2; return 1; }
  cat >"Readme.$1/Readme.$1.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Plannr.$1" Version="$PlannrVersion" />
    $2
  </ItemGroup>
</Project>
PROJECT
}
readme Generated ''
readme Runtime "<PackageReference Include='Plannr.Codegen' Version='$PlannrVersion' PrivateAssets='all' /><OpenApiContract Include='../Contract/contract.yaml' Namespace='Shop.Api' />"
readme Mcp ''
readme Sandbox "<PackageReference Include='Plannr.Client' Version='$PlannrVersion' />"
{
  echo '<Solution>'
  for project in */*.*proj; do echo "  <Project Path=\"$project\" />"; done
  echo '</Solution>'
} >consumers.slnx
# NU1603: a feed may lack the lowest version of a package.
dotnet build consumers.slnx --nologo --verbosity quiet -warnaserror -warnnotaserror:NU1603
[ -e CentralVersions/packages.lock.json ] || { echo 'The repository with central versions has no lock file.' >&2; exit 1; }
[ -e CentralVersions/artifacts/bin/CentralVersions/debug/CentralVersions.dll ] || { echo 'The repository with central versions has no artifacts folder.' >&2; exit 1; }

# lowest APPLICATION GROUP: fails unless the application has the lowest version of each package that Plannr.Client and Plannr.Runtime
# depend on for a framework. NuGet selects it unless another package requires a higher version.
lowest() {
  local package dependencies dependency
  for package in Client Runtime; do
    dependencies="$(unzip -p "$work/feed/Plannr.$package.$PlannrVersion.nupkg" "Plannr.$package.nuspec" |
      sed -nE "/<group targetFramework=\"$2\">/,/<\/group>/ s|.*<dependency id=\"([^\"]+)\" version=\"([^\"]+)\".*|\1/\2|p")"
    [ -n "$dependencies" ] || { echo "Plannr.$package has no dependencies for $2." >&2; return 1; }
    for dependency in $dependencies; do
      grep -qF "\"$dependency\": {" "$1/obj/project.assets.json" || { echo "$1 does not use $dependency, the lowest version that Plannr.$package depends on." >&2; return 1; }
    done
    echo "$1 uses the dependencies of Plannr.$package:" $dependencies
  done
}

say 'Comparing the versions of dependencies'
lowest Console net10.0
lowest NativeAot net10.0
lowest Net8 .NETStandard2.0

say 'Starting the sandbox'
dotnet tool install Plannr.Cli --tool-path "$work/tool" --version "$PlannrVersion" --add-source "$work/feed" --verbosity quiet
"$work/tool/plannr" sandbox --port 0 --data "$work/plannr.db" >"$work/sandbox.txt" 2>&1 &
sandbox=$!
for _ in $(seq 240); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  kill -0 "$sandbox" || { cat "$work/sandbox.txt"; exit 1; }
  sleep 0.25
done
PLANNR_BASE_URL="$(sed -nE 's|.*listens on (http://[^ ]+[0-9])/?.*|\1|p' "$work/sandbox.txt" | head -n 1)"
export PLANNR_BASE_URL PLANNR_ACCESS_TOKEN=sandbox-token
export Plannr__BaseAddress="$PLANNR_BASE_URL" Plannr__AccessToken="$PLANNR_ACCESS_TOKEN"

# says TEXT COMMAND...: fails unless the command succeeds and its output contains the text.
says() {
  local text="$1" output; shift
  output="$("$@")" || { echo "$* failed: $output" >&2; return 1; }
  case "$output" in *"$text"*) echo "${*/"$work"\//}: $text" ;; *) echo "Expected $* to print '$text', but found: $output" >&2; return 1 ;; esac
}

connection=6ff8f7f6-1eb3-3525-be4a-3932c805afed
say 'Running the applications'
says "$connection My Fundment Account 1" dotnet Console/bin/Debug/net10.0/Console.dll
says "$connection My Fundment Account 1" dotnet Net8/bin/Debug/net8.0/Net8.dll
says "$connection My Fundment Account 1" dotnet Worker/bin/Debug/net10.0/Worker.dll
says '"label":"My Fundment Account 1"' dotnet Web/bin/Debug/net10.0/Web.dll
says "$connection Renamed in F#" dotnet FSharp/bin/Debug/net10.0/FSharp.dll
says "$connection Renamed in Visual Basic" dotnet VisualBasic/bin/Debug/net10.0/VisualBasic.dll
says 'Renamed' dotnet Readme.Sandbox/bin/Debug/net10.0/Readme.Sandbox.dll
says 'The receiver responded with status 200.' dotnet Readme.Sandbox/bin/Debug/net10.0/Readme.Sandbox.dll
says '{"title":"https://shop.example/books/7","condition":"burnt"}' dotnet Contract/bin/Debug/net10.0/Contract.dll
if command -v mono >/dev/null; then
  says "$connection Renamed in Visual Basic" mono NetFramework/bin/Debug/net472/NetFramework.exe
  says '{"title":"https://shop.example/books/7","condition":"burnt"}' mono Contract/bin/Debug/net472/Contract.exe
else
  echo 'Skipped: mono is not installed, so the applications for .NET Framework were not run.'
fi

say 'Publishing for native AOT'
if { command -v clang || command -v gcc; } >/dev/null && [ -e /usr/include/zlib.h ]; then
  dotnet publish NativeAot --use-current-runtime --output "$work/native" --nologo --verbosity quiet >"$work/publish.txt" 2>&1 || { cat "$work/publish.txt"; exit 1; }
  # Newtonsoft.Json has code for "dynamic" and IConvertible, which the packages do not use. No other assembly may have a warning.
  if grep -E 'warning [A-Z]+[0-9]+' "$work/publish.txt" | grep -vE "warning IL(2104|3053): Assembly 'Newtonsoft\.Json' "; then
    echo 'The packages have warnings for native AOT.' >&2
    exit 1
  fi
  says "$connection Renamed by native code" "$work/native/NativeAot"
  says '{"title":"Emma","condition":"burnt"}' "$work/native/NativeAot"
else
  echo 'Skipped: native AOT needs clang or gcc, and the headers of zlib, so the application was not published.'
fi

say 'All applications work with the packages.'
