using System.Globalization;

namespace FirstContact.Switching;

/// <param name="Part">The form that was refused: book or follow.</param>
public sealed record DayModel(DayView View, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <param name="Person">Whose booking is declined; null when the whole day is cancelled.</param>
public sealed record DayWordModel(SwitchDay Day, Named<PersonId>? Person, string? Why, Error? Error = null);

public sealed record RecordModel(DayView View, RecordSaid Typed, int? Version, bool OnlyOwn, PersonId Me, Error? Error = null);

/// <summary>One day: who comes, what was seen, what follows.</summary>
internal static class DayPages
{
    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{SwitchingPages.List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/role-switching/{id:long}", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, call, desk, frame));
        pages.MapPost("/role-switching/{id:long}/bookings", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new BookDay(new(id), form["person"], form["wish"]), id, "book", form, call, desk, frame));
        pages.MapPost("/role-switching/{id:long}/withdrawal", (long id, Form form, WebCall call, Desk desk) => desk.Press(new WithdrawBooking(new(id), form["person"]), call, At(id)));
        pages.MapPost("/role-switching/{id:long}/seen", (long id, Form form, WebCall call, Desk desk) => desk.Press(new SeeTellings(new(id)), call, form["back"] == "home" ? "/" : At(id)));
        pages.MapGet("/role-switching/{id:long}/word", (long id, string? person, WebCall call, Desk desk, Frame frame) => Word(id, person, null, call, desk, frame));
        pages.MapPost("/role-switching/{id:long}/cancellation", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new CancelDay(new(id), form["why"]), call.Call)).Error is { } no ? await Word(id, null, form["why"], call, desk, frame, no) : new SeeOther(At(id)));
        pages.MapPost("/role-switching/{id:long}/declining", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new DeclineBooking(new(id), form["person"], form["why"]), call.Call)).Error is { } no ? await Word(id, form["person"], form["why"], call, desk, frame, no) : new SeeOther(At(id)));
        pages.MapGet("/role-switching/{id:long}/record", (long id, WebCall call, Desk desk, Frame frame) => Record(id, null, null, call, desk, frame));
        pages.MapPost("/role-switching/{id:long}/record", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new WriteDownDay(new(id), Read(form)), call.Of(form))).Error is { } no ? await Record(id, Read(form), form.Version, call, desk, frame, no) : new SeeOther(At(id)));
        pages.MapPost("/role-switching/{id:long}/follow-ups", (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            Run(new AddFollowUp(new(id), form["text"], form["owner"], form.Day("due")), id, "follow", form, call, desk, frame));
        pages.MapPost("/role-switching/{id:long}/follow-ups/{no:int}/done", (long id, int no, WebCall call, Desk desk) => desk.Press(new TickFollowUp(new(id), no), call, $"{At(id)}#follows"));
        pages.MapPost("/role-switching/{id:long}/follow-ups/{no:int}/reopening", (long id, int no, WebCall call, Desk desk) => desk.Press(new ReopenFollowUp(new(id), no), call, $"{At(id)}#follows"));
    }

    /// <summary>What the field for somebody's skills is called.</summary>
    public static string SkillsOf(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"skills-{person.Value}");

    private static RecordSaid Read(Form form) => new(form.All("came"), form["seen"], form["surprised"],
        [.. from name in form.Names where name.StartsWith("skills-", StringComparison.Ordinal) from skill in (form[name] ?? "").Split(',') where !skill.IsBlank select new SkillSaid(name["skills-".Length..], skill.Trim())]);

    private static async Task<IResult> Run(Command<SwitchDay> command, long id, string part, Form form, WebCall call, Desk desk, Frame frame) =>
        (await desk.Do(command, call.Call with { Key = form["once"] ?? call.Call.Key })).Error is not { } no ? new SeeOther(part == "follow" ? $"{At(id)}#follows" : At(id))
        : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, frame, m => m with { Part = part, Typed = form, Error = no }, no);

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Frame frame, Func<DayModel, DayModel>? with = null, Error? refused = null)
    {
        frame.At = SwitchingPages.List;
        if (!(await desk.Ask(new ShowDay(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var model = new DayModel(view);
        return Show.Page<DayPage, DayModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }

    private static async Task<IResult> Word(long id, string? person, string? why, WebCall call, Desk desk, Frame frame, Error? refused = null)
    {
        frame.At = SwitchingPages.List;
        if (refused?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return refused.Page();
        if (!(await desk.Ask(new ShowDay(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (!view.Keeps) return Errors.Forbidden.Page();
        var guest = view.Day.Guests.FirstOrDefault(g => g.Person.Id.Value.ToString(CultureInfo.InvariantCulture) == person)?.Person;
        if (person is not null && guest is null) return (refused ?? SwitchingErrors.NotBooked).Page();
        return Show.Page<DayWordPage, DayWordModel>(new(view.Day, guest, why, refused), refused?.Status() ?? 200);
    }

    private static async Task<IResult> Record(long id, RecordSaid? typed, int? version, WebCall call, Desk desk, Frame frame, Error? refused = null)
    {
        frame.At = SwitchingPages.List;
        if (refused?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return refused.Page();
        if (!(await desk.Ask(new ShowDay(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        if (!view.MayWrite) return (view.Keeps || view.Day.Has(call.Caller.Person) ? view.Day.Guests.Count == 0 ? SwitchingErrors.NobodyBooked : view.Day.State == DayState.Cancelled ? SwitchingErrors.Over : SwitchingErrors.TooEarly : Errors.Forbidden).Page();
        var record = view.Day.Record;
        typed ??= new(
            [.. (record?.Came ?? [.. view.Day.Guests.Select(g => g.Person)]).Select(p => p.Id.Value.ToString(CultureInfo.InvariantCulture))], record?.Seen, record?.Surprised,
            [.. (record?.Gained ?? []).Select(g => new SkillSaid(g.Person.Id.Value.ToString(CultureInfo.InvariantCulture), g.Skill))]);
        return Show.Page<RecordPage, RecordModel>(new(view, typed, version ?? view.Day.Version, !view.Keeps, call.Caller.Person, refused), refused?.Status() ?? 200);
    }
}
