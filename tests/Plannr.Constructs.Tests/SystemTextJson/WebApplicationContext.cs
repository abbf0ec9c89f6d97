using System.Text.Json.Serialization;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Source-generated metadata, with which System.Text.Json serializes the types of the application without reflection.</summary>
[JsonSerializable(typeof(OAuthConnection))]
[JsonSerializable(typeof(Holder))]
[JsonSerializable(typeof(List<Containers.Tree?>))]
// For the OpenAPI document: ASP.NET Core describes a parameter that is an enumeration as a string, and one that is a list of them as an array.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Code[]))]
internal sealed partial class WebApplicationContext : JsonSerializerContext;
