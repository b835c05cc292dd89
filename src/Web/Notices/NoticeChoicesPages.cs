using System.Globalization;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Notices;

/// <param name="Typed">What was typed and refused.</param>
/// <param name="Zone">The desk's own.</param>
public sealed record ChoicesModel(NoticeChoicesView View, string Zone, Form? Typed = null, Error? Error = null);

/// <summary>What one is told, for oneself.</summary>
internal static class NoticeChoicesPages
{
    public const string At = "/me/notices";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(At, (WebCall call, Desk desk, DateTimeZone zone) => Screen(call, desk, zone, null, null));
        pages.MapPost(At, async (Form form, WebCall call, Desk desk, DateTimeZone zone) =>
        {
            var view = (await desk.Ask(new ShowNoticeChoices(), call.Caller)).Value!;
            // What is locked, or not for this person, stands in no field and stays as it is.
            Seq<NoticeChoice> choices =
            [
                .. view.Settings.Choices.Choices.Where(c => !view.Kinds.Any(k => k.Kind == c.Kind) || view.Defaults.IsLocked(c.Kind, c.Channel)),
                .. Read(form, view.Kinds, (kind, channel) => !view.Defaults.IsLocked(kind.Kind, channel)),
            ];
            var command = new ChangeNoticeChoices([.. choices.Where(c => !view.Defaults.IsLocked(c.Kind, c.Channel))], form["hours"], form["rhythm"] is null ? null : Digest(form, zone), form.Instant("quietUntil", zone));
            return (await desk.Do(command, call.Of(form))).Error is { } no ? await Screen(call, desk, zone, form, no) : new SeeOther(At);
        });
    }

    /// <summary>The matrix as a form sends it: a list for each channel that can wait, a tick for each that cannot.</summary>
    internal static Seq<NoticeChoice> Read(Form form, IEnumerable<NoticeKind> kinds, Func<NoticeKind, NoticeChannel, bool> asked) =>
    [
        .. from kind in kinds
           from channel in ChannelTraits.All
           where asked(kind, channel.Channel)
           select new NoticeChoice(kind.Kind, channel.Channel, channel.Waits ? form.Word<Timing>(Field(kind, channel.Channel)) ?? Timing.Never : form.Ticked(Field(kind, channel.Channel)) ? Timing.AtOnce : Timing.Never),
    ];

    internal static DigestPlan Digest(Form form, DateTimeZone zone) => new(
        form.Word<Rhythm>("rhythm") ?? Rhythm.Daily, form.Word<IsoDayOfWeek>("day") ?? IsoDayOfWeek.Monday, Clock.Parse(form["at"] ?? "").TryGetValue(DigestPlan.Usual.At, out var at) ? at : DigestPlan.Usual.At, form["zone"] ?? zone.Id);

    internal static string Field(NoticeKind kind, NoticeChannel channel) => string.Create(CultureInfo.InvariantCulture, $"{channel.ToString().ToLowerInvariant()}-{kind.Kind.ToString().ToLowerInvariant()}");

    internal static string Said(LocalTime time) => Clock.Format(time);

    private static async Task<IResult> Screen(WebCall call, Desk desk, DateTimeZone zone, Form? typed, Error? no)
    {
        var view = (await desk.Ask(new ShowNoticeChoices(), call.Caller)).Value!;
        var model = new ChoicesModel(view, zone.Id, typed, no);
        return call.Caller.May(TicketPermissions.SeeAll) ? Show.Page<ChoicesPage, ChoicesModel>(model, no?.Status() ?? 200) : Show.Page<MyChoicesPage, ChoicesModel>(model, no?.Status() ?? 200);
    }
}
