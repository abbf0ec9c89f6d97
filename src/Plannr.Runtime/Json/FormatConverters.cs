using Newtonsoft.Json;

namespace Plannr.Runtime.Json;

/// <summary>The formats that differ from Newtonsoft's own, for its serializer.</summary>
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
        new FormatConverter<Uri>(new UriFormat()),
        new FormatConverter<long>(new IntegerFormat()),
        new FormatConverter<int>(new ShortIntegerFormat(new IntegerFormat())),
        new FormatConverter<ulong>(new UnsignedIntegerFormat()),
        new FormatConverter<uint>(new ShortUnsignedIntegerFormat(new UnsignedIntegerFormat())),
        new FormatConverter<double>(new NumberFormat()),
        new FormatConverter<float>(new ShortNumberFormat(new NumberFormat())),
    ];
}
