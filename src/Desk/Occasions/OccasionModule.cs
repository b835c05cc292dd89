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
        /// <summary>Those that are on or to come, however far: what is kept must not miss one that comes near while nobody plans another.</summary>
        internal ValueTask<IReadOnlyList<Occasion>> ComingOccasions(Instant now) => read.Kept(Occasion.Subject, r => OccasionStore.Coming(r, now));
    }
}
