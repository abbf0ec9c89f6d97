#!/usr/bin/env bash
# Accepts the results of snapshot tests: every *.received.* file replaces the *.verified.* file beside it.
# Review the changes with git diff afterwards.
#   build/accept-snapshots.sh            accepts all files
#   build/accept-snapshots.sh Generated  accepts files with "Generated" in their names
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

accepted=0
while IFS= read -r -d '' received; do
  verified="${received/.received./.verified.}"
  mv -- "$received" "$verified"
  echo "accepted $verified"
  accepted=$((accepted + 1))
done < <(find tests -type f -name "*${1:-}*.received.*" -not -path '*/bin/*' -not -path '*/obj/*' -print0)
echo "$accepted files accepted"
