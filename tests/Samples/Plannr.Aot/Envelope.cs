using Plannr.Constructs.Enumerations;
using Plannr.Constructs.Inheritance;
using Plannr.Constructs.Unions;
using Plannr.Generated;

namespace Plannr.Aot;

/// <summary>A type of an application's own, with properties of the contracts' types.</summary>
internal sealed record Envelope(OAuthConnection Connection, List<Pet> Pets, Dictionary<Sign, Code?> Codes, Loose? Loose, Scalar? Scalar);
