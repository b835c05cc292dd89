namespace FirstContact.Fields;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class FieldModule
{
    /// <summary>What the column of a field is called in tables, views and addresses: <c>field.assetTag</c>.</summary>
    public const string Prefix = "field.";

    public static string Column(string name) => Prefix + name;

    extension(Work work)
    {
        public FieldStore Fields => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All fields, the retired ones too, in their order. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<Field>> Fields() => read.Kept(Field.Subject, FieldStore.All);
    }
}
