namespace FirstContact.Majors;

/// <summary>The door of the slice. What runs, or was not looked back at, is little: it is kept in memory.</summary>
public static class MajorModule
{
    extension(Work work)
    {
        public MajorStore Majors => new(work);
    }

    extension(Reader read)
    {
        /// <summary>Those that run and those that nobody has looked back at, the oldest first.</summary>
        internal ValueTask<IReadOnlyList<MajorIncident>> LiveMajors() => read.Kept(MajorIncident.Subject, MajorStore.Live);
    }
}
