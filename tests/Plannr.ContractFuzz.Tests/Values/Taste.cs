namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Which values a place can carry.</summary>
internal enum Taste
{
    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>No null and nothing empty, for which styles have no word.</summary>
    Parameter,

    /// <summary>The same in ASCII, for headers.</summary>
    Header,
}
