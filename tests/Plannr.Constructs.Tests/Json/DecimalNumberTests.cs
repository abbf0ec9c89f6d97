using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests which JSON numbers are read as a decimal without loss. All others are read as a double.</summary>
public sealed class DecimalNumberTests
{
    // Each has an exponent: a number without a fraction and an exponent is read as an integer of any length.
    private static readonly Gen<(string Text, BigInteger Digits, int Places)> Numbers =
        from length in Gen.Int[1, 32]
        from digits in Gen.Char['0', '9'].Array[length]
        from places in Gen.Int[0, 31]
        from exponent in Gen.Int[-35, 35]
        let fraction = new string(digits[Math.Max(0, length - places)..])
        let whole = new string(digits[..Math.Max(0, length - places)])
        let text = $"{(whole.Length > 0 ? whole : "0")}{(fraction.Length > 0 ? "." + fraction : "")}E{exponent.ToString(CultureInfo.InvariantCulture)}"
        select (text, BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture), fraction.Length - exponent);

    [TestCase("1234567890123456789012345678")]
    [TestCase("12345678901234567890123456789012345678901234567890")]
    [TestCase("123456789012345678901234567.8")]
    [TestCase("0.0000000000000000000000000001")]
    [TestCase("-0.0000000000000000000000000001")]
    [TestCase("000000000000000000000000000000000000001.5")]
    [TestCase("1E27")]
    [TestCase("1e+27")]
    [TestCase("1E-28")]
    [TestCase("-1e-28")]
    [TestCase("10.5E-27")]
    [TestCase("0.10E-26")]
    [TestCase("1.5E26")]
    [TestCase("0E400")]
    [TestCase("-0.000E-400")]
    [TestCase("1e007")]
    [TestCase("{\"a\":\"1E-99\",\"b\":1.5}")]
    [TestCase("{\"a\":\"\\\"1E-99\",\"b\":1.5}")]
    [TestCase("{\"a\":\"1E-99")]
    [TestCase("[true,null,\"a\"]")]
    [TestCase("\"ü1E-99\"")]
    [TestCase("")]
    [TestCase("-")]
    [TestCase("1e")]
    public void FitDecimal_returns_true_for_integers_and_for_numbers_of_up_to_28_digits_and_places(string json)
        => Assert.That(JsonNumbers.FitDecimal(json), Is.True);

    [TestCase("12345678901234567890123456789.0")]
    [TestCase("1234567890123456789012345678.9")]
    [TestCase("0.00000000000000000000000000001")]
    [TestCase("1E28")]
    [TestCase("1e+28")]
    [TestCase("1E-29")]
    [TestCase("-1e-29")]
    [TestCase("10.5E-28")]
    [TestCase("0.10E-27")]
    [TestCase("1.5E28")]
    [TestCase("10E27")]
    [TestCase("1E999999999999999999999")]
    [TestCase("1E-999999999999999999999")]
    [TestCase("1e0030")]
    [TestCase("{\"a\":\"\\\\\",\"b\":1E-99}")]
    [TestCase("{\"a\":\"x\",\"b\":[1,2.5,1E-99]}")]
    [TestCase("\"ü\" 1E-99")]
    [TestCase("[9E99,1]")]
    public void FitDecimal_returns_false_for_a_number_of_more_than_28_digits_or_places(string json)
        => Assert.That(JsonNumbers.FitDecimal(json), Is.False);

    [Test]
    public void Number_that_is_read_as_a_decimal_keeps_every_digit()
        => Numbers.Sample(
            number =>
            {
                if (JsonNumbers.FitDecimal(number.Text))
                {
                    var bits = decimal.GetBits(decimal.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
                    var digits = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
                    var places = (bits[3] >> 16) & 0x7F;
                    Assert.That(digits * BigInteger.Pow(10, 100 - places), Is.EqualTo(number.Digits * BigInteger.Pow(10, 100 - number.Places)), number.Text);
                }
            },
            iter: 20_000);

    [Test]
    public void FitDecimal_reads_only_the_given_range_of_the_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes("1E-99 1.5 1E-99");

        Assert.That(JsonNumbers.FitDecimal(bytes, 6, 3), Is.True);
        Assert.That(JsonNumbers.FitDecimal(bytes, 6, 9), Is.False);
        Assert.That(JsonNumbers.FitDecimal(bytes, 0, 5), Is.False);
        Assert.That(JsonNumbers.FitDecimal(bytes, 0, 4), Is.True, "The range ends before the last digit of the exponent.");
    }
}
