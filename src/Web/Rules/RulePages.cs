using System.Globalization;
using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Rules;

public sealed record RulesModel(IReadOnlyList<RuleLine> Lines);

/// <param name="View">What is changed; null while something new is typed.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Trial">What it would have done, when that was asked.</param>
public sealed record RuleModel(RuleView? View, IReadOnlyList<string> Triggers, Choices Choices, IReadOnlyList<WebhookRow> Webhooks, Form Typed, string Zone, Error? Error = null, RuleTrial? Trial = null);

/// <summary>Rules for people: a list in the order in which they run, one page that builds and tries them, and what each has done.</summary>
internal static class RulePages
{
    private const string List = "/settings/rules";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/rules", async (WebCall call, Desk desk) =>
            (await desk.Ask(new ListRules(), call.Caller)).Is(out var lines, out var no) ? Show.Page<RulesPage, RulesModel>(new(lines)) : no.Page());
        settings.MapGet("/rules/new", (WebCall call, Desk desk, DateTimeZone zone) => Screen(desk, call, zone, null, null));
        settings.MapPost("/rules", Add);
        settings.MapPost("/rules/trial", Try);
        settings.MapGet("/rules/{id:long}", (long id, WebCall call, Desk desk, DateTimeZone zone) => Screen(desk, call, zone, id, null));
        settings.MapPost("/rules/{id:long}", Change);
        settings.MapGet("/rules/{id:long}/runs", async (long id, string? after, WebCall call, Desk desk) =>
            (await desk.Ask(new ListRuleRuns(new(id), after), call.Caller)).Is(out var runs, out var no) ? Show.Page<RuleRunsPage, RuleRunList>(runs) : no.Page());
        settings.MapPost("/rules/{id:long}/on", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOnRule(new(id)), call, At(id)));
        settings.MapPost("/rules/{id:long}/off", (long id, WebCall call, Desk desk) => desk.Press(new SwitchOffRule(new(id)), call, At(id)));
        settings.MapPost("/rules/{id:long}/up", (long id, WebCall call, Desk desk) => desk.Press(new MoveRule(new(id), Up: true), call, List));
        settings.MapPost("/rules/{id:long}/down", (long id, WebCall call, Desk desk) => desk.Press(new MoveRule(new(id), Up: false), call, List));
        settings.MapPost("/rules/{id:long}/removal", (long id, WebCall call, Desk desk) => desk.Press(new RemoveRule(new(id)), call, List));
        settings.MapPost("/rules/{id:long}/copy", async (long id, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new CopyRule(new(id)), call.Of(form))).Is(out var copy, out var no) ? new SeeOther(At(copy.Key)) : no.Page());
    }

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk, DateTimeZone zone)
    {
        var result = await desk.Do(new AddRule(RuleForm.Read(form, zone)), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, zone, null, form, no) : new SeeOther(List);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk, DateTimeZone zone)
    {
        var result = await desk.Do(new ChangeRule(new(id), RuleForm.Read(form, zone)), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, zone, id, form, no) : new SeeOther(List);
    }

    /// <summary>Answers with the page as it was typed, and what it would have done below; nothing is kept.</summary>
    private static async Task<IResult> Try(Form form, WebCall call, Desk desk, DateTimeZone zone)
    {
        var self = long.TryParse(form["rule"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var trial = await desk.Ask(new TrialRule(RuleForm.Read(form, zone), self is { } known ? new RuleId(known) : null), call.Caller);
        return await Screen(desk, call, zone, self, form, trial.Error, trial.Value);
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, DateTimeZone zone, long? id, Form? typed, Error? no = null, RuleTrial? trial = null)
    {
        RuleView? view = null;
        if (id is { } known && !(await desk.Ask(new ShowRule(new(known)), call.Caller)).Is(out view, out var missing)) return missing.Page();
        if (id is null && !call.Caller.May(RulePermissions.Manage) || no?.Kind == ErrorKind.Forbidden) return Errors.Forbidden.Page();
        var webhooks = (await desk.Ask(new ListWebhooks(), call.Caller)).Value ?? [];
        var form = typed ?? (view is null ? RuleForm.Of(new("", new(TriggerKind.Event), [], [])) : RuleForm.Of(view.Line.Told));
        return Show.Page<RulePage, RuleModel>(
            new(view, [.. DeskModule.Catalogue.Triggers], await Choices.Ask(desk, call.Caller), [.. webhooks.Select(w => w.Row)], form, form["when.zone"] ?? zone.Id, ActionForm.At(no, form, RuleForm.List), trial), no?.Status() ?? 200);
    }
}
