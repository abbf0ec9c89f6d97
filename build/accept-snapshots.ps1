# Accepts the results of snapshot tests: every *.received.* file replaces the *.verified.* file beside it.
# Review the changes with git diff afterwards.
#   build/accept-snapshots.ps1            accepts all files
#   build/accept-snapshots.ps1 Generated  accepts files with "Generated" in their names
param([string] $Name = '')
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot

$accepted = 0
Get-ChildItem -Path (Join-Path $root 'tests') -Recurse -File |
  Where-Object { $_.Name -like "*$Name*.received.*" -and $_.FullName -notmatch '[\\/](bin|obj)[\\/]' } |
  ForEach-Object {
    $verified = Join-Path $_.DirectoryName ($_.Name -replace '\.received\.', '.verified.')
    Move-Item -LiteralPath $_.FullName -Destination $verified -Force
    Write-Output "accepted $verified"
    $accepted++
  }
Write-Output "$accepted files accepted"
