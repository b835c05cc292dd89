using System.Globalization;

namespace FirstContact.People;

public static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("").WithTags("People");
        people.MapGet("/people", List).WithSummary("Lists people by name; ?q= finds, ?former=true shows those who have left").Produces<Listing<PersonRow>>();
        people.MapPost("/people", Register).WithSummary("Registers somebody").Produces<PersonJson>(201);
        people.MapGet("/people/{who}", (string who, WebCall call, Desk desk, HttpResponse http) => One(desk, call, who, http)).WithSummary("One person, by id or e-mail address").Produces<PersonJson>();
        people.MapPatch("/people/{who}", Change).WithSummary("Changes details, roles or activity; what is missing stays").Produces<PersonJson>();
        people.MapGet("/people/doubles", async (HttpContext http, WebCall call, Desk desk) =>
            (await desk.Ask(new ListDoubles(), call.Caller)).Is(out var doubles, out var no) ? http.Listed(doubles, null) : no.Problem()).WithSummary("Records that may be of one human: the same name at the same domain, or the same phone number").Produces<Listing<Double>>();
        people.MapGet("/people/{who}/merge", async (string who, string? into, WebCall call, Desk desk) => !(await desk.Ask(new ShowPerson(who), call.Caller)).Is(out var shown, out var missing) ? missing.Problem()
            : (await desk.Ask(new PreviewPersonMerge(shown.Person.Id, into), call.Caller)).Is(out var preview, out var no) ? (IResult)TypedResults.Ok(PersonMergeJson.Of(preview)) : no.Problem())
            .WithSummary("What would move if this record went into another, ?into= by id or e-mail address").Produces<PersonMergeJson>();
        people.MapPost("/people/{who}/merge", async (string who, HttpResponse http, WebCall call, Desk desk, Body<IntoJson> body) => await Do(who, http, call, desk, id => new MergePerson(id, body.Value.Into)))
            .WithSummary("Lets this record go into another, which answers from then on").Produces<PersonJson>();
        people.MapDelete("/people/{id:long}/merge", async (long id, HttpResponse http, WebCall call, Desk desk) =>
            (await desk.Do(new UndoPersonMerge(new(id)), call.Call)).Error is { } no ? no.Problem() : await One(desk, call, Text(new(id)), http)).WithSummary("Lets a merged record stand by itself again, within thirty days").Produces<PersonJson>();
        people.MapPost("/people/{who}/addresses", async (string who, HttpResponse http, WebCall call, Desk desk, Body<AddressJson> body) =>
            await Do(who, http, call, desk, id => new AddAddress(id, body.Value.Address))).WithSummary("Adds an address by which somebody is known too").Produces<PersonJson>();
        people.MapDelete("/people/{who}/addresses/{address}", async (string who, string address, HttpResponse http, WebCall call, Desk desk) =>
            await Do(who, http, call, desk, id => new RemoveAddress(id, address))).WithSummary("Removes one of the other addresses").Produces<PersonJson>();
        people.MapPut("/people/{who}/main-address", async (string who, HttpResponse http, WebCall call, Desk desk, Body<AddressJson> body) =>
            await Do(who, http, call, desk, id => new MakeMainAddress(id, body.Value.Address))).WithSummary("Makes one of the other addresses the main one; that one stays among the others").Produces<PersonJson>();
        people.MapPost("/me/addresses/{code}", async (string code, HttpResponse http, WebCall call, Desk desk, Body<NothingBody> _) =>
            (await desk.Do(new ConfirmAddress(code), call.Call)).Error is { } no ? no.Problem() : await One(desk, call, Text(call.Caller.Person), http)).WithSummary("Confirms an address by the code of its letter").Produces<PersonJson>();
        people.MapGet("/me", (WebCall call, Desk desk, HttpResponse http) => One(desk, call, Text(call.Caller.Person), http)).WithSummary("Whose token this is").Produces<PersonJson>();
    }

    private static async Task<IResult> List(HttpContext http, WebCall call, Desk desk, string? q, long? after, int limit = 50, bool former = false) =>
        (await desk.Ask(new ListPeople(q, after is { } id ? new(id) : null, limit, former), call.Caller)).Is(out var page, out var no)
            ? http.Listed(page.Items, page.Next is { } next ? Text(next) : null)
            : no.Problem();

    private static async Task<IResult> Register(HttpResponse http, WebCall call, Desk desk, Body<NewPersonJson> body)
    {
        var given = body.Value;
        if (!(await desk.Do(new RegisterPerson(given.Name ?? "", given.Email ?? "", given.Phone, given.Title, given.Unit, given.Roles) { Language = given.Language }, call.Call)).Is(out var person, out var no)) return no.Problem();
        return http.Made($"/api/v1/people/{Text(person.Id)}", person.Version, PersonJson.Of(new(person, [], false)));
    }

    /// <summary>What is not named stays; an empty text clears. All of it or nothing.</summary>
    private static async Task<IResult> Change(string who, HttpResponse http, WebCall call, Desk desk, Body<PersonChangeJson> body)
    {
        if (!(await desk.Ask(new ShowPerson(who), call.Caller)).Is(out var shown, out var missing)) return missing.Problem();
        var (was, to) = (shown.Person, body.Value);
        var change = new ChangePerson(was.Id) { Name = to.Name, Email = to.Email, Phone = to.Phone, Title = to.Title, Unit = to.Unit, Roles = to.Roles, Active = to.Active, Language = to.Language };
        return (await desk.Do(change, call.Call)).Error is { } no ? no.Problem() : await One(desk, call, Text(was.Id), http);
    }

    private static async Task<IResult> Do(string who, HttpResponse http, WebCall call, Desk desk, Func<PersonId, ICommand<Person>> command)
    {
        if (!(await desk.Ask(new ShowPerson(who), call.Caller)).Is(out var shown, out var missing)) return missing.Problem();
        return (await desk.Do(command(shown.Person.Id), call.Call)).Error is { } no ? no.Problem() : await One(desk, call, Text(shown.Person.Id), http);
    }

    private static async Task<IResult> One(Desk desk, WebCall call, string who, HttpResponse http) =>
        (await desk.Ask(new ShowPerson(who), call.Caller)).Is(out var shown, out var no) ? http.Tagged(shown.Person.Version, PersonJson.Of(shown)) : no.Problem();

    private static string Text(PersonId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}

public sealed record NewPersonJson(string? Name, string? Email, string? Phone, string? Title, string? Unit, Seq<Role>? Roles, string? Language = null);

/// <param name="Into">By id or e-mail address.</param>
public sealed record IntoJson(string? Into);

/// <param name="Open">Of the tickets, those that are open.</param>
public sealed record PersonMergeJson(Named<PersonId> From, Named<PersonId> Into, Seq<string> Addresses, long Tickets, long Open, long Watched, long Sessions)
{
    public static PersonMergeJson Of(PersonMergePreview p) => new(p.From.Named, p.Into.Named, [.. p.From.AllAddresses], p.Tickets, p.Open, p.Watched, p.Sessions);
}

public sealed record AddressJson(string? Address);

public sealed record PersonChangeJson(string? Name, string? Email, string? Phone, string? Title, string? Unit, Seq<Role>? Roles, bool? Active, string? Language = null);

public sealed record PersonJson(
    PersonId Id, string Name, string Email, Seq<string> OtherAddresses, string? Phone, string? Title, Named<UnitId>? Unit, Seq<Role> Roles, Seq<Named<TeamId>> Teams,
    bool Active, Instant? AwayUntil, string? AwayNote, Instant CreatedAt, string? Language)
{
    public static PersonJson Of(PersonView v) => new(
        v.Person.Id, v.Person.Name, v.Person.Email, v.Person.Addresses, v.Person.Phone, v.Person.Title, v.Person.Unit, v.Person.Roles, v.Teams,
        v.Person.Active, v.Person.AwayUntil, v.Person.AwayNote, v.Person.CreatedAt, v.Person.Language);
}
