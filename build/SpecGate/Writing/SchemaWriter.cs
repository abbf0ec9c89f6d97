using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Writing;

/// <summary>Writes uses of types.</summary>
internal static class SchemaWriter
{
    /// <summary>Returns a schema that hints may be added to.</summary>
    public static JObject Write(TypeModel type)
    {
        var schema = type switch
        {
            ListType list => new JObject { ["type"] = "array", ["items"] = Write(list.Item) },
            MapType map => new JObject { ["type"] = "object", ["additionalProperties"] = Write(map.Value) },
            PrimitiveType primitive => Primitive(primitive.Kind),
            AnyType => [],
            // allOf allows other keys beside it. A reference does not.
            _ => new JObject { ["allOf"] = new JArray(new JObject { ["$ref"] = "#/components/schemas/" + type.CSharpName }) },
        };
        if (type.IsNullable)
        {
            schema["nullable"] = true;
        }

        return schema;
    }

    private static JObject Primitive(Primitive primitive)
    {
        var schema = new JObject { ["type"] = primitive.Type };
        if (primitive.SchemaFormat is not null)
        {
            schema["format"] = primitive.SchemaFormat;
        }

        return schema;
    }
}
