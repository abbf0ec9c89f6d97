#!/usr/bin/env bash
# Sends 100,000 calls through a PlannrClient to a server on this machine. Fails if one of them is lost, or if the process ends
# with more memory, connections, threads or timers than it had after the first 10,000.
#   tests/soak.sh                        half a minute on two cores
#   tests/soak.sh --calls 1000000        or as many as one likes, within ten minutes
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/benchmark.sh" soak "$@"
