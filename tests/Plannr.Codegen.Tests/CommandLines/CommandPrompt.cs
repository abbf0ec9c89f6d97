using System.Text;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>The rules by which cmd.exe reads a line of a batch file, and by which a program splits what it gets from there.</summary>
internal static class CommandPrompt
{
    private const string Delayed = "setlocal EnableDelayedExpansion\r\n";

    /// <exception cref="FormatException">The line is more than one command.</exception>
    public static IReadOnlyList<string> Arguments(string line, IReadOnlyDictionary<string, string> variables)
        => line.StartsWith(Delayed, StringComparison.Ordinal)
            ? Split(ExpandDelayed(Read(Expand(line[Delayed.Length..], variables)), variables))
            : Split(Read(Expand(line, variables)));

    // Percent signs come first, in quotes or not, and the values are not searched for further ones.
    private static string Expand(string line, IReadOnlyDictionary<string, string> variables)
    {
        var expanded = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '%')
            {
                expanded.Append(line[i]);
            }
            else if (i + 1 < line.Length && line[i + 1] == '%')
            {
                expanded.Append('%');
                i++;
            }
            else if (i + 1 < line.Length && (char.IsAsciiDigit(line[i + 1]) || line[i + 1] == '*'))
            {
                // An argument of the batch file, which has none.
                i++;
            }
            else if (line.IndexOf('%', i + 1) is var end and > 0)
            {
                expanded.Append(variables.GetValueOrDefault(line[(i + 1)..end], ""));
                i = end;
            }
        }

        return expanded.ToString();
    }

    // Exclamation marks come last, when nothing else of the line is searched for any more.
    private static string ExpandDelayed(string line, IReadOnlyDictionary<string, string> variables)
    {
        var parts = line.Split('!');
        return parts.Length % 2 == 1 && !line.Contains('^', StringComparison.Ordinal)
            ? string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : variables.GetValueOrDefault(part, "")))
            : throw new FormatException($"cmd.exe takes away an exclamation mark or a caret: {line}");
    }

    private static string Read(string line)
    {
        var command = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] is '\r' or '\n' || !quoted && "&|<>()".Contains(line[i], StringComparison.Ordinal))
            {
                throw new FormatException($"The character '{line[i]}' at {i + 1} has a meaning of its own in cmd.exe: {line}");
            }

            if (!quoted && line[i] == '^')
            {
                i++;
            }

            command.Append(i < line.Length ? line[i] : "");
        }

        return command.ToString();
    }

    // CommandLineToArgvW: in the first argument, backslashes have no meaning; in the others, those before a quote do.
    private static List<string> Split(string command)
    {
        var quoted = command.StartsWith('"');
        var end = command.IndexOf(quoted ? '"' : ' ', 1);
        end = end < 0 ? command.Length : end;
        var arguments = new List<string> { command[(quoted ? 1 : 0)..end] };
        quoted = false;
        StringBuilder? argument = null;
        for (var i = quoted ? end + 1 : Math.Min(end + 1, command.Length); i < command.Length; i++)
        {
            var backslashes = command.Skip(i).TakeWhile(c => c == '\\').Count();
            i += backslashes;
            var next = i < command.Length ? command[i] : ' ';
            if (next is ' ' or '\t' && !quoted)
            {
                argument = backslashes > 0 ? (argument ?? new StringBuilder()).Append('\\', backslashes) : argument;
                End();
                continue;
            }

            argument ??= new StringBuilder();
            argument.Append('\\', next == '"' ? backslashes / 2 : backslashes);
            if (next != '"' || backslashes % 2 == 1)
            {
                argument.Append(next);
            }
            else if (quoted && i + 1 < command.Length && command[i + 1] == '"')
            {
                argument.Append('"');
                i++;
            }
            else
            {
                quoted = !quoted;
            }
        }

        End();
        return arguments;

        void End()
        {
            if (argument is not null)
            {
                arguments.Add(argument.ToString());
                argument = null;
            }
        }
    }
}
