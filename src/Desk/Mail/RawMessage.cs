namespace FirstContact.Mail;

/// <summary>Reads a message from wherever it comes, and no further than it may weigh: one byte more tells that it is too large.</summary>
public static class RawMessage
{
    private const int Step = 81_920;

    public static async Task<ReadOnlyMemory<byte>> Read(Stream from, long largest, CancellationToken stop)
    {
        var (bytes, length) = (new byte[Step], 0);
        while (true)
        {
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, largest + 1));
            var read = await from.ReadAsync(bytes.AsMemory(length), stop);
            length += read;
            if (read == 0 || length > largest) return bytes.AsMemory(0, length);
        }
    }
}
