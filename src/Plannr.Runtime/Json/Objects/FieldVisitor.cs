using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Runtime.Json;

/// <summary>Performs one operation on the field of a property, independently of the type of the field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FieldVisitor
{
    private readonly FieldTask _task;
    private readonly JsonMember _member;
    private readonly JsonReader? _reader;
    private readonly JsonWriteContext? _output;

    private FieldVisitor(FieldTask task, JsonMember member, JsonReader? reader = null, JsonWriteContext? output = null)
    {
        _task = task;
        _member = member;
        _reader = reader;
        _output = output;
    }

    /// <summary>Gets a value that indicates whether the property is set.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Gets the value of the property, or its JSON.</summary>
    internal object? Value { get; private set; }

    /// <summary>Visits a field. Only generated code calls it.</summary>
    /// <typeparam name="T">The type of the property.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="set">The set properties of the class that declares the field.</param>
    /// <param name="number">The number of the property in that class.</param>
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
            case FieldTask.Check:
                IsSet = set.Contains(number);
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
        return format.Next(_reader!) ? format.Read(_reader!) : throw JsonMismatch.At(_reader!, "value");
    }

    /// <summary>Creates a visitor that reads the value of the field. The reader is positioned at the name of the property.</summary>
    internal static FieldVisitor Reading(JsonMember member, JsonReader reader) => new(FieldTask.Read, member, reader);

    /// <summary>Creates a visitor that writes the name and the value if the property is set.</summary>
    internal static FieldVisitor Writing(JsonMember member, JsonWriteContext output) => new(FieldTask.Write, member, output: output);

    /// <summary>Creates a visitor that resets the field to its default value and marks the property as not set.</summary>
    internal static FieldVisitor Unsetting(JsonMember member) => new(FieldTask.Unset, member);

    /// <summary>Creates a visitor that gets the value as JSON for a request.</summary>
    internal static FieldVisitor Serializing(JsonMember member) => new(FieldTask.ToToken, member);

    /// <summary>Creates a visitor that checks whether the property is set.</summary>
    internal static FieldVisitor Checking(JsonMember member) => new(FieldTask.Check, member);

    /// <summary>Creates a visitor that gets the value and whether it is set.</summary>
    internal static FieldVisitor Getting(JsonMember member) => new(FieldTask.Get, member);

    private enum FieldTask
    {
        Check,
        Get,
        Read,
        Write,
        Unset,
        ToToken,
    }
}
