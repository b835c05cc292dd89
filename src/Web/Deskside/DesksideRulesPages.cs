namespace FirstContact.Deskside;

public sealed record DesksideRulesModel(DesksideRules Now, string? Words, string? Hours, Error? Error = null);

/// <summary>What somebody is told who is led to the desk: read by all at the desk, changed by administrators.</summary>
internal static class DesksideRulesPages
{
    public const string At = "/settings/deskside";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/deskside", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/deskside", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeDesksideRules(new(form["words"] ?? "", form.Number("hours") ?? 0)), call.Of(form))).Error is { } no ? await Screen(desk, call, form, no) : new SeeOther(At));
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowDesksideRules(), call.Caller)).Is(out var now, out var refused)) return refused.Page();
        return Show.Page<DesksideRulesPage, DesksideRulesModel>(
            new(now, typed is null ? now.Values.Words : typed["words"], typed is null ? now.Values.Hours.ToString(System.Globalization.CultureInfo.InvariantCulture) : typed["hours"], no), no?.Status() ?? 200);
    }
}
