using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the request bodies of an operation.</summary>
internal sealed class RequestBodyDiff(Comparison comparison, string where)
{
    public void Compare(ContractObject? old, ContractObject? now)
    {
        if (old is null && now is not null)
        {
            var isRequired = IsRequired(now);
            comparison.Add(isRequired ? "request-body-added-required" : "request-body-added-optional", isRequired ? Impact.Breaking : Impact.Compatible,
                where, $"A {(isRequired ? "required" : "optional")} request body was added.", now.File, now.Node);
        }
        else if (old is not null && now is null)
        {
            comparison.Add("request-body-removed", Impact.Risky, where, "The request body was removed.", old.File, old.Node);
        }
        else if (old is not null && now is not null)
        {
            CompareRequired(old, now);
            new ContentDiff(comparison, where, "request body", isRequest: true).Compare(old, now);
        }
    }

    private static bool IsRequired(ContractObject body) => body.Node.Text("required") == "true";

    private void CompareRequired(ContractObject old, ContractObject now)
    {
        var isRequired = IsRequired(now);
        if (isRequired != IsRequired(old))
        {
            comparison.Add(isRequired ? "request-body-became-required" : "request-body-became-optional", isRequired ? Impact.Breaking : Impact.Compatible,
                where, $"The request body became {(isRequired ? "required" : "optional")}.", now.File, now.Node);
        }
    }
}
