namespace Plannr.Mcp.Tests;

/// <summary>Tests that the applications in the READMEs of the repository and of the packages Plannr.Client and Plannr.AspNetCore compile.</summary>
public sealed class ReadmeTests
{
    private const string OfRepository = "README.md";
    private const string OfPackage = "Plannr.Client.README.md";
    private const string OfAspNetCore = "Plannr.AspNetCore.README.md";
    private const int MaxLinesOfPackage = 150;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string ImplicitUsingsOfWeb = ImplicitUsings + """

        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    public static IEnumerable<TestCaseData> Applications()
        => from file in new[] { OfRepository, OfPackage, OfAspNetCore }
           from application in ApplicationsOf(file).Select((code, index) => (Code: code, Number: index + 1))
           let usings = file == OfAspNetCore ? ImplicitUsingsOfWeb : ImplicitUsings
           select new TestCaseData(usings, application.Code).SetArgDisplayNames(file, $"{application.Number}");

    [TestCaseSource(nameof(Applications))]
    public void Application_in_the_README_compiles(string usings, string code)
        => Assert.That(CSharpExample.ProblemsOf(code, usings), Is.Empty, code);

    [Test]
    public void README_has_an_application_of_five_lines_and_one_of_ten()
    {
        var lines = ApplicationsOf(OfRepository).Select(application => application.Split('\n').Count(line => line.Length > 0)).ToArray();

        Assert.That(lines[0], Is.LessThanOrEqualTo(5), "The application without dependency injection is too long.");
        Assert.That(lines[1], Is.LessThanOrEqualTo(10), "The application with dependency injection is too long.");
    }

    [Test]
    public void Package_README_has_an_application_for_each_topic_and_at_most_150_lines()
    {
        Assert.That(ApplicationsOf(OfPackage).Count(), Is.EqualTo(6), "Expected applications for a first call, an update, dependency injection, errors, accounts, and options.");
        Assert.That(TextOf(OfPackage).TrimEnd('\n').Split('\n'), Has.Length.LessThanOrEqualTo(MaxLinesOfPackage));
    }

    private static IEnumerable<string> ApplicationsOf(string file)
        => TextOf(file).Split("```csharp\n").Skip(1).Select(block => block.Split("\n```")[0]);

    private static string TextOf(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).ReplaceLineEndings("\n");
}
