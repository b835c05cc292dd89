namespace FirstContact.Lists;

/// <summary>The door of the slice: views that people keep, and what is done to many tickets at once.</summary>
public static class ListModule
{
    extension(Work work)
    {
        public ViewStore Views => new(work);

        public BatchStore Batches => new(work);
    }

    extension(Reader read)
    {
        /// <summary>Every view that is in use, by name. Kept in memory.</summary>
        internal ValueTask<IReadOnlyList<View>> Views() => read.Kept(View.Subject, ViewStore.All);
    }
}
