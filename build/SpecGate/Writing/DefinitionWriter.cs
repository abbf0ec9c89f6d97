using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Modeling.Names;

namespace Plannr.SpecGate.Writing;

/// <summary>Writes the definitions of types.</summary>
internal static class DefinitionWriter
{
    public static JObject Write(TypeDefinition type)
    {
        var schema = new JObject { ["type"] = "object" }.With("description", type.Description).With(Hints.Deprecated, type.IsDeprecated);
        switch (type)
        {
            case EnumerationModel enumeration:
                WriteEnumeration(enumeration, schema);
                break;
            case UnionModel union:
                WriteUnion(union, schema);
                break;
            case ClassModel model:
                WriteClass(model, schema);
                break;
        }

        return schema;
    }

    private static void WriteEnumeration(EnumerationModel enumeration, JObject schema)
    {
        // Values are written as text whatever their type is, so that no reader changes their digits before the templates write them.
        schema["type"] = "string";
        schema["enum"] = new JArray(enumeration.Members.Select(m => m.Value));
        schema[Hints.Value] = enumeration.Value.CSharpName;
        schema[Hints.Members] = new JArray(enumeration.Members.Select(m => new JObject { ["name"] = m.Name, ["value"] = m.Value, ["shown"] = Identifier.Shown(m.Value) }.With("description", m.Description)));
    }

    private static void WriteUnion(UnionModel union, JObject schema)
    {
        schema[Hints.Union] = true;
        schema["properties"] = new JObject(union.Alternatives.Select(a => new JProperty(a.Label, Alternative(a))));
        schema["required"] = new JArray(union.Alternatives.Select(a => a.Label));
    }

    private static JObject Alternative(AlternativeModel alternative)
    {
        var schema = SchemaWriter.Write(alternative.Type);
        schema[Hints.Label] = alternative.Label;
        schema[Hints.Type] = alternative.Type.CSharpName;
        schema[Hints.Format] = alternative.Type.JsonFormat;
        schema[Hints.Requires] = new JArray(alternative.Required);
        schema[Hints.Values] = new JArray(alternative.Values);
        schema[Hints.Constants] = new JArray(alternative.Constants.Select(c => new JObject { ["name"] = c.Property, ["value"] = c.Value }));
        schema[Hints.Known] = new JArray(alternative.Known);
        return schema
            .With(Hints.Convertible, alternative.IsConvertible)
            .With(Hints.ValueType, alternative.Type.IsValueType)
            .With(Hints.Discriminator, alternative.Discriminator);
    }

    private static void WriteClass(ClassModel model, JObject schema)
    {
        schema.With(Hints.Base, model.Base)
            .With(Hints.Additional, model.KeepsOthers)
            .With(Hints.AdditionalFormat, model.Others?.PartFormat)
            .With(Hints.AdditionalType, model.Others?.Label);
        if (model.Subtypes is { } subtypes)
        {
            schema[Hints.Discriminator] = subtypes.Discriminator;
            schema[Hints.Subtypes] = new JArray(subtypes.Types.Select(s => new JObject { ["value"] = s.Value, ["name"] = s.Name }));
        }

        if (model.OwnValues.Count > 0)
        {
            schema[Hints.DiscriminatorValues] = new JArray(model.OwnValues.Select(OwnValue));
        }

        // The keys are the names in C#, because NSwag interprets the JSON names $ref, $id and $type.
        schema["properties"] = new JObject(model.Properties.Select(p => new JProperty(p.Name, Property(p))));
        schema["required"] = new JArray(model.Properties.Where(p => p.IsRequired).Select(p => p.Name).Order(StringComparer.Ordinal));
        schema["additionalProperties"] = false;
    }

    private static JObject OwnValue(DiscriminatorValueModel own)
        => new JObject { ["owner"] = own.Owner, ["name"] = own.Property, ["value"] = own.JsonFormat is null ? own.Value : JsonConvert.ToString(own.Value) }
            .With("constant", own.Constant)
            .With("format", own.JsonFormat);

    private static JObject Property(PropertyModel property)
    {
        var schema = SchemaWriter.Write(property.Type).With("description", property.Description);
        schema[Hints.Name] = property.WireName;
        schema[Hints.Shown] = Identifier.Shown(property.WireName);
        schema[Hints.Type] = property.CSharpType;
        schema[Hints.Format] = property.JsonFormat;
        return schema
            .With(Hints.NotNull, !property.IsNullable && !property.Type.IsValueType)
            .With(Hints.ReadOnly, property.IsReadOnly)
            .With(Hints.Required, property.IsRequired && !property.IsWriteOnly)
            .With(Hints.Deprecated, property.IsDeprecated);
    }
}
