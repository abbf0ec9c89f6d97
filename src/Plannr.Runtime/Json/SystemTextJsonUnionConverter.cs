#if NET
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Reads a <see cref="Union"/> as the JSON that it keeps, and writes what it was made of, for System.Text.Json.</summary>
/// <typeparam name="T">The union, which has a public constructor that takes its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonUnionConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() : SystemTextJsonConverter<T>(JsonFormats.UnionOf(Create))
    where T : Union
{
    // By the type of its parameter: a JArray and a JObject also fit the constructors of lists and dictionaries of any JSON.
    private static readonly ConstructorInfo Constructor = typeof(T).GetConstructor([typeof(JToken)])!;

    private static T Create(JToken json) => (T)Constructor.Invoke([json]);
}
#endif
