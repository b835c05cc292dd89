using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <param name="Attained">Null when what was asked for could not be understood.</param>
/// <param name="Tickets">Whether the viewer may look at the tickets behind a figure.</param>
public sealed record TargetsModel(string? Team, TargetSpan Span, AttainedTargets? Attained, ComparedTeams? Teams, IReadOnlyList<Target> Retired, IReadOnlyList<string> TeamNames, bool Manages, bool Tickets, Error? Error = null)
{
    /// <summary>An address with what narrows the page, and more.</summary>
    public string At(string path, TargetSpan? span = null) =>
        $"{path}?period={ApiWord.Of(span ?? Span)}{(Team.IsBlank ? "" : $"&team={Uri.EscapeDataString(Team!)}")}";
}

public sealed record TargetModel(TargetView View, bool Manages, bool Tickets);

/// <param name="Target">What is changed; null while something new is typed.</param>
/// <param name="Typed">By the names of the fields.</param>
public sealed record TargetFormModel(Target? Target, Func<string, string?> Typed, int? Version, TargetChoices Choices, Error? Error = null);

/// <summary>What one may choose from.</summary>
public sealed record TargetChoices(IReadOnlyList<string> Teams, IReadOnlyList<string> Segments, IReadOnlyList<string> Services, IReadOnlyList<string> Categories, IReadOnlyList<string> Hours);

/// <summary>A word of ours as addresses, forms and programs write it.</summary>
internal static class ApiWord
{
    public static string Of<T>(T word) where T : struct, Enum => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];

    public static T? Read<T>(string? typed) where T : struct, Enum => Enum.TryParse<T>(typed, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsDigit(typed![0]) ? word : null;
}

/// <summary>Goals for people: the one picture, one goal, and the form that sets or changes one.</summary>
internal static class TargetPages
{
    public const string List = "/targets";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(List, Page);
        pages.MapGet("/targets.csv", async (string? team, WebCall call, Desk desk) => (await TargetTable.Goals(desk, call.Caller, team)).Is(out var csv, out var no) ? csv : no.Page());
        pages.MapGet("/targets/teams.csv", async (string? period, string? team, WebCall call, Desk desk) => (await TargetTable.Teams(desk, call.Caller, period, team)).Is(out var csv, out var no) ? csv : no.Page());
        pages.MapGet("/targets/definitions", (WebCall call, Frame frame) =>
        {
            frame.At = List;
            return call.Caller.May(TargetPermissions.See) ? Show.Page<TargetDefinitionsPage, IReadOnlyList<MeasureDefinition>>(StandardMeasures.All) : Errors.Forbidden.Page();
        });
        pages.MapGet("/targets/new", (WebCall call, Desk desk, Frame frame, Times times) =>
            Shown(null, new Dictionary<string, string?> { ["period"] = "month", ["since"] = Times.Field(times.ToDay.With(DateAdjusters.StartOfMonth)) }.GetValueOrDefault, null, call, desk, frame));
        pages.MapPost(List, async (Form form, WebCall call, Desk desk, Frame frame) => (await desk.Do(new SetTarget(Read(form)), call.Of(form))).Is(out var made, out var no) ? new SeeOther(At(made.Key)) : await Edit(null, form, call, desk, frame, no));
        pages.MapGet("/targets/{id:long}", async (long id, WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = List;
            return (await desk.Ask(new ShowTarget(new(id)), call.Caller)).Is(out var view, out var no) ? Show.Page<TargetPage, TargetModel>(new(view, call.Caller.May(TargetPermissions.Manage), call.Caller.May(TicketPermissions.SeeAll))) : no.Page();
        });
        pages.MapGet("/targets/{id:long}/form", (long id, WebCall call, Desk desk, Frame frame) => Edit(id, null, call, desk, frame));
        pages.MapPost("/targets/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame) => (await desk.Do(new ChangeTarget(new(id), Read(form)), call.Of(form))).Error is { } no ? await Edit(id, form, call, desk, frame, no) : new SeeOther(At(id)));
        pages.MapPost("/targets/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireTarget(new(id)), call, At(id)));
        pages.MapPost("/targets/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreTarget(new(id)), call, At(id)));
    }

    /// <summary>A time as it was typed: what is none becomes one that the rules refuse, and what is blank stays away.</summary>
    internal static Duration? Time(string? typed) => typed.IsBlank ? null : WorkingTime.Read(typed) ?? Duration.Zero;

    private static TargetSaid Read(Form form) => new(
        form.Word<StandardMeasure>("measure"), form["team"], form["segment"], form.Word<Channel>("channel"), form.Word<TicketKind>("kind"), form["service"], form["category"], Time(form["within"]), form["hours"],
        form.Number("percent"), form["period"] is null ? null : form.Word<TargetPeriod>("period"), form["since"] is null ? null : form.Day("since") ?? LocalDate.MinIsoValue, form["why"]);

    private static async Task<IResult> Page(string? team, string? period, WebCall call, Desk desk, Frame frame)
    {
        frame.At = List;
        if (!call.Caller.May(TargetPermissions.See)) return Errors.Forbidden.Page();
        var span = period.IsBlank ? TargetSpan.Month : ApiWord.Read<TargetSpan>(period);
        AttainedTargets? attained = null;
        ComparedTeams? teams = null;
        Error? wrong = span is null ? TargetErrors.SpanUnknown : null;
        if (wrong is null && (await desk.Ask(new ShowAttained(team), call.Caller)).Is(out attained, out wrong)) _ = (await desk.Ask(new CompareTeams(span!.Value, team), call.Caller)).Is(out teams, out wrong);
        var retired = (await desk.Ask(new ListTargets(), call.Caller)).Value?.Retired ?? [];
        return Show.Page<TargetsPage, TargetsModel>(new(team?.Trim(), span ?? TargetSpan.Month, attained, teams, retired, [.. ((await desk.Ask(new ListTeams(), call.Caller)).Value ?? []).Where(t => t.Active).Select(t => t.Name)],
            call.Caller.May(TargetPermissions.Manage), call.Caller.May(TicketPermissions.SeeAll), wrong), wrong?.Status() ?? 200);
    }

    private static async Task<IResult> Edit(long? id, Form? form, WebCall call, Desk desk, Frame frame, Error? no = null)
    {
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (id is not { } one) return await Shown(null, name => form![name], null, call, desk, frame, no);
        if (!(await desk.Ask(new ListTargets(), call.Caller)).Is(out var all, out var refused)) return refused.Page();
        if (all.Holding.Concat(all.Retired).FirstOrDefault(t => t.Key == one) is not { } target) return TargetErrors.NotFound.Page();
        return form is not null ? await Shown(target, name => form[name], form.Version, call, desk, frame, no) : await Shown(target, Typed(target.Terms).GetValueOrDefault, target.Version, call, desk, frame);
    }

    /// <summary>A goal as its form would hold it.</summary>
    internal static Dictionary<string, string?> Typed(TargetTerms t) => new()
    {
        ["measure"] = ApiWord.Of(t.Measure), ["team"] = t.For.Team?.Name, ["segment"] = t.For.Segment, ["channel"] = t.For.Channel is { } channel ? ApiWord.Of(channel) : null, ["kind"] = t.For.Kind is { } kind ? ApiWord.Of(kind) : null,
        ["service"] = t.For.Service?.Name, ["category"] = t.For.Category?.Name, ["within"] = t.Within is { } within ? ClauseWords.Time(within) : null, ["hours"] = t.Hours?.Name,
        ["percent"] = t.Percent.ToString(CultureInfo.InvariantCulture), ["period"] = ApiWord.Of(t.Period), ["since"] = Times.Field(t.Since), ["why"] = t.Why,
    };

    private static async Task<IResult> Shown(Target? target, Func<string, string?> typed, int? version, WebCall call, Desk desk, Frame frame, Error? no = null)
    {
        frame.At = List;
        var caller = call.Caller;
        if (!caller.May(TargetPermissions.Manage)) return Errors.Forbidden.Page();
        var choices = new TargetChoices(
            With(((await desk.Ask(new ListTeams(), caller)).Value ?? []).Where(t => t.Active).Select(t => t.Name), target?.Terms.For.Team?.Name),
            [.. ((await desk.Ask(new ListUnits(), caller)).Value ?? []).Select(u => u.Segment).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order()],
            With(((await desk.Ask(new ListServices(), caller)).Value ?? []).Where(s => s.Active).Select(s => s.Name), target?.Terms.For.Service?.Name),
            With(((await desk.Ask(new ListCategories(), caller)).Value ?? []).Where(c => c.Active).Select(c => c.Name), target?.Terms.For.Category?.Name),
            With(((await desk.Ask(new ListCalendars(), caller)).Value ?? []).Where(c => !c.Retired).Select(c => c.Name), target?.Terms.Hours?.Name));
        return Show.Page<TargetFormPage, TargetFormModel>(new(target, typed, version, choices, no), no?.Status() ?? 200);
    }

    // What is retired meanwhile stays where it stands.
    private static List<string> With(IEnumerable<string> names, string? now) => [.. now is null ? names : names.Append(now).Distinct()];
}
