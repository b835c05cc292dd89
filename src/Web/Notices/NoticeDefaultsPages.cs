namespace FirstContact.Notices;

public sealed record NoticeDefaultsModel(NoticeDefaults Defaults, string Zone, Form? Typed = null, Error? Error = null);

/// <summary>What holds until somebody chooses, for administrators.</summary>
internal static class NoticeDefaultsPages
{
    private const string At = "/settings/notices";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/notices", (WebCall call, Desk desk, DateTimeZone zone) => Screen(call, desk, zone, null, null));
        settings.MapPost("/notices", async (Form form, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            var command = new ChangeNoticeDefaults(new(NoticeChoicesPages.Read(form, NoticeKind.All, (_, _) => true), Locks(form), NoticeChoicesPages.Digest(form, zone)));
            return (await desk.Do(command, call.Of(form))).Error is { } no ? await Screen(call, desk, zone, form, no) : new SeeOther(At);
        });
    }

    internal static Seq<NoticeLock> Locks(Form form) =>
        [.. from kind in NoticeKind.All from channel in ChannelTraits.All where form.Ticked($"lock-{NoticeChoicesPages.Field(kind, channel.Channel)}") select new NoticeLock(kind.Kind, channel.Channel)];

    private static async Task<IResult> Screen(WebCall call, Desk desk, DateTimeZone zone, Form? typed, Error? no) =>
        no?.Kind == ErrorKind.Forbidden ? no.Page()
        : (await desk.Ask(new ShowNoticeDefaults(), call.Caller)).Is(out var defaults, out var refused) ? Show.Page<NoticeDefaultsPage, NoticeDefaultsModel>(new(defaults, zone.Id, typed, no), no?.Status() ?? 200) : refused.Page();
}
