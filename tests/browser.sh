#!/usr/bin/env bash
# Tests the pages of the sandbox in Chromium. If Chromium is not installed, the tests are skipped, or fail with
# PLANNR_REQUIRE_CHROMIUM=1.
#   tests/browser.sh
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
echo "Testing the portal in Chromium"
dotnet test "$root/tests/Plannr.Portal.Tests" "$@"
