using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks security requirements and servers.</summary>
internal static partial class SecurityRules
{
    public static void Check(OpenApiContract contract, Findings findings)
    {
        var schemes = contract.Root.Map("components")?.Map("securitySchemes");
        foreach (var owner in contract.Objects.Where(o => o.Shape == OpenApi30.Document || o.Shape == OpenApi30.Operation))
        {
            foreach (var name in owner.Node.List("security").OfType<SourceMap>().SelectMany(r => r.Entries).Select(e => e.Key))
            {
                if (schemes?.Has(name.Text) != true)
                {
                    findings.Add(Rule.SecurityUndefined, owner.File.Path, name.Start, $"The security scheme '{name.Text}' is not defined. Define it in components.securitySchemes, or correct its name.");
                }
            }
        }

        foreach (var (node, _, file) in contract.Of(OpenApi30.Server))
        {
            if (node["url"] is not SourceScalar url)
            {
                continue;
            }

            var used = Variable().Matches(url.Text).Select(m => m.Groups[1].Value).ToArray();
            foreach (var missing in used.Where(v => node.Map("variables")?.Has(v) != true))
            {
                findings.Add(Rule.ServerVariable, file.Path, url.Start, $"The variable '{{{missing}}}' of the server is not defined. Add it under variables, with a default.");
            }

            foreach (var unused in node.Map("variables")?.Entries.Where(e => !used.Contains(e.Key.Text)) ?? [])
            {
                findings.Add(Rule.ServerVariable, file.Path, unused.Key.Start, $"The variable '{unused.Key.Text}' is not in the server's url. Use it there, or remove it.");
            }
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Variable();
}
