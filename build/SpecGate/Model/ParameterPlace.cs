namespace Plannr.SpecGate.Model;

/// <summary>Where a parameter is sent.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}
