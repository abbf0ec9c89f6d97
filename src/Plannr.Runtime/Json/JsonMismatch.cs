using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>Creates exceptions for JSON that does not match the contract. They contain the position and no values, which may be secrets.</summary>
internal static class JsonMismatch
{
    public static JsonSerializationException At(JsonReader reader, string expected, Exception? cause = null)
    {
        var place = reader as IJsonLineInfo;
        return new JsonSerializationException($"Not {(expected[0] is 'a' or 'i' or 'o' or 'u' ? "an" : "a")} {expected}.", reader.Path, place?.LineNumber ?? 0, place?.LinePosition ?? 0, cause);
    }
}
