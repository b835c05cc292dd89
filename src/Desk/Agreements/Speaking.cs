namespace FirstContact.Agreements;

/// <summary>Who may see an agreement, write in it, and for which side somebody speaks.</summary>
public static class Speaking
{
    public static bool Sees(this Caller caller, Agreement agreement) => caller.May(AgreementPermissions.SeeAll) || agreement.Parties.SideOf(caller.Person) is not null;

    /// <summary>Writes the draft: whoever speaks for a side, and whoever keeps agreements.</summary>
    public static bool Writes(this Caller caller, Agreement agreement) => caller.May(AgreementPermissions.Manage) || agreement.Parties.SideOf(caller.Person) is not null;

    /// <summary>Speaks for this side. A supplier does not sign in: whoever keeps agreements speaks for it.</summary>
    public static bool SpeaksFor(this Caller caller, Agreement agreement, Side side) =>
        agreement.Parties.SideOf(caller.Person) == side || agreement.Parties.Of(side).Kind == PartyKind.Supplier && caller.May(AgreementPermissions.Manage);

    /// <summary>The sides for which the caller may speak.</summary>
    public static IReadOnlyList<Side> Sides(this Caller caller, Agreement agreement) => [.. new[] { Side.Provider, Side.Receiver }.Where(s => caller.SpeaksFor(agreement, s))];

    /// <summary>One that the caller may see; others are as if they were not.</summary>
    public static async Task<Result<Agreement>> Load(Work work, AgreementId id) =>
        !(await work.Agreements.Load(id.Value)).Is(out var agreement, out var no) ? no : work.Caller.Sees(agreement) ? agreement : AgreementErrors.NotFound;

    /// <summary>Lets those who write in it decide something.</summary>
    public static async Task<Result<Agreement>> Change(Work work, AgreementId id, Func<Agreement, Decision> verb) =>
        !(await Load(work, id)).Is(out var agreement, out var no) ? no : !work.Caller.Writes(agreement) ? Errors.Forbidden : await work.Agreements.Change(id.Value, verb);

    /// <summary>Lets those who speak for a side decide something.</summary>
    public static async Task<Result<Agreement>> Change(Work work, AgreementId id, Side side, Func<Agreement, Decision> verb) =>
        !(await Load(work, id)).Is(out var agreement, out var no) ? no : !work.Caller.SpeaksFor(agreement, side) ? AgreementErrors.NotYourSide : await work.Agreements.Change(id.Value, verb);

    /// <summary>The first moment of a day.</summary>
    public static Func<LocalDate, Instant> StartOf(string zone) => day => day.AtStartOfDayInZone(Zone(zone)).ToInstant();

    public static LocalDate Today(Work work, string zone) => work.By.At.InZone(Zone(zone)).Date;

    private static DateTimeZone Zone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
}
