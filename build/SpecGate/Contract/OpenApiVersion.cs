namespace Plannr.SpecGate.Contract;

/// <summary>The versions of OpenAPI that a contract can be written in.</summary>
internal enum OpenApiVersion
{
    V30,
    V31,
    V32,
}
