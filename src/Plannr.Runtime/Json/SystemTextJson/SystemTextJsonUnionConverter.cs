#if NET
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Converts a <see cref="Union"/>, for System.Text.Json. Reading keeps the JSON; writing serializes the original value.</summary>
/// <typeparam name="T">The union. It must have a public constructor with a <see cref="JToken"/> parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonUnionConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() : SystemTextJsonConverter<T>(JsonFormats.UnionOf(Create))
    where T : Union
{
    // Selected by the parameter type: a JArray or a JObject would also match the constructors for lists and dictionaries.
    private static readonly ConstructorInfo Constructor = typeof(T).GetConstructor([typeof(JToken)])!;

    private static T Create(JToken json) => (T)Constructor.Invoke([json]);
}
#endif
