namespace FirstContact.Gaps;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class GapModule
{
    extension(Work work)
    {
        public GapStore Gaps => new(work);
    }
}
