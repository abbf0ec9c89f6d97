namespace Plannr.Generated.Runtime;

/// <summary>Tells whether decimals can hold the numbers of a JSON text, without a look at what they mean.</summary>
internal static class JsonNumbers
{
    // A decimal has 28 digits for certain, and as many places.
    private const int Digits = 28;

    /// <summary>Whether every number is one that a decimal holds digit by digit.</summary>
    public static bool FitDecimal(string json)
    {
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '"')
            {
                at = EndOfText(json, at);
            }
            else if (json[at] is >= '0' and <= '9' && !FitsDecimal(json, ref at))
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOfText(string json, int start)
    {
        for (var at = start + 1; at < json.Length; at++)
        {
            if (json[at] == '"')
            {
                return at;
            }

            at += json[at] == '\\' ? 1 : 0;
        }

        return json.Length;
    }

    // Leaves the position at the number's last character.
    private static bool FitsDecimal(string json, ref int at)
    {
        var (digits, places, isFraction, isInteger, exponent) = (0, 0, false, true, 0);
        for (; at < json.Length && json[at] is (>= '0' and <= '9') or '.'; at++)
        {
            isFraction |= json[at] == '.';
            isInteger &= !isFraction;
            places += isFraction && json[at] != '.' ? 1 : 0;
            digits += json[at] != '.' && (digits > 0 || json[at] != '0') ? 1 : 0;
        }

        if (at < json.Length && json[at] is 'e' or 'E')
        {
            isInteger = false;
            var start = at + 1;
            for (at++; at < json.Length && json[at] is (>= '0' and <= '9') or '+' or '-'; at++)
            {
            }

            // An exponent that is none itself is the parser's to refuse.
            exponent = int.TryParse(json.Substring(start, at - start), out var value) ? value : int.MaxValue / 2;
        }

        at--;
        // An integer is none of a decimal's: it has as many digits as it likes.
        return isInteger || digits == 0 || (digits <= Digits && places - exponent <= Digits && digits - places + exponent <= Digits);
    }
}
