namespace Plannr.SampleApi.Models;

/// <summary>A number of each type.</summary>
public sealed record Numbers(
    byte UInt8,
    sbyte Int8,
    short Int16,
    ushort UInt16,
    int Int32,
    uint UInt32,
    long Int64,
    ulong UInt64,
    float Single,
    double Double,
    decimal Decimal);
