using System.ComponentModel;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Reads a <see cref="Union"/> as the JSON that it keeps, and writes what it was made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(Union).IsAssignableFrom(objectType);

    /// <inheritdoc/>
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only Newtonsoft's own serializer comes here; whoever makes one has been told that it needs reflection.")]
#endif
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        // By the type of its parameter: a JArray and a JObject also fit the constructors of lists and dictionaries of any JSON.
        => reader.TokenType == JsonToken.Null ? null : objectType.GetConstructor([typeof(JToken)])!.Invoke([JToken.Load(reader)]);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => ((Union)value!).Write(new JsonOutput(writer, isRequest: false));
}
