using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Connections;

/// <summary>Checks connections other than those of a seed against the contract.</summary>
internal sealed class ConnectionSchema
{
    private ConnectionSchema(JsonSchema schema) => Schema = schema;

    public JsonSchema Schema { get; }

    public static async Task<ConnectionSchema> OfAsync(ContractSchemas schemas) => new(await schemas.CompileAsync("OAuthConnection"));

    /// <summary>Checks a connection.</summary>
    /// <exception cref="SandboxInputException">A property is not valid.</exception>
    public void Check(JObject connection)
    {
        if (Misfit.Find(Schema, connection) is [var misfit, ..])
        {
            throw new SandboxInputException(misfit.Field, LaravelErrors.Say(misfit));
        }
    }
}
