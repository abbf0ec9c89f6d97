namespace Plannr.Generated.Runtime;

/// <summary>How values of a type are read from JSON and written, without a look at the type itself.</summary>
public abstract class JsonFormat
{
    private protected JsonFormat()
    {
    }

    internal abstract void WriteObject(JsonOutput output, object value);
}
