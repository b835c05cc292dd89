namespace FirstContact.Measures;

/// <summary>What goes wrong, by name and definition, and what can still be done about it.</summary>
public static class FaultWords
{
    public static (string Title, string Words) Of(FaultKind kind) => kind switch
    {
        FaultKind.LateGreeting => ("Late greeting", "The first word to the customer (the greeting, a public message, or the resolution) came later than the settings allow for the priority it was opened with, by the calendar; or that time has passed and no word has come. Whoever takes a call or meets somebody has greeted him. It counts for the team it was opened with."),
        FaultKind.Misdelegated => ("Misdelegated", "A handover was returned, or the team it went to passed it on to another without having done anything on it. It counts for the team that sent it there."),
        FaultKind.Assumed => ("Assumed", "The work was done before the problem had been stated, or the statement was skipped. Mended by stating it. Where the policy asks for no statement none is missing."),
        FaultKind.NotReproduced => ("Not reproduced", "The work was done although the problem could not be reproduced, or reproducing it was skipped. Mended by reproducing it, or by finding that there is nothing to reproduce."),
        FaultKind.WrongFix => ("Wrong fix", "It was reopened, or the customer said 'not yet' to what had been resolved. Each time counts, for the team that had resolved it. Mended when it works for the customer."),
        FaultKind.HitAndRun => ("Hit and run", "Our own check of the work was skipped. Mended by checking it after all."),
        FaultKind.ClosedWithoutCustomer => ("Closed without the customer", "It was closed with a reason instead of the customer's word. Closing by silence after the set time, or where the policy asks for no word, is not this."),
        FaultKind.ParkedInSilence => ("Parked in silence", "It was set to wait, for whomever, without a real contact with the customer; or its time to wait was over, and for four hours nobody did anything on it. Mended by a word to the customer, or when it is taken up again by hand; what came to its time in the meantime stays silent until then."),
        FaultKind.Bounced => ("Bounced", "It came back to a team from the one it had gone to: A-B-A, with queueing. Each time counts, for the team it came back to."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What would mend it, while it can be; null when it cannot.</summary>
    public static string? Remedy(FaultKind kind) => kind switch
    {
        FaultKind.LateGreeting => "The customer waits for a first word: greet.",
        FaultKind.Misdelegated => "It was sent to a team that could not use it: look at what was missing before it goes on.",
        FaultKind.Assumed => "Work was done on a guess: state the problem and let the customer confirm it.",
        FaultKind.NotReproduced => "Nobody has seen the problem yet: reproduce it, or say why there is nothing to reproduce.",
        FaultKind.WrongFix => "The last fix did not hold: look at what was tried before choosing the next.",
        FaultKind.HitAndRun => "Nobody has checked the work: check it.",
        FaultKind.ClosedWithoutCustomer => "It was closed without the customer's word: a call can still bring it.",
        FaultKind.ParkedInSilence => "It waits, or has waited past its time, and the customer has not been told: write or call.",
        FaultKind.Bounced => "It goes back and forth: bring both teams to one table.",
        _ => null,
    };
}
