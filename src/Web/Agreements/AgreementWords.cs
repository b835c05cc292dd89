using Microsoft.Extensions.Localization;

namespace FirstContact.Agreements;

/// <summary>Words of agreements, as pages say them.</summary>
internal static class AgreementWords
{
    public static string Kind(this IStringLocalizer words, AgreementKind kind) => words[kind switch
    {
        AgreementKind.Service => "Service level agreement", AgreementKind.Operational => "Operational level agreement", _ => "Underpinning contract",
    }];

    public static string Kinds(this IStringLocalizer words, AgreementKind kind) => words[kind switch
    {
        AgreementKind.Service => "Service level agreements", AgreementKind.Operational => "Operational level agreements", _ => "Underpinning contracts",
    }];

    /// <summary>Who promises what to whom, in a few words.</summary>
    public static string Between(this IStringLocalizer words, AgreementKind kind) => words[kind switch
    {
        AgreementKind.Service => "The desk with those it serves", AgreementKind.Operational => "A team with another", _ => "A supplier with the desk",
    }];

    public static string Party(this IStringLocalizer words, Party party, AgreementKind kind) => party.Kind switch
    {
        PartyKind.Desk => words["The desk"],
        PartyKind.Everyone => kind == AgreementKind.Operational ? words["All teams"] : words["Everyone who is served"],
        PartyKind.Segment => words["Segment {0}", party.Name],
        _ => party.Name,
    };

    public static string Side(this IStringLocalizer words, Agreement agreement, Side side) => words.Party(agreement.Parties.Of(side), agreement.Kind);

    public static string Stage(this IStringLocalizer words, Stage stage) => words[stage switch
    {
        Agreements.Stage.AsItIs => "as it is today", Agreements.Stage.Draft => "being drafted", Agreements.Stage.Negotiating => "being negotiated", Agreements.Stage.Signed => "signed, not in force yet", Agreements.Stage.InForce => "in force", _ => "ended",
    }];

    public static string Mark(Stage stage) => stage switch
    {
        Agreements.Stage.InForce => "is-ok", Agreements.Stage.Negotiating => "is-accent", Agreements.Stage.Ended or Agreements.Stage.AsItIs => "is-line", _ => "",
    };

    /// <summary>How far it has come, as a sentence.</summary>
    public static string Standing(this IStringLocalizer words, Agreement a, Times times) => (a.Stage(times.Now), a.At(times.Now)) switch
    {
        (Agreements.Stage.Ended, _) => words["It ended {0}.", times.On(a.EndsAt!.Value.InZone(times.Zone).Date)],
        (Agreements.Stage.Draft, { } now) => words["Draft {0} is being written; version {1} stays in force until both have signed another.", a.Table!.No, now.No],
        (Agreements.Stage.Draft, null) => words["Draft {0} is being written; nothing is promised yet.", a.Table!.No],
        (Agreements.Stage.Negotiating, { } now) => words["Draft {0} lies before both sides; version {1} stays in force until both have signed.", a.Table!.No, now.No],
        (Agreements.Stage.Negotiating, null) => words["Draft {0} lies before both sides; nothing is promised yet.", a.Table!.No],
        (Agreements.Stage.Signed, _) => words["Version {0} is signed and begins {1}.", a.Last!.No, times.Planned(a.Last.From.InZone(times.Zone).Date)],
        (Agreements.Stage.InForce, { } now) => words["Version {0} is in force since {1}.", now.No, times.On(now.From.InZone(times.Zone).Date)],
        _ => words["Written down as it is done today; nobody has promised it."],
    };

    public static string Clause(this IStringLocalizer words, string key) => Clauses.TargetNo(key) is { } no ? words["Target {0}", no] : words[ClauseWords.Name(key)];

    public static string Says(this IStringLocalizer words, Stance stance) => words[stance switch { Stance.Agrees => "agrees", Stance.Counters => "offers something else", _ => "declines" }];

    public static string Change(this IStringLocalizer words, Change change) => words[change switch { Agreements.Change.Kept => "kept", Agreements.Change.Changed => "changed", Agreements.Change.Added => "added", _ => "taken out" }];

    public static string ChangeMark(Change change) => change switch { Agreements.Change.Kept => "is-line", Agreements.Change.Added => "is-ok", Agreements.Change.Removed => "is-hot", _ => "is-warn" };

    public static string Measured(this IStringLocalizer words, Measure measure) => words[measure switch
    {
        Measure.FirstResponse => "First response", Measure.NextResponse => "Next response", Measure.UpdateRhythm => "News, each time", Measure.Acceptance => "Handover accepted", Measure.Resolution => "Resolved", _ => "People are there",
    }];

    public static string Over(this IStringLocalizer words, Period period) => words[period switch { Period.Week => "a week", Period.Month => "a month", _ => "a quarter" }];

    public static string Rung(this IStringLocalizer words, Rung rung) => words[rung switch
    {
        Agreements.Rung.Owner => "who has the ticket", Agreements.Rung.Leads => "the team's leads", Agreements.Rung.Coordinators => "the service coordinators", Agreements.Rung.Provider => "who speaks for the provider", Agreements.Rung.Receiver => "who speaks for the receiver", _ => "a person",
    }];

    /// <summary>What is wanted of whoever reads it, in a few words.</summary>
    public static string Wanted(this IStringLocalizer words, Want want) => want.Kind switch
    {
        WantKind.Word => want.Clauses == 1 ? words["your word on 1 clause"] : words["your word on {0} clauses", want.Clauses],
        WantKind.FirstDay => words["its first day"],
        WantKind.Signature => words["your signature"],
        WantKind.ReviewDue => words["review is due"],
        _ => words["review is overdue"],
    };

    public static string Icon(WantKind kind) => kind switch { WantKind.Word => "message-question", WantKind.Signature => "writing-sign", _ => "calendar-due" };
}
