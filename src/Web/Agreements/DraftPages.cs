namespace FirstContact.Agreements;

/// <summary>The form for all terms: of the draft, and of how it is done today. And the buttons and words that move a draft on.</summary>
internal static class DraftPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var habits in new[] { false, true })
        {
            var last = habits ? "habits" : "draft";
            pages.MapGet($"/agreements/{{id:long}}/{last}", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, habits, null, call, desk, frame));
            pages.MapPost($"/agreements/{{id:long}}/{last}", (long id, Form form, WebCall call, Desk desk, Frame frame) => Save(id, habits, form, call, desk, frame));
        }
        pages.MapGet("/agreements/{id:long}/word", (long id, string? @do, WebCall call, Desk desk, Times times, Frame frame) => Word(id, @do, Form.Empty, call, desk, frame, times));
        pages.MapPost("/agreements/{id:long}/drafts", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) => Run(new BeginDraft(new(id), form["why"]), id, "begin", form, call, desk, frame, times));
        pages.MapPost("/agreements/{id:long}/taking-back", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) => Run(new TakeDraftBack(new(id), form["reason"]), id, "back", form, call, desk, frame, times));
        pages.MapPost("/agreements/{id:long}/dropping", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) => Run(new DropDraft(new(id), form["reason"]), id, "drop", form, call, desk, frame, times));
        pages.MapPost("/agreements/{id:long}/reviews", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) => Run(new ReviewAgreement(new(id), form["minutes"], form.Day("next"), times.Zone.Id), id, "review", form, call, desk, frame, times));
        pages.MapPost("/agreements/{id:long}/ending", (long id, Form form, WebCall call, Desk desk, Times times, Frame frame) => Run(new EndAgreement(new(id), form.Day("on"), form["reason"], times.Zone.Id), id, "end", form, call, desk, frame, times));
        pages.MapGet("/agreements/{id:long}/parties", (long id, WebCall call, Desk desk, Frame frame) => Parties(id, null, call, desk, frame));
        pages.MapPost("/agreements/{id:long}/parties", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new ChangeParties(new(id), form["title"], form["providerSpeakers"], form["receiverSpeakers"]), call.Of(form))).Error is { } no ? await Parties(id, form, call, desk, frame, no) : new SeeOther(AgreementPages.At(id)));
    }

    private static async Task<IResult> Save(long id, bool habits, Form form, WebCall call, Desk desk, Frame frame)
    {
        if (form[TermsForm.More] is { } list) return await Screen(id, habits, TermsForm.OneMore(form, list), call, desk, frame);
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var read = TermsForm.Read(form, await TermsBook.Of(desk, call.Caller, TermsForm.People(form), Now(view, habits)), Wants.NextTarget(view));
        var wrong = TermsCheck.Wrong(view.Agreement.Kind, read, TermsForm.Name);
        if (wrong is null) wrong = (await desk.Do<Agreement>(habits ? new RecordHabits(new(id), read.Terms) : new RedraftTerms(new(id), read.Terms), call.Of(form))).Error;
        return wrong is null ? new SeeOther($"{AgreementPages.At(id)}{(habits ? "" : "#draft")}") : await Screen(id, habits, form, call, desk, frame, wrong);
    }

    private static Terms Now(AgreementView view, bool habits) => (habits ? view.Agreement.Habits : view.Agreement.Table?.Terms) ?? Terms.Blank;

    private static async Task<IResult> Screen(long id, bool habits, Form? typed, WebCall call, Desk desk, Frame frame, Error? refused = null)
    {
        frame.At = AgreementsPages.List;
        if (refused?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return refused.Page();
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (!view.Writes) return Errors.Forbidden.Page();
        if (view.Stage == Stage.Ended) return AgreementErrors.Ended.Page();
        if (!habits && view.Agreement.Table is not { Open: false }) return (view.Agreement.Table is null ? AgreementErrors.NothingOnTable : AgreementErrors.AlreadyOpen).Page();
        var book = await TermsBook.Of(desk, call.Caller, typed is null ? [] : TermsForm.People(typed), Now(view, habits));
        return call.Shown<TermsPage, MyTermsPage, TermsModel>(new(view, habits, book, typed ?? TermsForm.Of(Now(view, habits), book), typed?.Version ?? view.Agreement.Version, refused), refused?.Status() ?? 200);
    }

    private static async Task<IResult> Run(Command<Agreement> command, long id, string @do, Form form, WebCall call, Desk desk, Frame frame, Times times)
    {
        if ((await desk.Do(command, call.Of(form))).Error is { } no) return await Word(id, @do, form, call, desk, frame, times, no);
        // A new draft is there to be written.
        return new SeeOther(@do == "begin" ? $"{AgreementPages.At(id)}/draft" : AgreementPages.At(id));
    }

    private static async Task<IResult> Word(long id, string? @do, Form typed, WebCall call, Desk desk, Frame frame, Times times, Error? refused = null)
    {
        frame.At = AgreementsPages.List;
        if (refused?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return refused.Page();
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (!view.Writes || (@do == "end" && !view.Manages)) return Errors.Forbidden.Page();
        var can = (@do, view.Agreement) switch
        {
            (_, { EndsAt: { } end }) when end <= times.Now => AgreementErrors.Ended,
            ("begin", { Table: not null }) => AgreementErrors.AlreadyOnTable,
            ("back", { Table.Open: true }) or ("drop", { Table: not null }) or ("review", { Last: not null }) or ("begin" or "end", _) => null,
            ("back" or "drop", _) => AgreementErrors.NothingOnTable,
            ("review", _) => AgreementErrors.NotInForce,
            _ => AgreementErrors.NotFound,
        };
        return can is not null ? (refused ?? can).Page() : call.Shown<AgreementWordPage, MyAgreementWordPage, AgreementWordModel>(new(view, @do!, typed, refused), refused?.Status() ?? 200);
    }

    private static async Task<IResult> Parties(long id, Form? typed, WebCall call, Desk desk, Frame frame, Error? refused = null)
    {
        frame.At = AgreementsPages.List;
        if (refused?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return refused.Page();
        if (!(await desk.Ask(new ShowAgreement(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (!view.Manages) return Errors.Forbidden.Page();
        var form = typed ?? new Form(new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["title"] = view.Agreement.Title, ["providerSpeakers"] = await Addresses(desk, call, view.Agreement.Parties.ProviderSpeakers), ["receiverSpeakers"] = await Addresses(desk, call, view.Agreement.Parties.ReceiverSpeakers),
        }));
        return Show.Page<PartiesPage, PartiesModel>(new(view, form, form.Version ?? view.Agreement.Version, refused), refused?.Status() ?? 200);
    }

    private static async Task<string> Addresses(Desk desk, WebCall call, Seq<Named<PersonId>> people)
    {
        var addresses = new List<string>();
        foreach (var person in people) if ((await desk.Ask(new ShowPerson(person.Id), call.Caller)).Is(out var view, out _)) addresses.Add(view.Person.Email);
        return string.Join(", ", addresses);
    }
}
