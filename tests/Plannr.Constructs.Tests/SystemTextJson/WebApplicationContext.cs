using System.Text.Json.Serialization;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>What System.Text.Json's source generator knows of an application, which then needs no reflection.</summary>
[JsonSerializable(typeof(OAuthConnection))]
[JsonSerializable(typeof(Holder))]
[JsonSerializable(typeof(List<Containers.Tree?>))]
internal sealed partial class WebApplicationContext : JsonSerializerContext;
