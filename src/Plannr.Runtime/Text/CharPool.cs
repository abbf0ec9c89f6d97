using Newtonsoft.Json;

namespace Plannr.Runtime.Text;

/// <summary>The pool of buffers for the readers and writers of Newtonsoft.Json.</summary>
internal sealed class CharPool : IArrayPool<char>
{
    public static readonly CharPool Instance = new();

    public char[] Rent(int minimumLength) => Buffers<char>.Rent(minimumLength);

    public void Return(char[]? array)
    {
        if (array is not null)
        {
            Buffers<char>.Return(array);
        }
    }
}
