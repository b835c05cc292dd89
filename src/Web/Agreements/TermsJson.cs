using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <param name="Services">By name or id; none for all.</param>
/// <param name="Classes">By name or id; none for all.</param>
public sealed record AgreementScopeBody(string[]? Services = null, string[]? Classes = null, Channel[]? Channels = null, TicketKind[]? Kinds = null);

/// <param name="No">By which both sides speak of it; null for a new one.</param>
/// <param name="Priorities">1 to 5; none for all.</param>
/// <param name="Within">Working time, ISO 8601: PT4H; not for availability.</param>
/// <param name="Hours">The calendar by which it is counted, by name or id.</param>
/// <param name="AtLeast">How many people are to be there, for availability.</param>
public sealed record TargetBody(int? No = null, Measure? Measure = null, int[]? Priorities = null, string? Within = null, int Percent = 0, Period Period = Period.Month, string? Hours = null, int AtLeast = 0);

public sealed record PausingBody(WaitFor[]? For = null, bool OnlyContacted = true);

/// <param name="Share">Of the time, in percent; 100 is the miss.</param>
/// <param name="Person">By e-mail address or id, where the rung is a person.</param>
public sealed record LadderBody(int Share = 0, Rung Rung = Rung.Leads, string? Person = null);

/// <param name="Pausing">While it waits for the customer, who was told, when nothing is said.</param>
/// <param name="ReviewMonths">6 when nothing is said.</param>
public sealed record TermsBody(
    AgreementScopeBody? Scope = null, TargetBody[]? Targets = null, PausingBody? Pausing = null, LadderBody[]? Ladder = null, string? ProviderDuties = null, string? ReceiverDuties = null, string? Procedures = null, string? OnMiss = null, int? ReviewMonths = null)
{
    /// <summary>A list with a hole in it; said before anything is looked up.</summary>
    internal Error? Holes => Error.Of(
        (Targets ?? []).Contains(null) || (Targets ?? []).Any(t => t?.Priorities is { } p && p.Length > 5) ? BodyErrors.FieldUnreadable.At("targets") : null,
        (Ladder ?? []).Contains(null) ? BodyErrors.FieldUnreadable.At("ladder") : null,
        (Scope?.Services ?? []).Contains(null) || (Scope?.Classes ?? []).Contains(null) ? BodyErrors.FieldUnreadable.At("scope") : null);

    internal IEnumerable<string?> People => (Ladder ?? []).Select(l => l.Person);

    /// <param name="next">The number of the first new target.</param>
    internal TermsRead Read(TermsBook book, int next)
    {
        var unread = new List<Error>();
        var (targets, ladder, pausing) = (Targets ?? [], Ladder ?? [], Agreements.Pausing.Usual);
        if (Pausing is { } said) pausing = new([.. (said.For ?? []).Distinct()], said.OnlyContacted);
        var terms = new Terms
        {
            Scope = new(
                [.. (Scope?.Services ?? []).Select(s => Known(book.Service(s), TicketErrors.ServiceUnknown.At("scope.services"))).OfType<Named<ServiceId>>().Distinct()],
                [.. (Scope?.Classes ?? []).Select(c => Known(book.Class(c), TicketErrors.ClassUnknown.At("scope.classes"))).OfType<Named<ClassId>>().Distinct()], [.. (Scope?.Channels ?? []).Distinct()], [.. (Scope?.Kinds ?? []).Distinct()]),
            Targets = [.. targets.Select(t => new TargetClause(
                t.No ?? next++, t.Measure ?? (Measure)(-1), [.. t.Priorities ?? []], WorkingTime.Read(t.Within) ?? Duration.Zero, t.Percent, t.Period, book.Hours(t.Hours) ?? new(new(0), ""), t.AtLeast))],
            Pausing = pausing,
            Ladder = [.. ladder.Select((l, i) => new LadderStep(l.Share, l.Rung, l.Rung != Rung.Person || l.Person.IsBlank ? null : Known(book.Person(l.Person), AgreementErrors.SpeakerUnknown.At(Name(TermsCheck.LadderList, i, "person")))))],
            ProviderDuties = ProviderDuties ?? "", ReceiverDuties = ReceiverDuties ?? "", Procedures = Procedures ?? "", OnMiss = OnMiss ?? "", ReviewMonths = ReviewMonths ?? Terms.Blank.ReviewMonths,
        };
        return new(terms, [.. Enumerable.Range(0, targets.Length)], [.. Enumerable.Range(0, ladder.Length)], unread);

        Named<T>? Known<T>(Named<T>? found, Error unknown) where T : struct, IId
        {
            if (found is null) unread.Add(unknown);
            return found;
        }
    }

    internal static string Name(string list, int row, string member) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list}[{row}].{member}");
}

public sealed record AgreementScopeJson(IReadOnlyList<NamedJson> Services, IReadOnlyList<NamedJson> Classes, IReadOnlyList<Channel> Channels, IReadOnlyList<TicketKind> Kinds);

/// <param name="Says">The target in words.</param>
public sealed record TargetJson(int No, Measure Measure, IReadOnlyList<int> Priorities, string Within, int Percent, Period Period, NamedJson Hours, int AtLeast, string Says);

public sealed record PausingJson(IReadOnlyList<WaitFor> For, bool OnlyContacted);

public sealed record LadderJson(int Share, Rung Rung, NamedJson? Person);

public sealed record TermsJson(AgreementScopeJson Scope, IReadOnlyList<TargetJson> Targets, PausingJson Pausing, IReadOnlyList<LadderJson> Ladder, string ProviderDuties, string ReceiverDuties, string Procedures, string OnMiss, int ReviewMonths)
{
    internal static TermsJson Of(Terms t) => new(
        new([.. t.Scope.Services.Select(Name)], [.. t.Scope.Classes.Select(Name)], t.Scope.Channels, t.Scope.Kinds),
        [.. t.Targets.Select(c => new TargetJson(c.No, c.Measure, c.Priorities, WorkingTime.Iso(c.Within), c.Percent, c.Period, Name(c.Hours), c.AtLeast, ClauseWords.Target(c)))],
        new(t.Pausing.For, t.Pausing.OnlyContacted), [.. t.Ladder.Select(l => new LadderJson(l.Share, l.Rung, l.Person is { } person ? Name(person) : null))],
        t.ProviderDuties, t.ReceiverDuties, t.Procedures, t.OnMiss, t.ReviewMonths);

    internal static NamedJson Name<T>(Named<T> named) where T : struct, IId => new(named.Id.Value, named.Name);
}
