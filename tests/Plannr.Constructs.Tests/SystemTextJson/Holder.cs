using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>A type of an application that has properties of generated types.</summary>
internal sealed record Holder(OAuthConnection? Connection, IList<Inheritance.Pet> Pets, Dictionary<Sign, Code?> Codes, Unions.Scalar? Scalar);
