using System.Text.RegularExpressions;

namespace Plannr.Codegen.Costs;

/// <summary>The numbers of lines of generated code that are not blank: all lines, and the lines of the clients and their interfaces.</summary>
internal sealed record CodeLines(int Total, int Operations)
{
    public static CodeLines Of(string code)
    {
        var (total, operations, type, isClient) = (0, 0, 0, false);
        foreach (var line in code.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0))
        {
            total++;
            type = line.StartsWith("    ", StringComparison.Ordinal) && !line.StartsWith("    using ", StringComparison.Ordinal) ? type + 1 : 0;
            isClient |= ClientDeclaration.IsMatch(line);
            if (line == "    }")
            {
                operations += isClient ? type : 0;
                (type, isClient) = (0, false);
            }
        }

        return new CodeLines(total, operations);
    }

    // Types in the namespace are indented once.
    private static readonly Regex ClientDeclaration = new(@"^ {4}public .*(class|interface) \w+Client\b");
}
