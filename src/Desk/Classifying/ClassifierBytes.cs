using System.IO.Compression;
using System.Text;

namespace FirstContact.Classifying;

/// <summary>A classifier as it lies in the database: some hundred kilobytes. Weights are kept in half precision, which changes no answer.</summary>
internal static class ClassifierBytes
{
    private const byte Format = 1;

    public static byte[] Of(Classifier classifier)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            writer.Write(Format);
            writer.Write(classifier.Sharpness);
            writer.Write(classifier.Labels.Count);
            foreach (var label in classifier.Labels) writer.Write(label);
            writer.Write(classifier.Vocabulary.Terms.Count);
            foreach (var term in classifier.Vocabulary.Terms) writer.Write(term);
            foreach (var rarity in classifier.Vocabulary.Rarity) writer.Write((Half)rarity);
            foreach (var weight in classifier.Weights) writer.Write((Half)weight);
        }
        return bytes.ToArray();
    }

    /// <summary>Null for what is none, or is written in a form that only a newer node knows: then nothing is suggested until it is learned anew.</summary>
    public static Classifier? Read(byte[] bytes)
    {
        try { return Unpack(bytes); }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or InvalidOperationException) { return null; }
    }

    private static Classifier? Unpack(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new BinaryReader(packed, Encoding.UTF8);
        if (reader.ReadByte() != Format) return null;
        var sharpness = reader.ReadDouble();
        var labels = new long[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadInt64();
        var terms = new string[reader.ReadInt32()];
        for (var i = 0; i < terms.Length; i++) terms[i] = reader.ReadString();
        return new(labels, new(terms, Halves(reader, terms.Length)), Halves(reader, (terms.Length + 1) * labels.Length), sharpness);
    }

    private static float[] Halves(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = (float)reader.ReadHalf();
        return values;
    }
}
