#if NET
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Reads a <see cref="Union"/> as the JSON that it keeps, and writes what it was made of, for System.Text.Json.</summary>
/// <typeparam name="T">The union, which has a public constructor that takes its JSON.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonUnionConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>() : SystemTextJsonConverter<T>(JsonFormats.UnionOf(Create))
    where T : Union
{
    private static T Create(JToken json) => (T)Activator.CreateInstance(typeof(T), json)!;
}
#endif
