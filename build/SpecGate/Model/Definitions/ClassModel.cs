using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A class.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Base">The name of its base class; null if there is none.</param>
/// <param name="Properties">Its own properties.</param>
/// <param name="Subtypes">The classes that its discriminator selects; null for a class without a discriminator.</param>
/// <param name="OwnValues">The discriminator values that its constructor sets.</param>
/// <param name="KeepsOthers">Whether the class declares <c>AdditionalProperties</c>.</param>
/// <param name="Others">The type of the additional properties, for the documentation and for unions; null if the contract has none.</param>
internal sealed record ClassModel(
    string Name,
    string? Description,
    bool IsDeprecated,
    string? Base,
    IReadOnlyList<PropertyModel> Properties,
    SubtypesModel? Subtypes,
    IReadOnlyList<DiscriminatorValueModel> OwnValues,
    bool KeepsOthers,
    TypeModel? Others) : TypeDefinition(Name, Description, IsDeprecated);
