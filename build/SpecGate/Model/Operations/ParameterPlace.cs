namespace Plannr.SpecGate.Model.Operations;

/// <summary>The location of a parameter in a request.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}
