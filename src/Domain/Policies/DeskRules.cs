namespace FirstContact.Policies;

/// <summary>What the whole desk goes by: its name and its periods.</summary>
public sealed record DeskRules : IAggregate<DeskRules>
{
    public const int LongestOrganisation = 80, LongestPhone = 40, MostDays = 365, MostSeconds = 120, MostLinkDays = 90;

    public static string Subject => "desk-rules";

    public static readonly DeskRules Usual = new();

    public int Version { get; init; }
    public DeskRuleValues Values { get; init; } = new("FirstContact", null, ReopenableDays: 14, SilenceDays: 5);

    public Duration Reopenable => Duration.FromDays(Values.ReopenableDays);
    public Duration Silence => Duration.FromDays(Values.SilenceDays);
    public long Key => 3;

    public Decision Change(DeskRuleValues to)
    {
        var no = Error.Of(
            to.Organisation.IsBlank || to.Organisation.IsLongerThan(LongestOrganisation) ? PolicyErrors.OrganisationInvalid : null,
            to.Phone.IsLongerThan(LongestPhone) ? PolicyErrors.PhoneTooLong : null,
            to.ReopenableDays is < 1 or > MostDays ? PolicyErrors.ReopenableInvalid : null,
            to.SilenceDays is < 1 or > MostDays ? PolicyErrors.SilenceInvalid : null,
            to.LinkDays is < 1 or > MostLinkDays ? PolicyErrors.LinkInvalid : null,
            to.UndoSeconds is < 0 or > MostSeconds ? PolicyErrors.UndoInvalid : null);
        if (no is not null) return no;
        return to.Trimmed is var trimmed && trimmed == Values ? Decision.Nothing : new DeskRulesChanged(Values, trimmed);
    }

    public DeskRules Apply(Event happened, By by) => happened switch
    {
        DeskRulesChanged e => this with { Values = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"The desk's rules know nothing of {happened.GetType().Name}."),
    };
}

/// <param name="Organisation">Whose desk it is, as the portal and the sign-in page say it.</param>
/// <param name="Phone">The number people call; null hides it.</param>
/// <param name="ReopenableDays">So long after closing one click reopens; later a new ticket continues the old one.</param>
/// <param name="SilenceDays">So long a resolved ticket waits for the customer's word before silence closes it.</param>
/// <param name="UndoSeconds">So long a reply waits before it leaves, so that it can be taken back; 0 lets it leave at once.</param>
/// <param name="LinkDays">So long a link in a mail can be used without signing in.</param>
public sealed record DeskRuleValues(string Organisation, string? Phone, int ReopenableDays, int SilenceDays, int UndoSeconds = 15, int LinkDays = 14)
{
    public Duration Undo => Duration.FromSeconds(UndoSeconds);
    public Duration Reopenable => Duration.FromDays(ReopenableDays);
    public Duration Silence => Duration.FromDays(SilenceDays);
    public Duration Link => Duration.FromDays(LinkDays);

    internal DeskRuleValues Trimmed => this with { Organisation = Organisation.Trim(), Phone = Phone.IsBlank ? null : Phone!.Trim() };
}
