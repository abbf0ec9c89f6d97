using System.Reflection;
using System.Runtime.CompilerServices;
using Plannr.Generated;

namespace Plannr.Client.Tests.Setup;

/// <summary>Tests that constructors throw for null if the parameter is not nullable, with the name of the parameter.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly object[] Values =
    [
        "text",
        7,
        TimeSpan.FromSeconds(1),
        new Dictionary<string, IReadOnlyList<string>>(),
        new PlannrApiException("Failed.", "GET", "/", 500, new Dictionary<string, IReadOnlyList<string>>(), ""),
        Array.Empty<Login>(),
        new HttpClient(),
        new ApiError(),
    ];

    public static IEnumerable<TestCaseData> Parameters()
        => from assembly in new[] { typeof(PlannrClient).Assembly, typeof(PlannrApiException).Assembly }
           from type in assembly.GetExportedTypes()
           where type is { IsClass: true, IsAbstract: false, IsNested: false } && (typeof(Exception).IsAssignableFrom(type) || type.Namespace == typeof(ApiResponse).Namespace)
           let closed = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(ApiError)) : type
           from constructor in closed.GetConstructors()
           from parameter in constructor.GetParameters()
               // As in every .NET exception, a null message selects the default. Parameters of a generic type may be nullable.
           where !parameter.ParameterType.IsValueType && parameter.Name is not ("message" or "error" or "value") && IsNotNullable(parameter)
           select new TestCaseData(constructor, parameter).SetArgDisplayNames(type.Name, $"{constructor.GetParameters().Length}", parameter.Name!);

    [TestCaseSource(nameof(Parameters))]
    public void Constructor_with_null_throws_with_the_name_of_its_parameter(ConstructorInfo constructor, ParameterInfo nullParameter)
    {
        var arguments = constructor.GetParameters().Select(parameter => parameter.Position == nullParameter.Position ? null : ValueFor(parameter)).ToArray();

        var exception = Assert.Throws<TargetInvocationException>(() => constructor.Invoke(arguments))!.InnerException;

        Assert.That(exception, Is.TypeOf<ArgumentNullException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(nullParameter.Name));
    }

    [Test]
    public void Constructors_with_parameters_are_found()
        => Assert.That(Parameters().Count(), Is.GreaterThan(20));

    private static bool IsNotNullable(ParameterInfo parameter)
    {
        lock (Nullability)
        {
            return Nullability.Create(parameter).WriteState == NullabilityState.NotNull;
        }
    }

    private static object? ValueFor(ParameterInfo parameter)
        => Array.Find(Values, value => parameter.ParameterType.IsInstanceOfType(value))
            ?? (parameter.HasDefaultValue || !IsNotNullable(parameter) ? null : RuntimeHelpers.GetUninitializedObject(parameter.ParameterType));
}
