#if NET
namespace Plannr.Runtime.Json;

/// <summary>A System.Text.Json converter for a type of a contract.</summary>
internal interface ISystemTextJsonConverter
{
    /// <summary>Gets the format that the converter uses.</summary>
    JsonFormat Format { get; }
}
#endif
