namespace FirstContact.People;

/// <summary>People, for whoever manages them; others who may see people look only.</summary>
public static class PeoplePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/settings/people", List);
        pages.MapGet("/settings/people/new", (WebCall call, Desk desk) => New(desk, call, Form.Empty, null));
        pages.MapPost("/settings/people", Register);
        pages.MapGet("/settings/people/{id:long}", (long id, WebCall call, Desk desk) => One(desk, call, id));
        pages.MapPost("/settings/people/{id:long}", (long id, WebCall call, Desk desk, Form form) =>
            Done(desk, call, id, form, "details", new ChangePerson(new(id)) { Name = form["name"] ?? "", Email = form["email"] ?? "", Phone = form["phone"] ?? "", Title = form["title"] ?? "", Unit = form["unit"] ?? "" }));
        pages.MapPost("/settings/people/{id:long}/roles", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "roles", new GrantRoles(new(id), Roles(form))));
        pages.MapPost("/settings/people/{id:long}/deactivate", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "active", new DeactivatePerson(new(id))));
        pages.MapPost("/settings/people/{id:long}/reactivate", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "active", new ReactivatePerson(new(id))));
        pages.MapPost("/settings/people/{id:long}/password", NewPassword);
        pages.MapPost("/settings/people/{id:long}/addresses", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "addresses", new AddAddress(new(id), form["address"])));
        pages.MapPost("/settings/people/{id:long}/addresses/removal", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "address", new RemoveAddress(new(id), form["address"])));
        pages.MapPost("/settings/people/{id:long}/addresses/main", (long id, WebCall call, Desk desk, Form form) => Done(desk, call, id, form, "address", new MakeMainAddress(new(id), form["address"])));
    }

    private static async Task<IResult> List(WebCall call, Desk desk, string? q, long? after, bool former = false) =>
        (await desk.Ask(new ListPeople(q, after is { } id ? new(id) : null, Former: former), call.Caller)).Is(out var page, out var no)
            ? Show.Page<PeopleListPage, PeopleView>(new(page, q, former))
            : no.Page();

    private static async Task<IResult> New(Desk desk, WebCall call, Form form, Error? no)
    {
        if (!call.Caller.May(PeoplePermissions.Manage)) return Errors.Forbidden.Page();
        var units = (await desk.Ask(new ListUnits(), Caller.Desk)).Value ?? [];
        return Show.Page<NewPersonPage, NewPersonView>(new(units, form, no), no?.Status() ?? 200);
    }

    private static async Task<IResult> Register(WebCall call, Desk desk, Form form)
    {
        var command = new RegisterPerson(form["name"] ?? "", form["email"] ?? "", form["phone"], form["title"], form["unit"], Roles(form)) { Language = form["language"] };
        return (await desk.Do(command, call.Of(form))).Is(out var person, out var no) ? new SeeOther($"/settings/people/{person.Key}") : await New(desk, call, form, no);
    }

    private static async Task<IResult> NewPassword(long id, WebCall call, Desk desk, Form form, Passwords passwords)
    {
        if (!(await desk.Ask(new ShowPerson(new PersonId(id)), call.Caller)).Is(out var who, out var missing)) return missing.Page();
        return passwords.Hash(form["password"], who.Person.Name, who.Person.Email).Is(out var hash, out var no)
            ? await Done(desk, call, id, form, "password", new SetPassword(new(id), hash))
            : await One(desk, call, id, form, "password", no);
    }

    private static async Task<IResult> Done(Desk desk, WebCall call, long id, Form form, string part, ICommand<Person> command) =>
        (await desk.Do(command, call.Of(form))).Error is { } no ? await One(desk, call, id, form, part, no) : new SeeOther($"/settings/people/{id}");

    private static async Task<IResult> One(Desk desk, WebCall call, long id, Form? form = null, string? part = null, Error? no = null)
    {
        if (!call.Caller.May(PeoplePermissions.See)) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ShowPerson(new PersonId(id)), call.Caller)).Is(out var person, out var missing)) return missing.Page();
        // A record that went into another leads on.
        if (person.Person.Key != id) return new SeeOther($"/settings/people/{person.Person.Key}");
        var units = (await desk.Ask(new ListUnits(), call.Caller)).Value ?? [];
        return Show.Page<PersonPage, PersonPageView>(new(person, units, form ?? Form.Empty, part, no)
        {
            Doubles = (await desk.Ask(new ListDoubles(new(id)), call.Caller)).Value ?? [], TakenIn = (await desk.Ask(new ListTakenIn(new(id)), call.Caller)).Value ?? [],
        }, no?.Status() ?? 200);
    }

    private static Seq<Role> Roles(Form form) => [.. form.All("role").Select(r => Enum.TryParse<Role>(r, out var role) && Enum.IsDefined(role) ? role : Role.Customer)];

    internal static IEnumerable<(string, string)> Read(string none) => Languages.All.Prepend(("", none));

    internal static IEnumerable<(string, string)> Choices(IReadOnlyList<UnitRow> units, string none) =>
        units.Where(u => u.Active).Select(u => (u.Name, u.Name)).Prepend(("", none));
}

public sealed record PeopleView(PeoplePage People, string? Search, bool Former);

public sealed record NewPersonView(IReadOnlyList<UnitRow> Units, Form Form, Error? Error);

/// <param name="Part">The form that was refused.</param>
public sealed record PersonPageView(PersonView Who, IReadOnlyList<UnitRow> Units, Form Form, string? Part, Error? Error)
{
    /// <summary>Records that may be of the same human.</summary>
    public IReadOnlyList<Double> Doubles { get; init; } = [];

    /// <summary>Records that went into this one.</summary>
    public IReadOnlyList<Person> TakenIn { get; init; } = [];

    public Error? ErrorOf(string part) => part == Part ? Error : null;

    public string? Typed(string part, string field, string? stored) => part == Part ? Form[field] : stored;
}
