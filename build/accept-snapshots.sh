#!/usr/bin/env bash
# Accepts what the snapshot tests received: every *.received.* file becomes the *.verified.* file beside it.
# Review the difference with git diff afterwards.
#   build/accept-snapshots.sh            all of them
#   build/accept-snapshots.sh Generated  those whose name contains "Generated"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

accepted=0
while IFS= read -r -d '' received; do
  verified="${received/.received./.verified.}"
  mv -- "$received" "$verified"
  echo "accepted $verified"
  accepted=$((accepted + 1))
done < <(find tests -type f -name "*${1:-}*.received.*" -not -path '*/bin/*' -not -path '*/obj/*' -print0)
echo "$accepted accepted"
