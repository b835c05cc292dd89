using System.Globalization;
using FirstContact.Policies;

namespace FirstContact.Agreements;

/// <summary>A clause in the words in which it is read and compared.</summary>
public static class ClauseWords
{
    public static string Name(string clause) => clause switch
    {
        Clauses.Scope => "Scope", Clauses.Pausing => "When clocks stand still", Clauses.Ladder => "Who is told", Clauses.ProviderDuties => "What the provider does", Clauses.ReceiverDuties => "What the receiver does",
        Clauses.Procedures => "How things are done", Clauses.OnMiss => "What happens on a miss", Clauses.Review => "Review",
        _ => Clauses.TargetNo(clause) is { } no ? string.Create(CultureInfo.InvariantCulture, $"Target {no}") : clause,
    };

    /// <summary>What a clause says; blank where it says nothing.</summary>
    public static string Of(Terms terms, string clause) => clause switch
    {
        Clauses.Scope => Scope(terms.Scope), Clauses.Pausing => Pausing(terms.Pausing), Clauses.Ladder => string.Join("\n", terms.Ladder.Select(Step)),
        Clauses.ProviderDuties => terms.ProviderDuties, Clauses.ReceiverDuties => terms.ReceiverDuties, Clauses.Procedures => terms.Procedures, Clauses.OnMiss => terms.OnMiss,
        Clauses.Review => string.Create(CultureInfo.InvariantCulture, $"Looked at again after {terms.ReviewMonths} {(terms.ReviewMonths == 1 ? "month" : "months")}."),
        _ => Clauses.TargetNo(clause) is { } no && terms.Targets.FirstOrDefault(t => t.No == no) is { } target ? Target(target) : "",
    };

    /// <summary>Like 'P1 and P2: resolved within 4 h of Office hours, 90 % in a month'.</summary>
    public static string Target(TargetClause t)
    {
        var whom = t.Priorities.Count == 0 ? "" : $"{string.Join(t.Priorities.Count == 2 ? " and " : ", ", t.Priorities.Select(p => new Priority(p).ToString()))}: ";
        var what = t.Measure == Measure.Availability
            ? string.Create(CultureInfo.InvariantCulture, $"at least {t.AtLeast} {(t.AtLeast == 1 ? "person" : "people")} there during {t.Hours}")
            : $"{Measured(t.Measure)} within {Time(t.Within)} of {t.Hours}";
        return string.Create(CultureInfo.InvariantCulture, $"{whom}{what}, {t.Percent} % in a {Over(t.Period)}");
    }

    public static string Measured(Measure measure) => measure switch
    {
        Measure.FirstResponse => "first response", Measure.NextResponse => "next response", Measure.UpdateRhythm => "news", Measure.Acceptance => "handover accepted",
        Measure.Resolution => "resolved", _ => "people available",
    };

    public static string Over(Period period) => period switch { Period.Week => "week", Period.Month => "month", _ => "quarter" };

    /// <summary>Working time in hours and minutes, since the days of two calendars are not of one length.</summary>
    public static string Time(Duration time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        return (minutes / 60, minutes % 60) switch
        {
            (0, var m) => string.Create(CultureInfo.InvariantCulture, $"{m} min"),
            (var h, 0) => string.Create(CultureInfo.InvariantCulture, $"{h} h"),
            var (h, m) => string.Create(CultureInfo.InvariantCulture, $"{h} h {m} min"),
        };
    }

    private static string Scope(Scope scope)
    {
        var parts = new List<string>();
        if (scope.Kinds.Count > 0) parts.Add($"{string.Join(", ", scope.Kinds).ToLowerInvariant()}s");
        if (scope.Services.Count > 0) parts.Add($"services: {string.Join(", ", scope.Services.Select(s => s.Name))}");
        if (scope.Classes.Count > 0) parts.Add($"classes: {string.Join(", ", scope.Classes.Select(c => c.Name))}");
        if (scope.Channels.Count > 0) parts.Add($"asked by {string.Join(", ", scope.Channels).ToLowerInvariant()}");
        return parts.Count == 0 ? "Everything." : $"{string.Join("; ", parts)}.";
    }

    private static string Pausing(Pausing pausing) => pausing.For.Count == 0
        ? "Never."
        : $"While it waits for {string.Join(" or ", pausing.For.Select(w => w == Tickets.WaitFor.Other ? "something else" : $"the {w.ToString().ToLowerInvariant()}"))}{(pausing.OnlyContacted ? ", once they have really been told" : "")}.";

    private static string Step(LadderStep step) => string.Create(CultureInfo.InvariantCulture, $"At {step.Share} % of the time: {Rung(step)}");

    public static string Rung(LadderStep step) => step.Rung switch
    {
        Agreements.Rung.Owner => "who has the ticket", Agreements.Rung.Leads => "the team's leads", Agreements.Rung.Coordinators => "the service coordinators",
        Agreements.Rung.Provider => "who speaks for the provider", Agreements.Rung.Receiver => "who speaks for the receiver", _ => step.Person?.Name ?? "",
    };
}
