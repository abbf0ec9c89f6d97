#!/usr/bin/env bash
# Builds tests/Samples/Plannr.NetFramework, an application for .NET Framework 4.8, and runs it on mono against a sandbox. The application checks
# list, update, the errors 401, 404 and 422, a timeout, a cancellation, and 50 concurrent calls. Needs mono (Debian: mono-devel). Works
# from any folder. On Windows, the same application runs on .NET Framework.
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
sandbox=

finish() {
  if [ -n "$sandbox" ]; then kill "$sandbox" 2>/dev/null || true; wait "$sandbox" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n-- %s\n' "$*"; }

command -v mono >/dev/null || { echo 'mono is not installed (Debian: mono-devel).'; exit 1; }

say 'Building'
dotnet build "$repository/src/Plannr.Cli" --verbosity quiet --nologo
dotnet build "$repository/tests/Samples/Plannr.NetFramework" --output "$work/application" --verbosity quiet --nologo

say 'Running on mono against a sandbox'
dotnet run --no-build --project "$repository/src/Plannr.Cli" -- sandbox --port 0 --rate-limit 0 >"$work/sandbox.txt" 2>&1 &
sandbox=$!
for _ in $(seq 240); do
  if grep -q 'listens on' "$work/sandbox.txt"; then break; fi
  kill -0 "$sandbox" || { cat "$work/sandbox.txt"; exit 1; }
  sleep 0.25
done
PLANNR_BASE_URL="$(sed -nE 's|.*listens on (http://[^ ]+[0-9])/?.*|\1|p' "$work/sandbox.txt" | head -n 1)"
export PLANNR_BASE_URL PLANNR_ACCESS_TOKEN=sandbox-token
mono "$work/application/plannr-net-framework.exe"
