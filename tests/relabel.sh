#!/usr/bin/env bash
# Relabels 10,000 connections of a sandbox while plannr is killed again and again, at any moment: no row is lost, and none that
# has a result is sent again. Then once more with so little memory that it would not do if any of it grew with the rows.
#   tests/relabel.sh                 a minute on two cores
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PLANNR_RELABEL_ROWS=10000 PLANNR_RELABEL_KILLS=10
dotnet test tests/Plannr.Cli.Tests --filter 'Name~However_often_it_is_killed|Name~The_memory_that_it_needs' --logger 'console;verbosity=normal'
