#!/usr/bin/env bash
# Packs plannr as a dotnet tool in two forms: for all machines (portable), and with native code for this machine (ahead). Installs each from
# the packed files only, without a network, and runs commands. In the second form, a native program runs some commands itself, and starts
# the .NET runtime for the others. Native AOT needs clang or gcc, and zlib's headers (Debian: clang zlib1g-dev).
#   tests/tool.sh                takes four minutes on two cores
#   tests/tool.sh --keep FOLDER  keeps both installations: FOLDER/portable/plannr and FOLDER/ahead/plannr
#   tests/tool.sh --all          also runs tests/Plannr.Cli.Tests with the installed native program
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
installed="$work/installed"
if [ "${1:-}" = --keep ]; then mkdir -p "$2" && installed="$(cd "$2" && pwd)"; fi
unset PLANNR_ACCESS_TOKEN PLANNR_BASE_URL
command -v clang >/dev/null || command -v gcc >/dev/null || { echo 'Native AOT needs clang or gcc.'; exit 1; }

# pack NAME PROPERTY...: packs the tool, and installs it from the packed files only.
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
  ls -l "$work/$name"/*.nupkg | awk '{ sub(".*/", "", $NF); printf "  %s: %.1f MB\n", $NF, $5 / 1000000 }'
  rm -rf "${installed:?}/$name"
  dotnet tool install Plannr.Cli --tool-path "$installed/$name" --configfile "$work/$name/nuget.config" --no-cache >/dev/null
}

# says TEXT COMMAND...: fails unless the output of the command contains the text.
says() {
  local text="$1" output; shift
  output="$("$@")"
  case "$output" in *"$text"*) echo "  ${*/"$installed"\//}: $text" ;; *) echo "Expected $* to print '$text', but found: $output" >&2; return 1 ;; esac
}

# starts_runtime yes|no ARGUMENT...: fails unless the native program starts the .NET runtime for a command (yes), or does not (no).
starts_runtime() {
  local expected="$1" found=no; shift
  rm -f "$work/host.txt"
  # The host of the runtime writes its trace to this file. Most commands fail without a token, which does not matter here.
  COREHOST_TRACE=1 COREHOST_TRACEFILE="$work/host.txt" "$installed/ahead/plannr" "$@" >/dev/null 2>&1 </dev/null || true
  if [ -s "$work/host.txt" ]; then found=yes; fi
  [ "$found" = "$expected" ] || { echo "plannr $*: expected to start the .NET runtime: $expected, but found: $found" >&2; return 1; }
  echo "  plannr $*: starts the .NET runtime: $found"
}

# run NAME: runs commands of an installation, outside of its folder.
run() {
  local plannr="$installed/$1/plannr"
  cd "$work"
  says "1." "$plannr" --version
  says $'\tMy Fundment Account 1\t' "$plannr" connections list --sandbox
  says '"label":"My Fundment Account 1"' "$plannr" connections list --sandbox --output json
  says 'openapi: 3.0.3' "$plannr" contract show
  says 'complete -F _plannr plannr' "$plannr" completion bash
  says 'plannr [command]' "$plannr" --help
  says 'plannr connections [command]' "$plannr" connections --help
  printf 'uuid,label\n6ff8f7f6-1eb3-3525-be4a-3932c805afed,Renamed\n' >labels.csv
  rm -f labels.results.csv
  # The native program must leave standard input to the managed one.
  "$plannr" connections relabel --from - --sandbox --quiet <labels.csv
  says ',Renamed,done,200,' cat labels.results.csv
  local exit_code=0
  "$plannr" auth status 2>/dev/null || exit_code=$?
  [ "$exit_code" -eq 3 ] || { echo "Expected auth status without a token to exit with 3, but found $exit_code." >&2; return 1; }
}

machine="$(dotnet msbuild "$repository/src/Plannr.Cli" -getProperty:NETCoreSdkPortableRuntimeIdentifier)"
pack portable
run portable
pack ahead "-p:ToolMachines=$machine+any"
run ahead
for command in --version 'connections list' 'accounts list' 'webhooks list' 'api GET /api/v1/me' 'auth status' 'completion bash' 'connections --help' 'help connections'; do
  # shellcheck disable=SC2086
  starts_runtime no $command
done
starts_runtime no __suggest 27 'plannr connections list --s'
for command in 'connections list --sandbox' 'contract show' 'conections list' --help 'help contract'; do
  # shellcheck disable=SC2086
  starts_runtime yes $command
done
if [ "${1:-}" = --all ]; then
  echo '== tests/Plannr.Cli.Tests'
  PLANNR_TESTED_PROGRAM="$installed/ahead/plannr" dotnet test "$repository/tests/Plannr.Cli.Tests" --nologo -v:quiet
fi
echo 'The tool works in both forms.'
