#if NET
namespace Plannr.Runtime.Json;

/// <summary>A converter of a contract's type for System.Text.Json.</summary>
internal interface ISystemTextJsonConverter
{
    /// <summary>Gets the format by which it reads and writes.</summary>
    JsonFormat Format { get; }
}
#endif
