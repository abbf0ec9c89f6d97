using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests that numbers of any .NET type in a <see cref="JToken"/> are read as the type in the contract.</summary>
public sealed class NumberConversionTests
{
    private static readonly object[][] Signed =
    [
        [5L, 5L], [5, 5L], [5u, 5L], [5UL, 5L], [-5, -5L], [(ulong)long.MaxValue, long.MaxValue],
        [5.0, 5L], [-5.0, -5L], [9_007_199_254_740_991.0, 9_007_199_254_740_991], [-9_007_199_254_740_991.0, -9_007_199_254_740_991],
        [5m, 5L], [5.00m, 5L], [(decimal)long.MaxValue, long.MaxValue], [(decimal)long.MinValue, long.MinValue],
        ["42", 42L], ["-42", -42L], ["+42", 42L],
    ];

    private static readonly object[] NotSigned =
    [
        (ulong)long.MaxValue + 1, 5.5, 9_007_199_254_740_992.0, -9_007_199_254_740_992.0, double.NaN, 5.5m, long.MaxValue + 1m, long.MinValue - 1m, "", " 42", "1.0", "4e1", "9223372036854775808", true,
    ];

    private static readonly object[][] Unsigned =
    [
        [5UL, 5UL], [5u, 5UL], [5L, 5UL], [5, 5UL], [0L, 0UL], [0, 0UL], [new BigInteger(ulong.MaxValue), ulong.MaxValue], [BigInteger.Zero, 0UL],
        [5.0, 5UL], [0.0, 0UL], [9_007_199_254_740_991.0, 9_007_199_254_740_991UL], [5m, 5UL], [0m, 0UL], [(decimal)ulong.MaxValue, ulong.MaxValue],
        ["18446744073709551615", ulong.MaxValue], ["+1", 1UL],
    ];

    private static readonly object[] NotUnsigned =
    [
        -1L, -1, new BigInteger(ulong.MaxValue) + 1, BigInteger.MinusOne, -1.0, 1.5, 9_007_199_254_740_992.0, -1m, 1.5m, ulong.MaxValue + 1m, "-1", " 1", "1.0", "18446744073709551616", true,
    ];

    private static readonly object[][] Floating =
    [
        [1.5, 1.5], [1.5f, 1.5], [5L, 5.0], [5, 5.0], [5UL, 5.0], [5u, 5.0], [BigInteger.Pow(10, 20), 1e20], [0.1m, 0.1], [7.9228162514264337593543950335m, 7.9228162514264337593543950335],
        ["1.5", 1.5], [" -1.5e3 ", -1500.0], [double.MaxValue, double.MaxValue],
    ];

    private static readonly object[] NotFloating = [BigInteger.Pow(10, 400), -BigInteger.Pow(10, 400), double.PositiveInfinity, double.NegativeInfinity, "1e400", "-1e400", "1,5", "", true];

    [TestCaseSource(nameof(Signed))]
    public void Integer_is_read_as_a_long(object value, long expected) => Assert.That(Read(value, JsonFormats.Integer64), Is.EqualTo(expected));

    [TestCaseSource(nameof(NotSigned))]
    public void Value_that_is_not_a_long_is_not_converted(object value) => Assert.That(Read(value, JsonFormats.Integer64), Is.Null);

    [TestCaseSource(nameof(Unsigned))]
    public void Integer_is_read_as_an_unsigned_long(object value, ulong expected) => Assert.That(Read(value, JsonFormats.UnsignedInteger64), Is.EqualTo(expected));

    [TestCaseSource(nameof(NotUnsigned))]
    public void Value_that_is_not_an_unsigned_long_is_not_converted(object value) => Assert.That(Read(value, JsonFormats.UnsignedInteger64), Is.Null);

    [TestCaseSource(nameof(Floating))]
    public void Number_is_read_as_a_double(object value, double expected) => Assert.That(Read(value, JsonFormats.Number), Is.EqualTo(expected));

    [TestCaseSource(nameof(NotFloating))]
    public void Value_that_is_not_a_double_is_not_converted(object value) => Assert.That(Read(value, JsonFormats.Number), Is.Null);

    [TestCase(int.MaxValue, true)]
    [TestCase(int.MinValue, true)]
    [TestCase(int.MaxValue + 1L, false)]
    [TestCase(int.MinValue - 1L, false)]
    public void Integer_is_read_as_an_int_only_within_its_range(long value, bool isRead)
        => Assert.That(Read(value, JsonFormats.Integer32), Is.EqualTo(isRead ? (int)value : null));

    [TestCase(uint.MaxValue, true)]
    [TestCase(0L, true)]
    [TestCase(uint.MaxValue + 1L, false)]
    [TestCase(-1L, false)]
    public void Integer_is_read_as_an_unsigned_int_only_within_its_range(long value, bool isRead)
        => Assert.That(Read(value, JsonFormats.UnsignedInteger32), Is.EqualTo(isRead ? (uint)value : null));

    [TestCase(float.MaxValue, true)]
    [TestCase(-float.MaxValue, true)]
    [TestCase(1e39, false)]
    [TestCase(-1e39, false)]
    public void Number_is_read_as_a_float_only_within_its_range(double value, bool isRead)
        => Assert.That(Read(value, JsonFormats.Number32), Is.EqualTo(isRead ? (float)value : null));

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void Number_that_is_NaN_or_infinite_throws_when_it_is_written(float number)
    {
        Assert.That(() => PlannrJson.Serialize(number, JsonFormats.Number32), Throws.TypeOf<Newtonsoft.Json.JsonSerializationException>().With.Message.EqualTo("JSON cannot represent NaN or infinity."));
        Assert.That(() => PlannrJson.Serialize((double)number, JsonFormats.Number), Throws.TypeOf<Newtonsoft.Json.JsonSerializationException>().With.Message.EqualTo("JSON cannot represent NaN or infinity."));
    }

    [Test]
    public void Number_is_read_in_the_same_way_in_a_culture_with_a_decimal_comma()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Assert.That((Read("1.5", JsonFormats.Number), Read(0.5m, JsonFormats.Number)), Is.EqualTo(((double?)1.5, (double?)0.5)));
    }

    private static T? Read<T>(object value, JsonFormat<T> format)
        where T : struct
        => PlannrJson.TryConvert(new JValue(value), format, out var read) ? read : null;
}
