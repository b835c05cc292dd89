using System.Runtime.InteropServices;

namespace FirstContact.Data;

public static class Blobs
{
    extension(ReadOnlyMemory<byte> bytes)
    {
        /// <summary>As the engines take it: the array itself where these bytes are all of one, so that what is large is not held twice. Nobody may write into it then.</summary>
        public byte[] Whole => MemoryMarshal.TryGetArray(bytes, out var part) && part is { Array: { } all, Offset: 0 } && part.Count == all.Length ? all : bytes.ToArray();
    }
}
