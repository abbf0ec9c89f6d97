#!/usr/bin/env bash
# Runs the long tests of the command line:
#   - plannr relabels 10,000 connections of a sandbox while it is killed at random moments. No row is lost, and no row with a result is
#     sent again.
#   - plannr relabels 10,000 connections with so little memory that it fails if its memory grows with the number of rows.
#   - No command prints the access token at any verbosity, even if the server returns it in a success or an error.
#   tests/command-line.sh            two minutes on two cores
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PLANNR_RELABEL_ROWS=10000 PLANNR_RELABEL_KILLS=10 PLANNR_EVERY_VERBOSITY=1
dotnet test tests/Plannr.Cli.Tests --filter 'Name~Killed_runs|Name~Memory_does_not_grow|Name~No_command_prints_the_token' --logger 'console;verbosity=normal'
