namespace Plannr.SpecGate.Model;

/// <summary>A class.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null for none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Base">The name of its base class; null for none.</param>
/// <param name="Properties">Its own properties.</param>
/// <param name="Subtypes">The classes that its discriminator tells apart; null for a class without a discriminator.</param>
/// <param name="OwnValues">The values of discriminators that its constructor sets.</param>
/// <param name="KeepsOthers">Whether it declares the property for JSON properties that the contract does not name.</param>
/// <param name="Others">The type of those properties, for the documentation and for unions; null if the contract has none.</param>
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
