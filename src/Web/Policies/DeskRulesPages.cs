using System.Globalization;

namespace FirstContact.Policies;

public sealed record DeskRulesModel(DeskRules Rules, DeskRulesTyped Typed, Error? Error = null);

public sealed record DeskRulesTyped(string? Organisation, string? Phone, string? ReopenableDays, string? SilenceDays, string? UndoSeconds, string? LinkDays)
{
    public static DeskRulesTyped Of(Form form) => new(form["organisation"], form["phone"], form["reopenableDays"], form["silenceDays"], form["undoSeconds"], form["linkDays"]);

    public static DeskRulesTyped Of(DeskRuleValues v) => new(v.Organisation, v.Phone, v.ReopenableDays.ToString(CultureInfo.InvariantCulture), v.SilenceDays.ToString(CultureInfo.InvariantCulture), v.UndoSeconds.ToString(CultureInfo.InvariantCulture), v.LinkDays.ToString(CultureInfo.InvariantCulture));

    public DeskRuleValues Values => new(Organisation ?? "", Phone, Number(ReopenableDays), Number(SilenceDays), Number(UndoSeconds), Number(LinkDays));

    // What is no number is out of every range.
    private static int Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

internal static class DeskRulesPages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/desk", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/desk", async (Form form, WebCall call, Desk desk) =>
        {
            var typed = DeskRulesTyped.Of(form);
            var result = await desk.Do(new ChangeDeskRules(typed.Values), call.Of(form));
            return result.Error is { } no ? await Screen(desk, call, typed, no) : new SeeOther("/settings/desk");
        });
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, DeskRulesTyped? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        var rules = (await desk.Ask(new ShowDeskRules(), call.Caller)).Value!;
        return Show.Page<DeskRulesPage, DeskRulesModel>(new(rules, typed ?? DeskRulesTyped.Of(rules.Values), no), no?.Status() ?? 200);
    }
}
