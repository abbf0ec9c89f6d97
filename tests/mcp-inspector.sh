#!/usr/bin/env bash
# Asks the MCP server through an independent client, the MCP inspector's command line: over HTTP and over stdio. Installs the
# inspector from npm, at a fixed version, into tests/Plannr.Mcp.Tests/obj.
#   tests/mcp-inspector.sh
# Needs npm, node and the .NET SDK of global.json; works from any folder.
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

# expect NAME EXIT-CODE TEXT ARGUMENTS...: the inspector's exit code, and a text in what it prints.
expect() {
  local name="$1" code="$2" text="$3" status=0
  shift 3
  node "$inspector/node_modules/.bin/mcp-inspector" --cli "$@" --connect-timeout 120000 >"$work/out.txt" 2>"$work/err.txt" </dev/null || status=$?
  if [ "$status" -ne "$code" ] || ! grep -qF -- "$text" "$work/out.txt" "$work/err.txt"; then
    echo "FAILED: $name: exit code $status instead of $code, or not in its output: $text"
    tail -n 40 "$work/out.txt" "$work/err.txt"
    exit 1
  fi
  passed=$((passed + 1))
  echo "passed: $name"
}

# ask TRANSPORT TARGET...: the same questions by either transport.
ask() {
  local transport="$1"
  shift
  expect "$transport: the tools" 0 '"get_operation"' "$@" --transport "$transport" --method tools/list
  expect "$transport: their schemas, strictly" 0 '"get_operation"' "$@" --transport "$transport" --method tools/list --strict
  expect "$transport: a question" 0 'OAuthConnections_Update' "$@" --transport "$transport" --method tools/call --tool-name search --tool-arg 'query=how do I rename an OAuth2 connection?'
  expect "$transport: an operation" 0 'UpdateOAuthConnectionRequest' "$@" --transport "$transport" --method tools/call --tool-name get_operation --tool-arg operation=OAuthConnections_Update
  expect "$transport: a mistake" 5 "Did you mean 'OAuthConnection'?" "$@" --transport "$transport" --method tools/call --tool-name get_schema --tool-arg schema=OAuthConection
  expect "$transport: the resources" 0 'plannr://openapi/plannr.yaml' "$@" --transport "$transport" --method resources/list
  expect "$transport: the contract" 0 'OAuthConnections_Update' "$@" --transport "$transport" --method resources/read --uri plannr://openapi/plannr.yaml
}

if [ ! -f "$inspector/fetched" ]; then
  echo "Fetching @modelcontextprotocol/inspector@$version"
  rm -rf "$inspector"
  mkdir -p "$inspector"
  # Its install script would fetch the web clients, which the command line does not need.
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

ask http "$(sed -nE 's/.*listens on (http[^ ]*)\/\. .*/\1/p' "$work/sandbox.txt")/mcp"
ask stdio dotnet "$root/src/Plannr.Cli/bin/Debug/net10.0/plannr.dll" mcp
echo "$passed passed, 0 failed"
