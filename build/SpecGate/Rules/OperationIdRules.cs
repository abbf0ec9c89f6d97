using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Operations;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Rules;

/// <summary>Reports operations whose C# names differ from their operationIds.</summary>
internal static class OperationIdRules
{
    private const string Advice = "an operationId of the form Group_Method, such as OAuthConnections_Update";

    public static void Check(OpenApiContract contract, Findings findings)
    {
        var operations = OperationNames.Of(contract);
        var byId = operations.Where(o => o.Id is not null).ToLookup(o => o.Id!.Text, StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var method = $"{operation.Group}Client.{operation.Method}Async";
            if (operation.Id is not { } id)
            {
                findings.Add(Rule.OperationIdMissing, operation.File.Path, operation.Key.Start, $"The operation '{operation.Verb}' has no operationId. Its method is {method}. To choose another name, add {Advice}.");
            }
            else if (byId[id.Text].FirstOrDefault(o => o.Path != operation.Path || o.Verb != operation.Verb) is { } other)
            {
                findings.Add(Rule.OperationIdDuplicate, operation.File.Path, id.Start, $"'{id.Text}' is also the operationId of '{other.Verb} {other.Path}' in line {other.Id!.Start.Line}. The method of this operation is {method}. Choose an operationId that no other operation has.");
            }
            else if (!OperationNames.IsWritten(id.Text))
            {
                findings.Add(Rule.OperationIdForm, operation.File.Path, id.Start, $"'{id.Text}' does not have the form Group_Method. The method is {method}. To choose another name, write {Advice}.");
            }
            else if (id.Text != $"{operation.Group}_{operation.Method}")
            {
                findings.Add(Rule.OperationIdForm, operation.File.Path, id.Start, $"'{id.Text}' would be a class or a method whose name is already in use. The method is {method}. Choose another operationId.");
            }
        }
    }
}
