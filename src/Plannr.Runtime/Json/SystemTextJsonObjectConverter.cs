#if NET
using System.ComponentModel;

namespace Plannr.Runtime.Json;

/// <summary>Reads and writes the objects of a class of the contract, for System.Text.Json.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonObjectConverter<T>() : SystemTextJsonConverter<T>(JsonFormats.ObjectOf<T>())
    where T : ApiObject, new();
#endif
