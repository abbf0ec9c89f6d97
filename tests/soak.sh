#!/usr/bin/env bash
# Makes 100,000 calls with a PlannrClient to a server on this machine. Fails if a call is lost, or if the process has more memory,
# connections, threads or timers at the end than after the first 10,000 calls.
#   tests/soak.sh                        takes half a minute on two cores
#   tests/soak.sh --calls 1000000        makes another number of calls, for at most ten minutes
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/benchmark.sh" soak "$@"
