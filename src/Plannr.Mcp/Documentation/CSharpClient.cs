namespace Plannr.Mcp.Documentation;

/// <summary>The client that an example in C# uses.</summary>
internal enum CSharpClient
{
    /// <summary><c>PlannrClient</c> of the package Plannr.Client.</summary>
    PlannrClient,

    /// <summary>The client of the package Plannr.Generated, with the application's own <c>HttpClient</c>.</summary>
    GeneratedAlone,
}
