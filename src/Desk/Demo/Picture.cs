using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FirstContact.Demo;

/// <summary>The photograph that came with the ticket, drawn: a white label on grey cardboard, and nothing on it. PNG as W3C's specification has it.</summary>
internal static class Picture
{
    private const int Width = 480, Height = 320, Margin = 60;

    public static byte[] BlankLabel()
    {
        var rows = new byte[Height * (Width + 1)];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                rows[y * (Width + 1) + 1 + x] = Shade(x, y);

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(rows);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // bits a pixel, in one channel: grey
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte Shade(int x, int y)
    {
        var label = x is >= Margin and < Width - Margin && y is >= Margin and < Height - Margin;
        return label ? (byte)(250 - (x + y) / 60) : (byte)(150 + (x * 7 + y * 3) % 11);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
