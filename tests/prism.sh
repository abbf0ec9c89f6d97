#!/usr/bin/env bash
# Tests the client and the sandbox with Prism, an independent implementation of OpenAPI:
#   1. as a proxy between them, which refuses requests and responses that violate the contract;
#   2. as a mock of the contract, which responds to the client.
# Needs npm, curl and the .NET SDK of global.json. Works from any folder. Installs Prism in a temporary folder.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
prism_version=5.16.0
work="$(mktemp -d)"
processes=()

finish() {
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s\n' "$*"; }

# await FILE TEXT: waits until the last process has written TEXT to FILE. If it does not, prints the file and fails.
await() {
  for _ in $(seq 240); do
    if grep -q "$2" "$1"; then return; fi
    kill -0 "${processes[-1]}" 2>/dev/null || break
    sleep 0.25
  done
  cat "$1"
  echo "The process did not print '$2'."
  return 1
}

# prism LOG ARGUMENTS...: starts Prism on a free port, and sets $address.
prism() {
  local log="$1"; shift
  local port
  port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
  "$work/node_modules/.bin/prism" "$@" --host 127.0.0.1 --port "$port" >"$log" 2>&1 &
  processes+=($!)
  await "$log" 'Prism is listening'
  address="http://127.0.0.1:$port"
}

# client_tests CATEGORY: runs the tests of the client against $address. Fails if no test has the category.
client_tests() {
  PLANNR_BASE_URL="$address" dotnet test "$repository/tests/Plannr.Sandbox.Tests" --no-build --filter "TestCategory=$1" | tee "$work/tests.txt"
  grep -q 'Passed!' "$work/tests.txt"
}

say "Installing Prism $prism_version"
(cd "$work" && echo '{ "private": true }' >package.json && npm install --silent --no-audit --no-fund "@stoplight/prism-cli@$prism_version")

say 'Building the tests'
dotnet build "$repository/tests/Plannr.Sandbox.Tests" --verbosity quiet
dotnet build "$repository/src/Plannr.Cli" --verbosity quiet

say 'Testing the client and the sandbox through the proxy'
dotnet "$repository/src/Plannr.Cli/bin/Debug/net10.0/plannr.dll" sandbox --port 0 >"$work/sandbox.txt" 2>&1 &
processes+=($!)
await "$work/sandbox.txt" 'listens on'
sandbox="$(sed -nE 's|.*listens on (http://[^ ]+)/.*|\1|p' "$work/sandbox.txt")"
prism "$work/proxy.txt" proxy "$repository/openapi/plannr.yaml" "$sandbox" --errors
client_tests Proxy
if grep -iE 'violation|error' "$work/proxy.txt"; then
  echo 'The proxy found violations of the contract.'
  exit 1
fi

say 'Testing that the proxy finds violations in a response and in requests'
curl=(curl --silent --show-error --header 'Authorization: Bearer sandbox-token')
"${curl[@]}" --request POST "$sandbox/sandbox/reset"
"${curl[@]}" --header 'X-Plannr-Sandbox-Fault: blank-expiry=empty' "$address/api/v1/oauth/connections" | tee "$work/response.txt"
echo
"${curl[@]}" --request PUT --header 'Content-Type: application/json' --data '{"label":5}' \
  "$address/api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed" | tee "$work/request.txt"
echo
"${curl[@]}" --header 'Content-Type: application/json' --data '{"url":"http://127.0.0.1/","events":["client.updated"]}' \
  "$address/api/v2/webhook-subscriptions" | tee "$work/event.txt"
echo
grep -q 'prism/errors#VIOLATIONS' "$work/response.txt"
grep -q 'prism/errors#UNPROCESSABLE_ENTITY' "$work/request.txt"
grep -q 'prism/errors#UNPROCESSABLE_ENTITY' "$work/event.txt"
[ "$(grep -c 'error' "$work/proxy.txt")" -eq 3 ]

say 'Testing the client with a mock of the contract'
prism "$work/mock.txt" mock "$repository/openapi/plannr.yaml"
client_tests Mock

say 'The client and the sandbox conform to the contract.'
