using System.Text.Json.Serialization;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>The JSON of the profiles, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ProfileSet))]
internal sealed partial class ProfileJson : JsonSerializerContext;
