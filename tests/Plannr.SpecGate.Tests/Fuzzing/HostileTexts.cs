namespace Plannr.SpecGate.Tests.Fuzzing;

/// <summary>Texts that can break a reader, a rule or a code generator.</summary>
internal static class HostileTexts
{
    /// <summary>Pieces that change the meaning of the text into which they are inserted.</summary>
    public static readonly string[] Pieces =
    [
        "\t", "\n", "\r", "\r\n", "\0", "\u0007", "\u001B[31m", "\u0085", "\u2028", "\u202E", "\u2066", "\u200F", "\uFEFF", "\uFFFD", "\uD83D\uDE00", "😀", "é", "é", " ", "    ",
        ":", ": ", "- ", "? ", "#", " #", "'", "''", "\"", "\\", "\\u", "\"\\uD800\"", "\"\\uDE00\\uD83D\"", "\"\\0\"", "[", "]", "{", "}", ",", "|", ">", "|2", ">-\n        \n", "&a ", "*a", "&a [*a]", "<<: *a", "!!binary ", "!!str ", "!x ", "! ",
        "%YAML 1.2\n", "---\n", "...\n", "@", "`", "~", "null", "true", "NaN", ".nan", ".inf", "-.inf", "0x1F", "0o17", "1e400", "-1e400", "1e-400", "99999999999999999999999", "-1", "0", "1.5", "2001-12-14t21:59:43.10-05:00", "=",
        "*/", "//", "#error", "$(Configuration)", "@(Compile)", "%(Identity)", "{{ Class }}", "{% raw %}", "<see cref=\"x\"/>", "]]>", "&amp;", "$ref", "x-", "..", "/", "~1", "~0", "%00", "%2F",
    ];

    /// <summary>Complete values, written in YAML.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e400", "1e-400", "4294967295", "18446744073709551615", "99999999999999999999999999999999999999", "79228162514264337593543950336", ".nan", "''", "' '", "a", "[]", "{}", "[[]]", "[{}]", "{'': ''}", "[null]", "{a: null}",
        "'(['", "'^(a+)+$'", "'\\_'", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'", "\"\\u202E\\u0000\"", "2001-12-14", "!!binary aGk=", "string", "object", "array", "integer", "binary", "date-time", "decimal", "form", "deepObject", "path", "cookie", "default", "2XX", "'200'",
        "{$ref: '#'}", "{$ref: ''}", "{$ref: '#/'}", "{$ref: '#/paths'}", "{$ref: '#/components/schemas'}", "{$ref: '.'}", "{$ref: '/dev/null'}", "{$ref: 'part-thing.yaml'}", "{$ref: 'not-there.yaml#/a'}", "{$ref: 'https://example.test/a.yaml'}", "{$ref: {}}", "{$ref: null}", "{$ref: 'a%00b#/c'}",
        "{type: string, enum: [a, null, 1]}", "{type: integer, enum: [99999999999999999999]}", "{oneOf: [{}, {type: string}]}", "{allOf: []}", "{allOf: [{type: string}, {properties: {a: {}}}]}", "{type: array}", "{items: {}}", "{type: string, format: binary}",
        "{properties: {$ref: {type: string}, allOf: {type: string}, properties: {type: object}, x-a: {type: string}, default: {type: string}}}", "{additionalProperties: {type: array, items: {additionalProperties: true}}}", "{discriminator: {propertyName: a}}", "{discriminator: {propertyName: kind, mapping: {a: '#/nowhere'}}}",
        "{type: string, pattern: '(a|a)*b', example: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac}", "{type: integer, multipleOf: 0, minimum: 5, maximum: 1, default: x}", "{maxLength: 4294967295, minItems: 1e30, type: string, example: a}",
    ];

    /// <summary>Keys of OpenAPI, special keys of YAML, and unknown keys.</summary>
    public static readonly string[] Keys =
    [
        "$ref", "allOf", "oneOf", "anyOf", "not", "items", "properties", "additionalProperties", "required", "enum", "default", "example", "examples", "type", "format", "nullable", "pattern", "minimum", "maxLength", "multipleOf", "discriminator", "mapping", "readOnly",
        "schema", "content", "headers", "parameters", "requestBody", "responses", "callbacks", "links", "security", "servers", "variables", "get", "put", "head", "name", "in", "style", "explode", "operationId", "description", "deprecated", "200", "default", "4XX", "multipart/form-data", "application/json", "*/*",
        "x-a", "x-", "", " ", "<<", "'", "__proto__", "$id", "$type", "\u202E", "a.b", "a/b", "a~1b", "{id}", "/{id}", "/a/{id}", "Value", "class", "Equals", "_", "1",
    ];
}
