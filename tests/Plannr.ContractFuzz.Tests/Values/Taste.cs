namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>The values that a location supports.</summary>
internal enum Taste
{
    /// <summary>Any JSON.</summary>
    Json,

    /// <summary>No null and no empty values, which styles do not support.</summary>
    Parameter,

    /// <summary>Like <see cref="Parameter"/>, but only ASCII.</summary>
    Header,
}
