using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model;

/// <summary>Finds the types that a part of a model uses.</summary>
internal static class MentionedTypes
{
    /// <summary>Returns the names of the types that an operation uses.</summary>
    public static IEnumerable<string> Of(OperationModel operation)
        => operation.Arguments.Select(a => a.Type).Concat(operation.Errors.Select(e => e.Type)).Append(operation.Result?.Type).SelectMany(Of);

    /// <summary>Returns the names of the types that another type uses.</summary>
    public static IEnumerable<string> Of(TypeDefinition type) => type switch
    {
        ClassModel model =>
        [
            .. model.Base is null ? [] : new[] { model.Base },
            .. model.Properties.Select(p => p.Type).Append(model.Others).SelectMany(Of),
            .. model.Subtypes?.Types.Select(s => s.Name) ?? [],
            .. model.OwnValues.Select(v => v.Owner),
        ],
        UnionModel union => union.Alternatives.SelectMany(a => Of(a.Type)),
        _ => [],
    };

    private static IEnumerable<string> Of(TypeModel? type) => type switch
    {
        ListType list => Of(list.Item),
        MapType map => Of(map.Value),
        ClassType or EnumerationType or UnionType => [type.CSharpName],
        _ => [],
    };
}
