#!/usr/bin/env bash
# Tests the MCP server over HTTP and over stdio with an independent client, the command line of the MCP inspector. Installs a fixed version
# of the inspector from npm in tests/Plannr.Mcp.Tests/obj.
#   tests/mcp-inspector.sh
# Needs npm, node and the .NET SDK of global.json. Works from any folder.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
version=2.12.0
inspector="$root/tests/Plannr.Mcp.Tests/obj/inspector-$version"
work="$(mktemp -d)"
sandbox=
passed=0

finish() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

# expect NAME EXIT-CODE TEXTS ARGUMENTS...: fails unless the inspector exits with the code and prints one of the texts. TEXTS has one text
# in each line.
expect() {
  local name="$1" code="$2" text="$3" status=0
  shift 3
  node "$inspector/node_modules/.bin/mcp-inspector" --cli "$@" --connect-timeout 120000 >"$work/out.txt" 2>"$work/err.txt" </dev/null || status=$?
  if [ "$status" -ne "$code" ] || ! grep -qF -- "$text" "$work/out.txt" "$work/err.txt"; then
    echo "FAILED: $name: expected exit code $code and the text '$text', but found exit code $status and this output:"
    tail -n 40 "$work/out.txt" "$work/err.txt"
    exit 1
  fi
  passed=$((passed + 1))
  echo "passed: $name"
}

# ask TRANSPORT TARGET...: makes the calls that both transports must respond to in the same way.
ask() {
  local transport="$1"
  shift
  expect "$transport: list the tools" 0 '"get_operation"' "$@" --transport "$transport" --method tools/list
  expect "$transport: list the tools with strict schemas" 0 '"get_operation"' "$@" --transport "$transport" --method tools/list --strict
  expect "$transport: search for a question" 0 'OAuthConnections_Update' "$@" --transport "$transport" --method tools/call --tool-name search --tool-arg 'query=how do I rename an OAuth2 connection?'
  expect "$transport: get an operation" 0 'UpdateOAuthConnectionRequest' "$@" --transport "$transport" --method tools/call --tool-name get_operation --tool-arg operation=OAuthConnections_Update
  expect "$transport: get a misspelled schema" 5 "Did you mean 'OAuthConnection'?" "$@" --transport "$transport" --method tools/call --tool-name get_schema --tool-arg schema=OAuthConection
  expect "$transport: list the resources" 0 'plannr://openapi/plannr.yaml' "$@" --transport "$transport" --method resources/list
  expect "$transport: read a guide" 0 'PlannrNotFoundException' "$@" --transport "$transport" --method resources/read --uri plannr://guides/errors
  expect "$transport: read the contract" 0 'OAuthConnections_Update' "$@" --transport "$transport" --method resources/read --uri plannr://openapi/plannr.yaml
}

if [ ! -f "$inspector/fetched" ]; then
  echo "Downloading @modelcontextprotocol/inspector@$version"
  rm -rf "$inspector"
  mkdir -p "$inspector"
  # Its install script would download the web clients, which the command line does not need.
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$inspector" "@modelcontextprotocol/inspector@$version" >/dev/null
  touch "$inspector/fetched"
fi

echo "Building"
dotnet build "$root/src/Plannr.Cli/Plannr.Cli.csproj" --verbosity quiet
dotnet "$root/src/Plannr.Cli/bin/Debug/net10.0/plannr.dll" sandbox --port 0 >"$work/sandbox.txt" &
sandbox=$!
for _ in $(seq 120); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  kill -0 "$sandbox" || { echo "The sandbox did not start."; exit 1; }
  sleep 0.5
done

address="$(sed -nE 's/.*listens on (http[^ ]*)\/\. .*/\1/p' "$work/sandbox.txt")"
ask http "$address/mcp"
# For each question, one of its sources must be among the first three hits.
while IFS=$'\t' read -r question sources <&3; do
  expect "http: $question" 0 "${sources// | /$'\n'}" "$address/mcp" --transport http --method tools/call --tool-name search --tool-arg "query=$question" --tool-arg limit=3
done 3<"$root/tests/Plannr.Mcp.Tests/Questions/thirty.tsv"

ask stdio dotnet "$root/src/Plannr.Cli/bin/Debug/net10.0/plannr.dll" mcp
echo "$passed passed, 0 failed"
