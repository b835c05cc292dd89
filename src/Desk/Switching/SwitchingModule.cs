namespace FirstContact.Switching;

/// <summary>The door of the slice.</summary>
public static class SwitchingModule
{
    extension(Work work)
    {
        public SwitchDayStore SwitchDays => new(work);

        /// <summary>The day that it is, as the journal tells it.</summary>
        internal LocalDate Today => work.By.At.InUtc().Date;
    }

    extension(Reader read)
    {
        /// <summary>The days with which anybody still has something to do, the soonest first. Kept in memory.</summary>
        internal ValueTask<IReadOnlyList<SwitchDay>> OpenSwitchDays() => read.Kept(SwitchDay.Subject, SwitchDayStore.Open);
    }
}
