using System.Globalization;

namespace FirstContact.Sending;

/// <param name="Server">Its place, without what is secret; null when none is set.</param>
public sealed record SendingModel(string? Server, string From, string? Signs, LetterState? State, LetterList List, IReadOnlyList<StoppedAddress> Stopped, Error? Error = null);

/// <summary>What is sent, for people: the log, a test, sending again, and addresses that mail does not reach.</summary>
internal static class SendingPages
{
    public const string Home = "/settings/sending";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/sending", (string? state, string? after, WebCall call, Desk desk, SendingSettings mail) => Screen(state, after, call, desk, mail));
        settings.MapPost("/sending/test", async (Form form, WebCall call, Desk desk, SendingSettings mail) =>
            (await desk.Do(new SendTestLetter(mail.Server is not null), call.Of(form))).Error is { } no ? await Screen(null, null, call, desk, mail, no) : new SeeOther(Home));
        settings.MapPost("/sending/{letter:long}/again", (long letter, WebCall call, Desk desk) => desk.Press(new ResendLetter(letter), call, Home));
        settings.MapPost("/sending/{letter:long}/back", (long letter, WebCall call, Desk desk) => desk.Press(new TakeBackLetter(letter), call, Home));
        settings.MapPost("/sending/clear", (Form form, WebCall call, Desk desk) => desk.Press(new ClearAddress(form["address"] ?? ""), call, Home));
    }

    private static async Task<IResult> Screen(string? state, string? after, WebCall call, Desk desk, SendingSettings mail, Error? error = null)
    {
        var shown = Enum.TryParse<LetterState>(state, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : (LetterState?)null;
        if (!(await desk.Ask(new ListLetters(shown, after), call.Caller)).Is(out var list, out var no)) return no.Page();
        var stopped = (await desk.Ask(new ListStoppedAddresses(), call.Caller)).Value ?? [];
        return Show.Page<SendingPage, SendingModel>(new(mail.Server is { } server ? string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}") : null, mail.From.Address, mail.Dkim?.Domain, shown, list, stopped, error), error?.Status() ?? 200);
    }
}
