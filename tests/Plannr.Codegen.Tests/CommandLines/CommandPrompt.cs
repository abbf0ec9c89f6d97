using System.Text;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>Reads a line of a batch file as cmd.exe does, and splits it into arguments as a Windows program does.</summary>
internal static class CommandPrompt
{
    private const string Delayed = "setlocal EnableDelayedExpansion\r\n";

    /// <exception cref="FormatException">The line contains more than one command.</exception>
    public static IReadOnlyList<string> Arguments(string line, IReadOnlyDictionary<string, string> variables)
        => line.StartsWith(Delayed, StringComparison.Ordinal)
            ? Split(ExpandDelayed(Read(Expand(line[Delayed.Length..], variables)), variables))
            : Split(Read(Expand(line, variables)));

    // cmd.exe expands percent signs first, also in quotes, and does not expand the values again.
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
                // An argument of the batch file, which has no arguments.
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

    // cmd.exe expands exclamation marks last, and does not parse the values.
    private static string ExpandDelayed(string line, IReadOnlyDictionary<string, string> variables)
    {
        var parts = line.Split('!');
        return parts.Length % 2 == 1 && !line.Contains('^', StringComparison.Ordinal)
            ? string.Concat(parts.Select((part, i) => i % 2 == 0 ? part : variables.GetValueOrDefault(part, "")))
            : throw new FormatException($"cmd.exe removes an exclamation mark or a caret: {line}");
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
                throw new FormatException($"The character '{line[i]}' at position {i + 1} is special in cmd.exe: {line}");
            }

            if (!quoted && line[i] == '^')
            {
                i++;
            }

            command.Append(i < line.Length ? line[i] : "");
        }

        return command.ToString();
    }

    // The rules of CommandLineToArgvW. Backslashes before a quote are special, except in the first argument.
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
