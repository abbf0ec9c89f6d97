#if NET
using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>Converts a class in the contract, for System.Text.Json.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonObjectConverter<T>() : SystemTextJsonConverter<T>(JsonFormats.ObjectOf<T>())
    where T : ApiObject, new();
#endif
