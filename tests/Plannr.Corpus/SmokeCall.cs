using Plannr.SpecGate.Model;

namespace Plannr.Corpus;

/// <summary>Writes code that calls generated code as an application does.</summary>
internal static class SmokeCall
{
    /// <summary>Writes a call of the model's first operation.</summary>
    /// <param name="api">The model.</param>
    /// <param name="rootNamespace">The namespace of the generated code.</param>
    /// <returns>The C# code; null for a model without operations.</returns>
    public static string? Of(ApiModel api, string rootNamespace)
    {
        if (api.Operations is not [var operation, ..])
        {
            return null;
        }

        // All arguments are passed, so that the compiler checks their number. The first operation may be deprecated.
        var arguments = string.Join(", ", operation.Arguments.Select(_ => "default!"));
        return $$"""
            #pragma warning disable CS0612, CS0618
            namespace Caller
            {
                internal static class SmokeCall
                {
                    internal static global::System.Threading.Tasks.Task RunAsync(global::System.Net.Http.HttpClient httpClient)
                        => new global::{{rootNamespace}}.{{operation.Group}}Client(httpClient).{{operation.MethodName}}({{arguments}});
                }
            }

            """;
    }
}
