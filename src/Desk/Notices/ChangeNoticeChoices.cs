using FirstContact.Calendars;
using FirstContact.People;

namespace FirstContact.Notices;

/// <summary>How one wants to be told oneself.</summary>
/// <param name="Hours">A calendar by name or id; blank for any time.</param>
/// <param name="Digest">Null for when the desk gathers.</param>
public sealed record ChangeNoticeChoices(Seq<NoticeChoice> Choices, string? Hours, DigestPlan? Digest, Instant? QuietUntil) : Command<NoticeSettings>
{
    public override Permission Needs => Permission.SignedIn;

    protected override Store<NoticeSettings> StoreOf(Work work) => work.Notices;

    public override async Task<Result<NoticeSettings>> Do(Work work)
    {
        var defaults = await work.Read.NoticeDefaults();
        var calendars = await work.Read.Calendars();
        var hours = Hours.IsBlank ? null : calendars.FirstOrDefault(c => string.Equals(c.Name, Hours!.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(Hours) == c.Key);
        var unknown = !Hours.IsBlank && hours is null ? NoticeErrors.CalendarUnknown : null;
        var to = new NoticeChoices(Choices, hours?.Named, Digest, QuietUntil);
        if (unknown is not null) return Error.Of([unknown, .. new NoticeSettings { Choices = to with { QuietUntil = null } }.Choose(work.By, to, defaults, DateTimeZoneProviders.Tzdb).Error?.All ?? []])!;
        return await work.Notices.Change(work.By.Person, s => s.Choose(work.By, to, defaults, DateTimeZoneProviders.Tzdb));
    }
}
