namespace Plannr.SpecGate;

/// <summary>The options of <c>specgate lint</c>.</summary>
/// <param name="WarningsAsErrors">Whether warnings count as errors.</param>
/// <param name="SkipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
/// <param name="Explains">Whether to also print how keywords of OpenAPI 3.1 and 3.2 are read as OpenAPI 3.0.</param>
internal sealed record LintOptions(bool WarningsAsErrors = false, bool SkipsUnsupported = false, bool Explains = false)
{
    /// <summary>Parses options, which may have any order.</summary>
    /// <returns>The options, or null if an option is unknown or has an invalid value.</returns>
    public static LintOptions? Parse(string[] arguments)
    {
        var options = new LintOptions();
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--warnings-as-errors", .. var rest]:
                    (options, arguments) = (options with { WarningsAsErrors = true }, rest);
                    break;
                case ["--on-unsupported", ("Error" or "Skip") and var value, .. var rest]:
                    (options, arguments) = (options with { SkipsUnsupported = value == "Skip" }, rest);
                    break;
                case ["--explain", .. var rest]:
                    (options, arguments) = (options with { Explains = true }, rest);
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
