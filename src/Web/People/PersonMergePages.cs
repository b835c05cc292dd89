namespace FirstContact.People;

/// <summary>Two records of one human: which may be, what would move, and the way back.</summary>
public static class PersonMergePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/settings/people/doubles", async (WebCall call, Desk desk) =>
            (await desk.Ask(new ListDoubles(), call.Caller)).Is(out var doubles, out var no) ? Show.Page<DoublesPage, DoublesView>(new(doubles)) : no.Page());
        pages.MapGet("/settings/people/{id:long}/merge", (long id, string? into, WebCall call, Desk desk) => Preview(desk, call, id, into, null));
        pages.MapPost("/settings/people/{id:long}/merge", async (long id, WebCall call, Desk desk, Form form) =>
            (await desk.Do(new MergePerson(new(id), form["into"]), call.Of(form))).Is(out var one, out var no) ? new SeeOther($"/settings/people/{one.Key}") : await Preview(desk, call, id, form["into"], no));
        pages.MapPost("/settings/people/{id:long}/part", async (long id, WebCall call, Desk desk, Form form) =>
            (await desk.Do(new UndoPersonMerge(new(id)), call.Of(form))).Error is { } no ? no.Page() : new SeeOther($"/settings/people/{id}"));
    }

    private static async Task<IResult> Preview(Desk desk, WebCall call, long id, string? into, Error? no)
    {
        if (!call.Caller.May(PeoplePermissions.Manage)) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ShowPerson(new PersonId(id)), call.Caller)).Is(out var who, out var missing)) return missing.Page();
        if (who.Person.Key != id) return new SeeOther($"/settings/people/{who.Person.Key}");
        PersonMergePreview? preview = null;
        if (!into.IsBlank && (await desk.Ask(new PreviewPersonMerge(new(id), into), call.Caller)) is var asked) (preview, no) = (asked.Value, no ?? asked.Error);
        return Show.Page<PersonMergePage, PersonMergeView>(new(who.Person, into, preview, no), no?.Status() ?? 200);
    }
}

public sealed record DoublesView(IReadOnlyList<Double> Doubles);

/// <param name="Into">As typed.</param>
public sealed record PersonMergeView(Person From, string? Into, PersonMergePreview? Preview, Error? Error);
