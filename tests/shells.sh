#!/usr/bin/env bash
# Tests in the shells: the completions in bash, zsh, fish and PowerShell, the commands that --curl prints for PowerShell, and
# build/accept-snapshots.ps1. Needs zsh and fish (Debian: zsh fish). If pwsh is missing, installs PowerShell in a temporary folder, as a
# dotnet tool.
#   tests/shells.sh              takes a minute and a half on two cores
set -euo pipefail
repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say() { printf '\n-- %s\n' "$*"; }

if ! command -v pwsh >/dev/null; then
  say 'Installing PowerShell'
  dotnet tool install PowerShell --version 7.6.9 --tool-path "$work/tools" >/dev/null
  PATH="$work/tools:$PATH"
fi
export PATH POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
pwsh --version

# received FOLDER: clones the repository, and writes a changed received file for each snapshot.
received() {
  git clone --quiet "$repository" "$1"
  (
    cd "$1"
    git ls-files -z | grep -z '\.verified\.' | while IFS= read -r -d '' verified; do
      { cat -- "$verified"; echo changed; } >"${verified/.verified./.received.}"
    done
    # The first file is a new snapshot whose name is a pattern in PowerShell. The second is not a snapshot, and must not be accepted.
    echo new >'tests/Plannr.Cli.Tests/Snapshots/New.Test_argument=[a-z] é.received.txt'
    mkdir -p tests/Plannr.Cli.Tests/bin
    echo old >tests/Plannr.Cli.Tests/bin/Old.received.txt
  )
}

# accepted FOLDER: prints the changed, new and remaining files of the repository.
accepted() { (cd "$1" && git status --porcelain=v1 --ignored --untracked-files=all && git diff && cat tests/Plannr.Cli.Tests/Snapshots/New.* ); }

say 'Accepting snapshots in PowerShell and in bash'
received "$work/powershell"
received "$work/bash"
for name in CommandTests ''; do
  pwsh -NoProfile -File "$work/powershell/build/accept-snapshots.ps1" "$name" | tail -n 1
  "$work/bash/build/accept-snapshots.sh" "$name" | tail -n 1
  if [ -n "$name" ]; then
    # Other snapshots must not be accepted.
    [ "$(cd "$work/powershell" && git diff --name-only | grep -cv "$name")" -eq 0 ]
    [ "$(cd "$work/powershell" && git diff --name-only | grep -c "$name")" -gt 0 ]
  fi
  # The second round also accepts the new snapshot.
  diff <(accepted "$work/powershell") <(accepted "$work/bash") || { echo 'accept-snapshots.ps1 and accept-snapshots.sh accept different files.'; exit 1; }
done
[ "$(cd "$work/powershell" && git diff --name-only | wc -l)" -eq "$(cd "$work/powershell" && git ls-files | grep -c '\.verified\.')" ] || { echo 'Not every snapshot was accepted.'; exit 1; }
[ -e "$work/powershell/tests/Plannr.Cli.Tests/bin/Old.received.txt" ] || { echo 'A file in bin was accepted.'; exit 1; }

say 'Testing completions, and curl commands in PowerShell'
PLANNR_REQUIRE_SHELLS=1 dotnet test "$repository/tests/Plannr.Cli.Tests" --nologo --filter 'FullyQualifiedName~CompletionTests|FullyQualifiedName~CurlTests' --logger 'console;verbosity=normal'
