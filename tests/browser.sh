#!/usr/bin/env bash
# Looks at the sandbox's pages in a real Chromium. Where there is none, the tests are skipped; with PLANNR_REQUIRE_CHROMIUM=1
# they fail.
#   tests/browser.sh
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
echo "Testing the portal in Chromium"
dotnet test "$root/tests/Plannr.Portal.Tests" "$@"
