using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>Does one thing with the field of a property, whatever the field's type is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FieldVisitor
{
    private readonly FieldTask _task;
    private readonly JsonMember _member;
    private readonly JsonReader? _reader;
    private readonly JsonOutput? _output;

    private FieldVisitor(FieldTask task, JsonMember member, JsonReader? reader = null, JsonOutput? output = null)
    {
        _task = task;
        _member = member;
        _reader = reader;
        _output = output;
    }

    /// <summary>Gets whether the property is set.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Gets the value of the property, or its JSON.</summary>
    internal object? Value { get; private set; }

    /// <summary>Visits a field. Only generated code calls it.</summary>
    /// <typeparam name="T">The type of the property.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="set">The properties of the field's class that are set.</param>
    /// <param name="number">The number of the property among these.</param>
    public void Visit<T>(ref T? field, ref SetProperties set, int number)
    {
        switch (_task)
        {
            case FieldTask.Read:
                field = Read<T>();
                set.Add(number);
                break;
            case FieldTask.Write:
                if (set.Contains(number))
                {
                    _output!.Writer.WritePropertyName(_member.Name);
                    ((JsonFormat<T>)_member.Format).WriteOrNull(_output, field);
                }

                break;
            case FieldTask.Unset:
                field = default;
                set.Remove(number);
                break;
            case FieldTask.ToToken:
                Value = field is null ? JValue.CreateNull() : PlannrJson.ToRequestToken(field, (JsonFormat<T>)_member.Format);
                break;
            default:
                IsSet = set.Contains(number);
                Value = field;
                break;
        }
    }

    private readonly T? Read<T>()
    {
        var format = (JsonFormat<T>)_member.Format;
        return format.Next(_reader!) ? format.Read(_reader!) : throw JsonMisfit.At(_reader!, "value");
    }

    /// <summary>Creates a visitor that reads the value behind the name that the reader is at, into the field.</summary>
    internal static FieldVisitor Reading(JsonMember member, JsonReader reader) => new(FieldTask.Read, member, reader);

    /// <summary>Creates a visitor that writes the name and the value, if the property is set.</summary>
    internal static FieldVisitor Writing(JsonMember member, JsonOutput output) => new(FieldTask.Write, member, output: output);

    /// <summary>Creates a visitor that gives the field its default value, and the property is not set afterwards.</summary>
    internal static FieldVisitor Unsetting(JsonMember member) => new(FieldTask.Unset, member);

    /// <summary>Creates a visitor that takes the value as JSON, as a request has it.</summary>
    internal static FieldVisitor Serializing(JsonMember member) => new(FieldTask.ToToken, member);

    /// <summary>Creates a visitor that takes the value, and whether it is set.</summary>
    internal static FieldVisitor Getting(JsonMember member) => new(FieldTask.Get, member);
}
