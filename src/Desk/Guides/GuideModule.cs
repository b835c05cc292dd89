namespace FirstContact.Guides;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class GuideModule
{
    extension(Work work)
    {
        public GuideStore Guides => new(work);
    }

    extension(Reader read)
    {
        /// <summary>The guides of all categories that have one. Kept in memory.</summary>
        public ValueTask<IReadOnlyDictionary<CategoryId, Guide>> Guides() => read.Kept(Guide.Subject, GuideStore.All);
    }
}
