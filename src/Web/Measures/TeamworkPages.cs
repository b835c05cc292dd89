using System.Globalization;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <param name="Figures">Null when what was asked for could not be understood.</param>
public sealed record TeamworkModel(TeamworkAsked Asked, Teamwork? Figures, IReadOnlyList<string> Teams, IReadOnlyList<string> Services, IReadOnlyList<string> Segments, Error? Error = null);

public sealed record BehindModel(TeamworkAsked Asked, BehindList List, string Heading, IReadOnlyList<(string, object?)> More);

public sealed record OwnFaultsModel(OwnFaults Own);

/// <summary>How work moves between teams, for people: the page, the tickets behind each number, what each number means, and what concerns oneself.</summary>
internal static class TeamworkPages
{
    private static readonly Period Usual = Period.FromMonths(12);

    public static void Map(IEndpointRouteBuilder pages)
    {
        var teamwork = pages.MapGroup("/teamwork").RequireAuthorization();
        teamwork.MapGet("", Page);
        teamwork.MapGet("/definitions", (WebCall call) => call.Caller.May(MeasurePermissions.See) ? Show.Page<DefinitionsPage, IReadOnlyList<Definition>>(Definitions.All) : Errors.Forbidden.Page());
        teamwork.MapGet("/mine", async (WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = "/teamwork";
            return (await desk.Ask(new ListOwnFaults(), call.Caller)).Is(out var own, out var no) ? Show.Page<OwnFaultsPage, OwnFaultsModel>(new(own)) : no.Page();
        });
        teamwork.MapGet("/{measure}", Behind);
        pages.MapGet("/teamwork.csv", async (HttpRequest request, WebCall call, Desk desk, DateTimeZone zone) => (await TeamworkTable.Of(desk, call.Caller, TeamworkAsked.Of(request.Query), zone)).Is(out var csv, out var no) ? csv : no.Page()).RequireAuthorization();
    }

    private static async Task<IResult> Page(HttpRequest request, WebCall call, Desk desk, Frame frame, Times times)
    {
        if (!call.Caller.May(MeasurePermissions.See)) return Errors.Forbidden.Page();
        frame.At = "/teamwork";
        var asked = TeamworkAsked.Of(request.Query);
        // Whoever comes without a question means the last twelve months.
        if (!TeamworkAsked.Names.Any(request.Query.ContainsKey)) asked = asked with { From = Times.Field(times.ToDay - Usual) };
        Error? wrong = null;
        Teamwork? figures = null;
        if (asked.Filter(times.Zone).Is(out var filter, out wrong)) _ = (await desk.Ask(new ShowTeamwork(filter), call.Caller)).Is(out figures, out wrong);
        return Show.Page<TeamworkPage, TeamworkModel>(new(
            asked, figures, TeamsOf((await desk.Ask(new ListTeams(), call.Caller)).Value ?? [], figures), [.. ((await desk.Ask(new ListServices(), call.Caller)).Value ?? []).Select(s => s.Name)],
            [.. ((await desk.Ask(new ListUnits(), call.Caller)).Value ?? []).Select(u => u.Segment).Where(s => s.Length > 0).Distinct().Order()], wrong), wrong?.Status() ?? 200);
    }

    // Those that work here, and those whose past is in the figures.
    private static List<string> TeamsOf(IReadOnlyList<TeamRow> teams, Teamwork? figures)
    {
        var counted = figures?.Shared.Select(s => s.Team.Id).ToHashSet() ?? [];
        return [.. teams.Where(t => t.Active || counted.Contains(t.Id)).Select(t => t.Name)];
    }

    private static async Task<IResult> Behind(string measure, HttpRequest request, WebCall call, Desk desk, Frame frame, DateTimeZone zone)
    {
        frame.At = "/teamwork";
        var asked = TeamworkAsked.Of(request.Query);
        if (!asked.Filter(zone).Is(out var filter, out var unclear)) return unclear.Page();
        if (!(await desk.Ask(Query(measure, filter, request.Query), call.Caller)).Is(out var list, out var no)) return no.Page();
        var more = Narrowing.Where(n => !request.Query[n].ToString().IsBlank).Select(n => (n, (object?)request.Query[n].ToString())).ToList();
        return Show.Page<BehindPage, BehindModel>(new(asked, list, list.Definition.Title, more));
    }

    private static readonly string[] Narrowing = ["fromTeam", "toTeam", "counts", "handovers", "unit"];

    internal static TicketsBehind Query(string measure, TeamworkFilter filter, IQueryCollection query) => new(measure, filter, query["after"].ToString() is { Length: > 0 } after ? after : null, Number(query, "limit") is { } limit ? (int)Math.Min(limit, int.MaxValue) : 50)
    {
        From = Number(query, "fromTeam") is { } from ? new(from) : null, To = Number(query, "toTeam") is { } to ? new(to) : null, Counts = Number(query, "counts") is { } counts ? new(counts) : null,
        Handovers = (int?)Number(query, "handovers"), Unit = Number(query, "unit") is { } unit ? new(unit) : null,
    };

    private static long? Number(IQueryCollection query, string name) => long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
