using Microsoft.Extensions.Localization;

namespace FirstContact.Agreements;

/// <summary>What of agreements needs somebody, on the page of all that needs him: it goes by itself when it is done.</summary>
internal static class AgreementNeeds
{
    public static async Task<IReadOnlyList<OtherNeed>> Of(Desk desk, Caller caller, Times times, IStringLocalizer words) =>
        [.. from line in await Waiting(desk, caller, times) orderby line.Want!.Kind select Of(line.Agreement, line.Want!, times, words)];

    /// <summary>Those that want something of whoever asks.</summary>
    public static async Task<IReadOnlyList<AgreementLine>> Waiting(Desk desk, Caller caller, Times times) =>
        !caller.May(AgreementPermissions.See) || !(await desk.Ask(new ListAgreements(), caller)).Is(out var all, out _) ? []
        : [.. from a in all let want = Wants.Of(caller, a, times) where want is not null select new AgreementLine(a, a.Stage(times.Now), want)];

    private static OtherNeed Of(Agreement a, Want want, Times times, IStringLocalizer words)
    {
        var at = AgreementPages.At(a.Key);
        var (to, why) = want.Kind switch
        {
            WantKind.Word => ($"{at}#draft", want.Clauses == 1 ? words["Your word on 1 clause of draft {0}: the other side wants it otherwise.", a.Table!.No] : words["Your word on {0} clauses of draft {1}: the other side wants them otherwise.", want.Clauses, a.Table!.No]),
            WantKind.FirstDay => ($"{at}#from", words["Nothing is disputed in draft {0}: it lacks its first day, and the signatures.", a.Table!.No]),
            WantKind.Signature => ($"{at}#sign", words["Your signature: read draft {0}, and sign it or say what you would have otherwise.", a.Table!.No]),
            WantKind.ReviewDue => ($"{at}/word?do=review", words["The review is due {0}.", times.Planned(a.ReviewDue!.Value)]),
            _ => ($"{at}/word?do=review", words["The review was due {0}.", times.Planned(a.ReviewDue!.Value)]),
        };
        return new(words["Agreements"], words["what holds up the other side first"], to, a.Title, words.Kind(a.Kind), AgreementWords.Icon(want.Kind), why) { Late = want.Kind == WantKind.ReviewOverdue };
    }
}
