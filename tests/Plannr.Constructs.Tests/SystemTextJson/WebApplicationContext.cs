using System.Text.Json.Serialization;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>What System.Text.Json's source generator knows of an application, which then needs no reflection.</summary>
[JsonSerializable(typeof(OAuthConnection))]
[JsonSerializable(typeof(Holder))]
[JsonSerializable(typeof(List<Containers.Tree?>))]
// For the OpenAPI document: ASP.NET Core describes an enumeration as a parameter by the type string, and several by their array.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Code[]))]
internal sealed partial class WebApplicationContext : JsonSerializerContext;
