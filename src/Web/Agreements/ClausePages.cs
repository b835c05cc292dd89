namespace FirstContact.Agreements;

/// <summary>One clause of the draft: agree, offer something else, decline, take what is offered, or say a word on it.</summary>
internal static class ClausePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agreements/{id:long}/clause", (long id, string? key, string? side, WebCall call, Desk desk, Frame frame) => Screen(id, key, SideOf(side), null, null, call, desk, frame));
        pages.MapPost("/agreements/{id:long}/positions", Take);
        pages.MapPost("/agreements/{id:long}/acceptances", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new AcceptCounter(new(id), SideOf(form["side"]) ?? Side.Provider, form["clause"] ?? ""), id, null, form, call, desk, frame));
        pages.MapPost("/agreements/{id:long}/clause/comments", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new CommentOnAgreement(new(id), form["clause"], form["remark"]), id, "comment", form, call, desk, frame));
    }

    private static async Task<IResult> Take(long id, Form form, WebCall call, Desk desk, Frame frame)
    {
        var (side, key, stance) = (SideOf(form["side"]) ?? Side.Provider, form["clause"] ?? "", form.Word<Stance>("stance"));
        if (stance != Stance.Counters)
            return await Run(new TakePosition(new(id), side, key, stance ?? Stance.Declines, null, form["declineWords"]), id, "declines", form, call, desk, frame);
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (view.Agreement.Table is not { } table) return AgreementErrors.NothingOnTable.Page();
        var book = await TermsBook.Of(desk, call.Caller, TermsForm.People(form), table.Terms);
        var read = TermsForm.ReadOnly(form, book, table.Terms, key);
        var command = new TakePosition(new(id), side, key, Stance.Counters, read.Terms, form["words"]);
        // What the rules say against a row they say of no row: the check knows which, and the words may be missing besides.
        return TermsCheck.Wrong(view.Agreement.Kind, read, TermsForm.Name) is not { } wrong ? await Run(command, id, "other", form, call, desk, frame)
            : await Screen(id, key, side, "other", form, call, desk, frame, Error.Of([.. wrong.All, form["words"] is null ? AgreementErrors.WordsMissing : null]));
    }

    private static async Task<IResult> Run(Command<Agreement> command, long id, string? part, Form form, WebCall call, Desk desk, Frame frame)
    {
        var done = await desk.Do(command, call.Of(form));
        if (done.Error is not { } no) return new SeeOther(part == "comment" ? $"{AgreementPages.At(id)}/clause?key={Uri.EscapeDataString(form["clause"] ?? "")}" : $"{AgreementPages.At(id)}#c-{form["clause"]}");
        if (no.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        // The page has three places for words, and each its own field.
        var field = part switch { "declines" => "declineWords", "comment" => "remark", _ => "words" };
        return await Screen(id, form["clause"], SideOf(form["side"]), part, form, call, desk, frame, Error.Of(no.All.Select(e => e.Field == "words" ? e.At(field) : e)));
    }

    private static async Task<IResult> Screen(long id, string? key, Side? side, string? part, Form? form, WebCall call, Desk desk, Frame frame, Error? refused = null)
    {
        frame.At = AgreementsPages.List;
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (view.Agreement.Table is not { } table) return (refused ?? AgreementErrors.NothingOnTable).Page();
        if (key is null || !(Wants.Clauses(table).Contains(key) || (table.Open && key == Clauses.Target(Wants.NextTarget(view))))) return AgreementErrors.NoSuchClause.Page();
        var mine = side is { } asked && view.Sides.Contains(asked) ? asked : view.Sides.Count > 0 ? view.Sides[0] : (Side?)null;
        var book = await TermsBook.Of(desk, call.Caller, part == "other" ? TermsForm.People(form!) : [], table.Terms);
        // One begins with what lies on the table; with what one has offered already, or with what the other side offers for a clause that is not there.
        var begins = (mine is { } s ? table.Of(s, key)?.Counter : null) ?? (Clauses.IsIn(table.Terms, key) ? table.Terms : table.Positions.FirstOrDefault(p => p.Clause == key)?.Counter ?? table.Terms);
        var only = Clauses.TargetNo(key) is { } target ? begins with { Targets = [.. begins.Targets.Where(t => t.No == target)] } : begins;
        return call.Shown<ClausePage, MyClausePage, ClauseModel>(new(view, key, mine, book, part == "other" ? form! : TermsForm.Of(only, book), part, form, refused), refused?.Status() ?? 200);
    }

    private static Side? SideOf(string? word) => Enum.TryParse<Side>(word, true, out var side) && Enum.IsDefined(side) && !char.IsDigit(word![0]) ? side : null;
}
