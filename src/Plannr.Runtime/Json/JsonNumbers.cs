namespace Plannr.Runtime.Json;

/// <summary>Determines whether the numbers of a JSON text fit into decimals, without parsing the JSON.</summary>
internal static class JsonNumbers
{
    // A decimal can represent any number with 28 digits and at most 28 decimal places.
    private const int Digits = 28;

    // Exceeds the exponents of double, so a number with a larger exponent is left to the parser.
    private const int MaxExponent = 100_000;

    /// <summary>Returns a value that indicates whether a decimal can represent each number without loss of digits.</summary>
    public static bool FitDecimal(string json)
    {
        var ascii = Ascii(json);
        return FitDecimal(ascii, 0, ascii.Length);
    }

    /// <summary>Returns a value that indicates whether a decimal can represent each number without loss of digits.</summary>
    public static bool FitDecimal(byte[] json, int start, int count)
    {
        var end = start + count;
        for (var at = Next(json, start, end); at < end; at = Next(json, at, end))
        {
            if (!FitsDecimal(json, ref at, end))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Converts each character of a text to one byte. The characters of numbers and the quotation marks of strings are ASCII; all others become 0x80.</summary>
    public static byte[] Ascii(string json)
    {
        var ascii = new byte[json.Length];
        for (var i = 0; i < ascii.Length; i++)
        {
            ascii[i] = (byte)Math.Min((int)json[i], 0x80);
        }

        return ascii;
    }

    /// <summary>Returns the position of the next number, or the end of the text.</summary>
    public static int Next(byte[] json, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (json[at] == '"')
            {
                at = EndOfText(json, at + 1, end);
            }
            else if (json[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'-')
            {
                return at;
            }
        }

        return end;
    }

    private static int EndOfText(byte[] json, int start, int end)
    {
        for (var at = start; (at = Array.IndexOf(json, (byte)'"', at, end - at)) != -1; at++)
        {
            var escapes = 0;
            // The loop ends at the latest at the quotation mark before the start.
            while (json[at - escapes - 1] == '\\')
            {
                escapes++;
            }

            if (escapes % 2 == 0)
            {
                return at;
            }
        }

        return end;
    }

    /// <summary>Returns a value that indicates whether a decimal can represent the number at a position without loss of digits. True if there is no number.</summary>
    /// <param name="json">The text.</param>
    /// <param name="at">The position, which is before the end. It is moved to the end of the number.</param>
    /// <param name="end">The end of the text.</param>
    public static bool FitsDecimal(byte[] json, ref int at, int end)
    {
        at += json[at] == '-' ? 1 : 0;
        var (digits, places, isInteger, exponent) = (0, 0, true, 0);
        for (; at < end && json[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'.'; at++)
        {
            if (json[at] == '.')
            {
                isInteger = false;
                continue;
            }

            places += isInteger ? 0 : 1;
            digits += digits > 0 || json[at] != '0' ? 1 : 0;
        }

        if (at < end && json[at] is (byte)'e' or (byte)'E')
        {
            isInteger = false;
            var isNegative = false;
            for (at++; at < end && json[at] is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-'; at++)
            {
                if (json[at] == '-')
                {
                    isNegative = true;
                }
                else if (json[at] != '+')
                {
                    exponent = Math.Min((10 * exponent) + json[at] - '0', MaxExponent);
                }
            }

            exponent = isNegative ? -exponent : exponent;
        }

        // Integers are not read as decimals, and can have any number of digits.
        return isInteger || digits == 0 || (digits <= Digits && places - exponent <= Digits && digits - places + exponent <= Digits);
    }
}
