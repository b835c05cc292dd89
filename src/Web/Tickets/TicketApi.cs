using System.Text.Json;
using FirstContact.Fields;
using FirstContact.Macros;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>The same commands and queries over JSON; an action is a resource.</summary>
public static class TicketApi
{
    public static void MapTicketApi(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapPost("", Open).WithSummary("Opens a ticket").Produces<TicketJson>(201);
        tickets.MapGet("", List).WithSummary("Lists tickets by filter and sort").Produces<Listing<TicketLine>>();
        api.MapGet("/tickets.csv", List).WithTags("Tickets").WithSummary("All tickets of a filter as CSV, with the columns that an import takes").Produces<string>(200, "text/csv");
        var one = tickets.MapGroup("/{ticket}");
        one.MapGet("", ShowOne).WithSummary("The whole ticket").Produces<TicketJson>();
        one.MapPatch("", Change).WithSummary("Changes plain facts; what is missing stays").Produces<TicketJson>();
        one.MapGet("/journal", Journal).WithSummary("The timeline").Produces<Listing<EntryJson>>();
        one.MapGet("/messages", Messages).WithSummary("What was said").Produces<Listing<MessageJson>>();
        one.MapPost("/messages", Say).WithSummary("A reply, a note or a call").Produces<MessageJson>(201);
        one.MapCareApi();
        one.MapTicketMailApi();
        one.MapTidyApi();
        one.MapExperienceApi();
        one.Action("/resolution", "Resolves", (TicketId on, ResolutionBody b) => new ResolveTicket(on, b.Solution, b.NextTime, b.WithoutTasks) { Fields = FieldJson.Read(b.Fields) });
        one.Action("/closure", "Closes without the customer's word, for a reason", (TicketId on, ReasonBody b) => new CloseTicket(on, b.Reason));
        one.Action("/cancellation", "Cancels", (TicketId on, CancelBody b) => new CancelTicket(on, b.Reason) { SolvedByCustomer = b.SolvedByCustomer });
        one.Action("/wait", "Lets it wait", (TicketId on, WaitBody b) => new WaitOnTicket(on, b.For ?? WaitFor.Other, b.Reason, b.Contacted ?? false, b.Until, b.Supplier) { Fields = FieldJson.Read(b.Fields) });
        one.Action("/colleagues", "Asks a colleague in", (TicketId on, ColleagueBody b) => new AskColleagueIn(on, b.Person, b.Question, b.ToCheck ?? false));
        one.Action("/watchers", "Lets somebody watch", (TicketId on, AssigneeBody b) => new WatchTicket(on, b.Person));
        one.MapPut("/assignee", (TicketAt ticket, Body<AssigneeBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new AssignTicket(ticket, body.Value.Person), call, desk, http)).WithSummary("Gives it to somebody; null lays it down").Produces<TicketJson>();
        one.MapPut("/understanding", (TicketAt ticket, Body<UnderstandingBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new UnderstandTicket(ticket, body.Value.Told()), call, desk, http)).WithSummary("What came out when somebody asked: answers to what is asked of its category, and where and since when it is so").Produces<TicketJson>();
        one.MapDelete("/wait", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => Run(new ResumeTicket(ticket), call, desk, http)).WithSummary("Takes it up again").Produces<TicketJson>();
        one.MapDelete("/closure", async (TicketAt ticket, string? reason, Body<ReasonBody> body, WebCall call, Desk desk, HttpResponse http) => await Run(new ReopenTicket(ticket, body.Value.Reason ?? reason), call, desk, http)).WithSummary("Reopens").Produces<TicketJson>();
        one.MapDelete("/colleagues/{person}", (TicketAt ticket, string person, WebCall call, Desk desk, HttpResponse http) => Run(new AnswerAsked(ticket, person), call, desk, http)).WithSummary("Settles what a colleague was asked").Produces<TicketJson>();
        one.MapDelete("/watchers/{person}", (TicketAt ticket, string person, WebCall call, Desk desk, HttpResponse http) => Run(new UnwatchTicket(ticket, person), call, desk, http)).WithSummary("Lets somebody watch no longer").Produces<TicketJson>();

        api.MapGet("/journal", async (string? after, int? limit, WebCall call, Desk desk, HttpContext http) =>
            (await desk.Ask(new ReadFeed(after, limit ?? 100), call.Caller)).Is(out var feed, out var no) ? http.Listed(feed.Items, feed.Next, linked: feed.Items.Count > 0) : no.Problem())
            .WithTags("Journal").WithSummary("Everything that has happened and that the caller may see, in order; next says where to go on, even from an empty page, which is the end for now").Produces<Listing<FeedEntry>>();
    }

#pragma warning disable RDG011 // These few are put together when they are first asked for, as they have a type of their own.
    /// <summary>A POST that is one command on the ticket.</summary>
    internal static void Action<TBody>(this IEndpointRouteBuilder one, string path, string summary, Func<TicketId, TBody, TicketCommand> command) where TBody : class =>
        one.MapPost(path, (TicketAt ticket, Body<TBody> body, WebCall call, Desk desk, HttpResponse http) => Run(command(ticket, body.Value), call, desk, http)).WithSummary(summary).Produces<TicketJson>();
#pragma warning restore RDG011

    internal static async Task<IResult> Run(TicketCommand command, WebCall call, Desk desk, HttpResponse http, bool made = false) =>
        (await desk.Do(command, call.Call)).Is(out var ticket, out var no) ? await Answer(new(ticket.Id, ticket), call, desk, http, made) : no.Problem();

    private static async Task<IResult> Open(Body<OpenTicketBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var continues = TicketNumber.TryParse(b.Continues, out var before) ? before : (TicketId?)null;
        if (!(await TemplateForm.Preset(desk, call, b.Template)).Is(out var preset, out var unknown)) return unknown.Problem();
        var result = await desk.Do(new OpenTicket(
            b.Kind ?? preset.Kind ?? TicketKind.Incident, b.Channel ?? Channel.Api, b.Title ?? preset.Title, b.Description ?? preset.Description, b.Customer?.Email,
            b.Impact ?? preset.Impact ?? Level.Medium, b.Urgency ?? preset.Urgency ?? Level.Medium)
        {
            Callback = b.Callback, RequestClass = b.RequestClass ?? preset.Class?.Name, Service = b.Service ?? preset.Service?.Name, Category = b.Category ?? preset.Category?.Name, Team = b.Team ?? preset.Team?.Name,
            DedupeKey = b.DedupeKey, Continues = continues, Attachments = [.. b.Attachments ?? []], Tags = b.Tags is { } tags ? [.. tags] : preset.Tags, Tasks = b.Tasks is { } tasks ? [.. tasks] : preset.Tasks,
            Fields = FieldJson.Read(b.Fields), Told = b.Understanding?.Told(),
        }, call.Call);
        if (!result.Is(out var ticket, out var no)) return no.Problem();
        // A ticket that stood already (same key, same dedupe key) is not made again, only shown.
        return await Answer(new(ticket.Id, ticket), call, desk, http, made: true);
    }

    private static async Task<IResult> List(
        HttpContext http, WebCall call, Desk desk, string? status, string? team, string? assignee, string? customer, string? service, string? category, string? requestClass, string? priority,
        string? kind, string? tag, string? snoozed, string? flag, string? due, [Microsoft.AspNetCore.Mvc.FromQuery] string[]? field, string? q, string? openedAfter, string? openedBefore, string? sort, string? after, string? limit, bool? count)
    {
        if (sort is not null && (!Enum.TryParse<TicketSort>(sort, true, out _) || !char.IsLetter(sort[0]))) return FilterErrors.SortUnknown.Problem();
        if (Error.Of(Moment(openedAfter, "openedAfter").Error, Moment(openedBefore, "openedBefore").Error, Rows(limit).Error) is { } wrong) return wrong.Problem();
        var filter = new TicketFilter
        {
            Status = status, Team = team, Assignee = assignee, Customer = customer, Service = service, Category = category, RequestClass = requestClass, Priority = priority,
            Fields = [.. field ?? [], .. from name in http.Request.Query.Keys where name.StartsWith(FieldModule.Prefix, StringComparison.Ordinal) select TicketFields.Condition(name, http.Request.Query[name].ToString())],
            Kind = kind, Tag = tag, Snoozed = snoozed, Flag = flag, Due = due, Q = q, OpenedAfter = Moment(openedAfter, "").Value, OpenedBefore = Moment(openedBefore, "").Value,
        };
        if (Csv.Wanted(http.Request)) return Import.ExportPages.Answer(await Import.ExportPages.Tickets(desk, call.Caller, filter));
        var asked = new ListTickets(filter, sort is null ? TicketSort.Opened : Enum.Parse<TicketSort>(sort, true), after, Rows(limit).Value) { Counted = count == true };
        if (!(await desk.Ask(asked, call.Caller)).Is(out var list, out var no)) return no.Problem();
        var fields = (await desk.Ask(new ListFields(), call.Caller)).Value!;
        return http.Listed([.. list.Rows.Select(t => TicketLine.Of(t, call.Caller, fields))], list.Next, list.Total);
    }

    // Before the year 1 a time can be written, and no database keeps it.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);

    private static Result<Instant?> Moment(string? text, string field) =>
        text.IsBlank ? new Result<Instant?>(null, null)
        : NodaTime.Text.InstantPattern.ExtendedIso.Parse(text!) is { Success: true } moment && moment.Value >= Earliest ? new Result<Instant?>(moment.Value, null)
        : FilterErrors.MomentInvalid.At(field);

    private static Result<int> Rows(string? limit) =>
        limit.IsBlank ? 50 : int.TryParse(limit, System.Globalization.CultureInfo.InvariantCulture, out var rows) ? rows : FilterErrors.LimitInvalid;

    private static Task<IResult> ShowOne(TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => Answer(new(ticket), call, desk, http);

    private static async Task<IResult> Change(TicketAt ticket, Body<ChangeTicketBody> body, WebCall call, Desk desk, HttpResponse http, HttpContext context)
    {
        var b = body.Value;
        var command = new ChangeTicket(ticket)
        {
            Title = b.Title, Description = b.Description, Customer = b.Customer?.Email, Callback = b.Callback, Impact = b.Impact, Urgency = b.Urgency,
            Category = b.Category, Service = b.Service, RequestClass = b.RequestClass, Team = b.Team, Tags = b.Tags is null ? null : [.. b.Tags], Priority = b.Priority?.Priority, PriorityReason = b.Priority?.Reason, Fields = FieldJson.Read(b.Fields),
        };
        return await Run(command, call, desk, http);
    }

    private static async Task<IResult> Journal(TicketAt ticket, WebCall call, Desk desk, HttpContext http) =>
        (await desk.Ask(new ShowTicket(ticket), call.Caller)).Is(out var view, out var no)
            ? http.Listed([.. view.Timeline.Select(e => new EntryJson(e.Position, e.At, new(e.ActorId.Value, e.Actor), e.Cause, e.Name, e.Sentence, JsonSerializer.SerializeToElement(e.Event, e.Event.GetType(), DeskJson.Options), e.On?.Number, e.Rule))], null)
            : no.Problem();

    private static async Task<IResult> Messages(TicketAt ticket, WebCall call, Desk desk, HttpContext http) =>
        (await desk.Ask(new ShowTicket(ticket), call.Caller)).Is(out var view, out var no) ? http.Listed([.. Said(view)], null) : no.Problem();

    private static async Task<IResult> Say(TicketAt ticket, Body<MessageBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        if (b.Visibility is null) return MessageErrors.VisibilityMissing.Problem();
        var kind = b.Kind ?? (b.Visibility == Visibility.Internal ? MessageKind.Note : MessageKind.Reply);
        var said = await desk.Do(new SayOnTicket(ticket, kind, b.Visibility.Value, b.Body) { Attachments = [.. b.Attachments ?? []], Promise = b.Promise }, call.Call);
        if (!said.Is(out var after, out var no)) return no.Problem();
        var view = (await desk.Ask(new ShowTicket(ticket), call.Caller)).Value!;
        return http.Made($"/api/v1/tickets/{after.Key}/messages", after.Version, Said(view).First(m => m.No == after.Messages && m.Ticket == after.Number));
    }

    private static IEnumerable<MessageJson> Said(TicketView view) =>
        from e in view.Timeline
        let m = e.Event as MessagePosted
        where m is not null
        select new MessageJson(m.No, m.Kind, m.Visibility, m.Body, new(e.ActorId.Value, e.Actor), e.At, [.. m.Files.Select(FileJson.Of)], e.On?.Number ?? view.Ticket.Number);

    internal static async Task<IResult> Answer(DescribeTicket asked, WebCall call, Desk desk, HttpResponse http, bool made = false)
    {
        if (!(await desk.Ask(asked, call.Caller)).Is(out var view, out var no)) return no.Problem();
        var categories = (await desk.Ask(new ListCategories(), call.Caller)).Value!;
        var json = TicketJson.Of(view, call.Caller, c => categories.FirstOrDefault(k => k.Id == c)?.Name);
        return made ? http.Made($"/api/v1/tickets/{json.Id}", json.Version, json) : http.Tagged(json.Version, json);
    }
}

public static class MessageErrors
{
    public static readonly Error VisibilityMissing = new(ErrorKind.Invalid, "message.visibility-missing", "Say whether it is public or internal.", "visibility");
}
