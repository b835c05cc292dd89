namespace FirstContact.Occasions;

/// <summary>The door of the slice. What comes next is asked all the time, and kept in memory.</summary>
public static class OccasionModule
{
    extension(Work work)
    {
        public OccasionStore Occasions => new(work);
    }

    extension(Reader read)
    {
        /// <summary>Those that are on, or begin within as long as anybody is warned before.</summary>
        internal ValueTask<IReadOnlyList<Occasion>> ComingOccasions(Instant now) => read.Kept(Occasion.Subject, r => OccasionStore.Coming(r, now));
    }
}
