namespace FirstContact.Tools;

public sealed record LaunchModel(LaunchSchemes Now, string Typed, Error? Error = null);

/// <summary>What links to tools may begin with: read by all at the desk, changed by administrators.</summary>
internal static class LaunchPages
{
    public const string At = "/settings/launch-schemes";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/launch-schemes", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/launch-schemes", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeLaunchSchemes([.. (form["schemes"] ?? "").Split('\n')]), call.Of(form))).Error is { } no ? await Screen(desk, call, form["schemes"] ?? "", no) : new SeeOther(At));
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, string? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        return (await desk.Ask(new ShowLaunchSchemes(), call.Caller)).Is(out var now, out var refused)
            ? Show.Page<LaunchPage, LaunchModel>(new(now, typed ?? string.Join('\n', now.Schemes), no), no?.Status() ?? 200) : refused.Page();
    }
}
