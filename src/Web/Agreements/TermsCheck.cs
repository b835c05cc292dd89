namespace FirstContact.Agreements;

/// <summary>Terms as they were read, with what could not be read, and where each row stood that they came from.</summary>
/// <param name="Targets">The row of each target.</param>
/// <param name="Steps">The row of each step of the ladder.</param>
/// <param name="Unread">What names something that is not there.</param>
internal sealed record TermsRead(Terms Terms, IReadOnlyList<int> Targets, IReadOnlyList<int> Steps, IReadOnlyList<Error> Unread);

/// <summary>What the rules say against terms, each at the row that it is about: a form and a program have many.</summary>
internal static class TermsCheck
{
    public const string TargetList = "targets", LadderList = "ladder";

    /// <param name="name">What the field of a row is called: of which list, which row, which member.</param>
    public static Error? Wrong(AgreementKind kind, TermsRead read, Func<string, int, string, string> name)
    {
        var (terms, wrong) = (read.Terms, new List<Error>(read.Unread));
        foreach (var (i, target) in terms.Targets.Index())
        {
            var (row, alone) = (read.Targets[i], By(kind, Terms.Blank with { Targets = [target] }));
            wrong.AddRange(alone.Select(e => e.At(name(TargetList, row, e.Field!))));
            wrong.AddRange(Together(kind, n => Terms.Blank with { Targets = [.. terms.Targets.Take(n)] }, i, alone).Select(e => e.At(name(TargetList, row, e.Field == "priorities" ? "priorities" : "measure"))));
        }
        foreach (var (i, step) in terms.Ladder.Index())
        {
            var (row, alone) = (read.Steps[i], By(kind, Terms.Blank with { Ladder = [step] }));
            wrong.AddRange(alone.Select(e => e.At(name(LadderList, row, e.Code == AgreementErrors.RungPersonMissing.Code ? "person" : "share"))));
            wrong.AddRange(Together(kind, n => Terms.Blank with { Ladder = [.. terms.Ladder.Take(n)] }, i, alone).Select(e => e.At(name(LadderList, row, "rung"))));
        }
        wrong.AddRange(By(kind, terms with { Targets = [], Ladder = [] }));
        // Where a person is not known it is not missing as well.
        return Error.Of(wrong.DistinctBy(e => e.Field));
    }

    /// <summary>What is wrong with the first rows up to this one, and was not without it.</summary>
    private static IEnumerable<Error> Together(AgreementKind kind, Func<int, Terms> first, int row, IReadOnlyList<Error> alone)
    {
        var before = By(kind, first(row));
        return By(kind, first(row + 1)).Where(e => alone.All(a => a.Code != e.Code) && before.All(b => b.Code != e.Code));
    }

    // The rules know terms only as a part of an agreement: these are two sides that nothing is wrong with.
    private static IReadOnlyList<Error> By(AgreementKind kind, Terms terms) =>
        [.. Agreement.Start(kind, new("-", new(Parties.Providers(kind), 1, "-"), new(Parties.Receivers(kind)[0], 2, "-"), [], []), asItIs: true, terms).Error?.All ?? []];
}
