using Plannr.Constructs.Enumerations;
using Plannr.Constructs.Inheritance;
using Plannr.Constructs.Unions;
using Plannr.Generated;

namespace Plannr.Aot;

/// <summary>A type of the application whose properties have types of the contracts.</summary>
internal sealed record Envelope(OAuthConnection Connection, List<Pet> Pets, Dictionary<Sign, Code?> Codes, Loose? Loose, Scalar? Scalar);
