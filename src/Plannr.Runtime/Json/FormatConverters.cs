using Newtonsoft.Json;
using Plannr.Runtime.Json.Formats;

namespace Plannr.Runtime.Json;

/// <summary>Converters for the types that the serializer of Newtonsoft.Json would read or write differently.</summary>
internal static class FormatConverters
{
    public static readonly JsonConverter[] All =
    [
        new FormatConverter<DateTimeOffset>(new TimestampFormat()),
#if NET
        new FormatConverter<DateOnly>(new DateFormat()),
#else
        new FormatConverter<DateTime>(new DateFormat()),
#endif
        new FormatConverter<Guid>(new UuidFormat()),
        new FormatConverter<Uri>(new UrlFormat()),
        new FormatConverter<long>(new Int64Format()),
        new FormatConverter<int>(new Int32Format(new Int64Format())),
        new FormatConverter<ulong>(new UInt64Format()),
        new FormatConverter<uint>(new UInt32Format(new UInt64Format())),
        new FormatConverter<double>(new DoubleFormat()),
        new FormatConverter<float>(new SingleFormat(new DoubleFormat())),
    ];
}
