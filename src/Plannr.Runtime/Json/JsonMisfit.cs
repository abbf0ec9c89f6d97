using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>JSON that is not what the contract says, by its place: the value may be a secret.</summary>
internal static class JsonMisfit
{
    public static JsonSerializationException At(JsonReader reader, string expected, Exception? cause = null)
    {
        var place = reader as IJsonLineInfo;
        return new JsonSerializationException($"Not a {expected}.", reader.Path, place?.LineNumber ?? 0, place?.LinePosition ?? 0, cause);
    }
}
