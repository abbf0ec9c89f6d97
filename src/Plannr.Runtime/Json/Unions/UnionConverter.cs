using System.ComponentModel;
#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Converts a <see cref="Union"/>, for the serializer of Newtonsoft.Json. Reading keeps the JSON; writing serializes the original value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(Union).IsAssignableFrom(objectType);

    /// <inheritdoc/>
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only the serializer of Newtonsoft.Json calls this method, and creating one already warns that it requires reflection.")]
#endif
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        // Selected by the parameter type: a JArray or a JObject would also match the constructors for lists and dictionaries.
        => reader.TokenType == JsonToken.Null ? null : objectType.GetConstructor([typeof(JToken)])!.Invoke([JToken.Load(reader)]);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => ((Union)value!).Write(new JsonWriteContext(writer, isRequest: false));
}
