#!/usr/bin/env bash
# Packs plannr as a dotnet tool, in both forms, installs each from the packed files alone into a folder of its own, and runs
# it. What compiles ahead comes from the package feed; the installation needs no network.
#   tests/tool.sh                two minutes on two cores
#   tests/tool.sh --keep FOLDER  leaves both installations there: portable/plannr and ahead/plannr
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
installed="$work/installed"
if [ "${1:-}" = --keep ]; then mkdir -p "$2" && installed="$(cd "$2" && pwd)"; fi
unset PLANNR_ACCESS_TOKEN PLANNR_BASE_URL

# pack NAME PROPERTY...: packs, and installs from nothing but what that made.
pack() {
  local name="$1"; shift
  echo "== $name"
  dotnet pack "$repository/src/Plannr.Cli" --nologo -v:quiet -o "$work/$name" "$@"
  cat >"$work/$name/nuget.config" <<CONFIG
<configuration>
  <packageSources><clear /><add key="packed" value="$work/$name" /></packageSources>
  <config><add key="globalPackagesFolder" value="$work/$name/packages" /></config>
</configuration>
CONFIG
  ls -l "$work/$name"/*.nupkg | awk '{ sub(".*/", "", $NF); print "  " $NF ": " int($5 / 1024 / 1024) " MiB" }'
  rm -rf "${installed:?}/$name"
  dotnet tool install Plannr.Cli --tool-path "$installed/$name" --configfile "$work/$name/nuget.config" --no-cache >/dev/null
}

# says TEXT COMMAND...: fails unless the command's output holds the text.
says() {
  local text="$1" output; shift
  output="$("$@")"
  case "$output" in *"$text"*) echo "  ${*/"$installed"\//}: $text" ;; *) echo "$* does not say '$text' but: $output" >&2; return 1 ;; esac
}

# The folder that a tool is run in must not matter.
run() {
  local plannr="$installed/$1/plannr"
  cd "$work"
  says "1." "$plannr" --version
  says $'\tMy Fundment Account 1\t' "$plannr" connections list --sandbox
  says '"label":"My Fundment Account 1"' "$plannr" connections list --sandbox --output json
  says 'openapi: 3.0.3' "$plannr" contract show
  says 'complete -F _plannr plannr' "$plannr" completion bash
  printf 'uuid,label\n6ff8f7f6-1eb3-3525-be4a-3932c805afed,Renamed\n' >labels.csv
  rm -f labels.results.csv
  "$plannr" connections relabel --from labels.csv --sandbox --quiet
  says ',Renamed,done,200,' cat labels.results.csv
  local exit_code=0
  "$plannr" auth status 2>/dev/null || exit_code=$?
  [ "$exit_code" -eq 3 ] || { echo "auth status without a token exits with $exit_code and not with 3" >&2; return 1; }
}

machine="$(dotnet msbuild "$repository/src/Plannr.Cli" -getProperty:NETCoreSdkPortableRuntimeIdentifier)"
pack portable
run portable
pack ahead "-p:ToolMachines=$machine+any"
run ahead
echo 'The tool works in both forms.'
