#!/usr/bin/env bash
# The long tests of the command line. Relabels 10,000 connections of a sandbox while plannr is killed again and again, at any
# moment: no row is lost, and none that has a result is sent again. Does it once more with so little memory that it would not
# do if any of it grew with the rows. And looks for the access token in what every command says at every verbosity, to a server
# that answers and to servers that refuse, each of which sends the token back.
#   tests/command-line.sh            two minutes on two cores
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PLANNR_RELABEL_ROWS=10000 PLANNR_RELABEL_KILLS=10 PLANNR_EVERY_VERBOSITY=1
dotnet test tests/Plannr.Cli.Tests --filter 'Name~Killed_runs|Name~Memory_does_not_grow|Name~No_command_prints_the_token' --logger 'console;verbosity=normal'
