using System.Text;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>Splits a line into arguments as sh does. Supports only the syntax that the targets may use.</summary>
internal static class PosixShell
{
    /// <exception cref="FormatException">The line is not a single command with plain or double-quoted words.</exception>
    public static IReadOnlyList<string> Arguments(string line, IReadOnlyDictionary<string, string> variables)
    {
        var arguments = new List<string>();
        var word = new StringBuilder();
        var (quoted, inWord) = (false, false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"')
            {
                (quoted, inWord) = (!quoted, true);
            }
            else if (c == '$')
            {
                var name = string.Concat(line.Skip(i + 1).TakeWhile(n => char.IsAsciiLetterOrDigit(n) || n == '_'));
                if (!quoted || name.Length == 0)
                {
                    throw new FormatException($"sh does not replace the dollar sign at position {i + 1} with just the value of a variable: {line}");
                }

                word.Append(variables.GetValueOrDefault(name, ""));
                i += name.Length;
            }
            else if (c == '\\' && (!quoted || line[i + 1] is '$' or '`' or '"' or '\\'))
            {
                word.Append(line[++i]);
                inWord = true;
            }
            else if (c == '`' || (!quoted && "&;|<>()'*?[#~\n".Contains(c, StringComparison.Ordinal)))
            {
                throw new FormatException($"The character '{c}' at position {i + 1} is special in sh: {line}");
            }
            else if (c == ' ' && !quoted)
            {
                End();
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        End();
        return quoted ? throw new FormatException($"A quote is not closed: {line}") : arguments;

        void End()
        {
            if (inWord)
            {
                arguments.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }
    }
}
