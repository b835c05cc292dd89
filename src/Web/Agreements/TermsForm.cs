using System.Globalization;
using FirstContact.Tickets;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Agreements;

/// <summary>Terms as their form has them: read from what was typed, and written for a form to begin with.</summary>
internal static class TermsForm
{
    /// <summary>The button that asks for one more row instead of saving.</summary>
    public const string More = "more";

    private const int MostRows = 60;

    public static string Name(string list, int row, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}-{row}-{member}");

    public static int Rows(Form form, string list) => Enumerable.Range(0, MostRows).TakeWhile(i => form[Name(list, i, Key(list))] is not null).Count();

    /// <summary>Who was typed into the ladder.</summary>
    public static IEnumerable<string?> People(Form form) => Enumerable.Range(0, Rows(form, TermsCheck.LadderList)).Select(i => form[Name(TermsCheck.LadderList, i, "person")]);

    /// <summary>The same form with one more row.</summary>
    public static Form OneMore(Form form, string list)
    {
        if (list is not (TermsCheck.TargetList or TermsCheck.LadderList)) return form;
        var fields = form.Names.ToDictionary(n => n, n => new StringValues([.. form.All(n)]));
        fields[Name(list, Rows(form, list), Key(list))] = list == TermsCheck.TargetList ? Measure.Resolution.ToString() : Rung.Leads.ToString();
        return new(new FormCollection(fields));
    }

    /// <summary>What stands in the form when it is opened.</summary>
    public static Form Of(Terms terms, TermsBook book)
    {
        var fields = new Dictionary<string, StringValues>
        {
            ["service"] = Ids(terms.Scope.Services), ["class"] = Ids(terms.Scope.Classes), ["channel"] = Words(terms.Scope.Channels), ["ticketKind"] = Words(terms.Scope.Kinds),
            ["pausing"] = Words(terms.Pausing.For), ["providerDuties"] = terms.ProviderDuties, ["receiverDuties"] = terms.ReceiverDuties, ["procedures"] = terms.Procedures, ["onMiss"] = terms.OnMiss,
            ["reviewMonths"] = terms.ReviewMonths.ToString(CultureInfo.InvariantCulture),
        };
        if (terms.Pausing.OnlyContacted) fields["onlyContacted"] = "yes";
        foreach (var (i, t) in terms.Targets.Index())
        {
            Set(TermsCheck.TargetList, i, "no", Number(t.No));
            Set(TermsCheck.TargetList, i, "measure", t.Measure.ToString());
            Set(TermsCheck.TargetList, i, "priorities", t.Priorities.Select(Number).ToArray());
            Set(TermsCheck.TargetList, i, "within", t.Measure == Measure.Availability ? "" : ClauseWords.Time(t.Within));
            Set(TermsCheck.TargetList, i, "percent", Number(t.Percent));
            Set(TermsCheck.TargetList, i, "period", t.Period.ToString());
            Set(TermsCheck.TargetList, i, "hours", t.Hours.Id.Value.ToString(CultureInfo.InvariantCulture));
            Set(TermsCheck.TargetList, i, "atLeast", t.AtLeast == 0 ? "" : Number(t.AtLeast));
        }
        foreach (var (i, l) in terms.Ladder.Index())
        {
            Set(TermsCheck.LadderList, i, "rung", l.Rung.ToString());
            Set(TermsCheck.LadderList, i, "share", Number(l.Share));
            Set(TermsCheck.LadderList, i, "person", l.Person is { } person ? book.Addresses.GetValueOrDefault(person.Id, "") : "");
        }
        return new(new FormCollection(fields));

        void Set(string list, int row, string member, StringValues value) => fields[Name(list, row, member)] = value;
    }

    /// <param name="next">The number of the first new target.</param>
    public static TermsRead Read(Form form, TermsBook book, int next)
    {
        var unread = new List<Error>();
        var targets = Targets(form, book, next).ToList();
        var steps = Steps(form, book, unread).ToList();
        var terms = new Terms
        {
            Scope = new([.. form.All("service").Select(book.Service).OfType<Named<ServiceId>>()], [.. form.All("class").Select(book.Class).OfType<Named<ClassId>>()], Words<Channel>(form, "channel"), Words<TicketKind>(form, "ticketKind")),
            Targets = [.. targets.Select(t => t.Target)], Ladder = [.. steps.Select(s => s.Step)],
            Pausing = new(Words<WaitFor>(form, "pausing"), form.Ticked("onlyContacted")),
            ProviderDuties = form["providerDuties"] ?? "", ReceiverDuties = form["receiverDuties"] ?? "", Procedures = form["procedures"] ?? "", OnMiss = form["onMiss"] ?? "",
            ReviewMonths = form.Number("reviewMonths") ?? 0,
        };
        return new(terms, [.. targets.Select(t => t.Row)], [.. steps.Select(s => s.Row)], unread);
    }

    /// <summary>One clause as it was typed, in the terms that it belongs to; its row comes last, so that what it is at odds with is said there.</summary>
    public static TermsRead ReadOnly(Form form, TermsBook book, Terms of, string clause)
    {
        var read = Read(form, book, Clauses.TargetNo(clause) ?? 1);
        if (Clauses.TargetNo(clause) is not { } no) return read with { Terms = of.Take(clause, read.Terms), Targets = [.. of.Targets.Select(_ => 0)], Steps = clause == Clauses.Ladder ? read.Steps : [.. of.Ladder.Select(_ => 0)] };
        var others = of.Targets.Where(t => t.No != no).ToList();
        var offered = read.Terms.Targets.Take(1).Select(t => t with { No = no }).ToList();
        return read with { Terms = of with { Targets = [.. others, .. offered] }, Targets = [.. others.Select(_ => 0), .. offered.Select(_ => 0)], Steps = [.. of.Ladder.Select(_ => 0)] };
    }

    private static IEnumerable<(int Row, TargetClause Target)> Targets(Form form, TermsBook book, int next)
    {
        for (var i = 0; i < Rows(form, TermsCheck.TargetList); i++)
        {
            string? Of(string member) => form[Name(TermsCheck.TargetList, i, member)];
            int Figure(string member) => form.Number(Name(TermsCheck.TargetList, i, member)) ?? 0;
            // A new row in which nothing is said is none.
            if (Of("out") is not null || (Of("no") is null && Of("within") is null && Of("atLeast") is null)) continue;
            yield return (i, new(
                Of("no") is null ? next++ : Figure("no"), form.Word<Measure>(Name(TermsCheck.TargetList, i, "measure")) ?? (Measure)(-1),
                [.. form.All(Name(TermsCheck.TargetList, i, "priorities")).Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0)],
                WorkingTime.Read(Of("within")) ?? Duration.Zero, Figure("percent"), form.Word<Period>(Name(TermsCheck.TargetList, i, "period")) ?? Period.Month, book.Hours(Of("hours")) ?? new(new(0), ""), Figure("atLeast")));
        }
    }

    private static IEnumerable<(int Row, LadderStep Step)> Steps(Form form, TermsBook book, List<Error> unread)
    {
        for (var i = 0; i < Rows(form, TermsCheck.LadderList); i++)
        {
            var (share, typed) = (form[Name(TermsCheck.LadderList, i, "share")], form[Name(TermsCheck.LadderList, i, "person")]);
            if (share is null && typed is null) continue;
            var rung = form.Word<Rung>(Name(TermsCheck.LadderList, i, "rung")) ?? Rung.Person;
            var person = rung == Rung.Person ? book.Person(typed) : null;
            if (rung == Rung.Person && person is null && typed is not null) unread.Add(AgreementErrors.SpeakerUnknown.At(Name(TermsCheck.LadderList, i, "person")));
            yield return (i, new(form.Number(Name(TermsCheck.LadderList, i, "share")) ?? 0, rung, person));
        }
    }

    private static string Key(string list) => list == TermsCheck.TargetList ? "measure" : "rung";

    private static Seq<T> Words<T>(Form form, string name) where T : struct, Enum => [.. form.All(name).Where(w => !char.IsDigit(w[0])).Select(w => Enum.TryParse<T>(w, true, out var word) && Enum.IsDefined(word) ? word : (T?)null).OfType<T>().Distinct()];

    private static StringValues Words<T>(Seq<T> words) where T : struct, Enum => new([.. words.Select(w => w.ToString())]);

    private static StringValues Ids<T>(Seq<Named<T>> named) where T : struct, IId => new([.. named.Select(n => n.Id.Value.ToString(CultureInfo.InvariantCulture))]);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
