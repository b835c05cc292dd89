using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>How the caller wants to be told, and what there is to choose.</summary>
public sealed record ShowNoticeChoices : IQuery<NoticeChoicesView>
{
    public Permission Needs => Permission.SignedIn;

    public async Task<Result<NoticeChoicesView>> Ask(Question question)
    {
        var (read, me) = (question.Read, question.Caller);
        var settings = await NoticeStore.Find(read, me.Person) ?? new NoticeSettings { Id = me.Person };
        var muted = settings.Muted.Count == 0 ? [] : await read.List(
            $"select t.id, t.kind, t.title from ticket t where t.id {read.Database.IsAmong("@ids")} and {TicketStore.Visible(me)} order by t.id desc",
            r => new MutedTicket(TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2)), ("@ids", read.Database.Ids(settings.Muted.Select(m => m.Value))), ("@me", me.Person));
        return new NoticeChoicesView(settings, await read.NoticeDefaults(), me.May(TicketPermissions.SeeAll), [.. (await read.Calendars()).Where(c => !c.Retired || c.Id == settings.Choices.Hours?.Id)], muted);
    }
}

public sealed record MutedTicket(string Number, string Title);

/// <param name="Serves">Whether the caller sees all tickets; others have less to choose.</param>
public sealed record NoticeChoicesView(NoticeSettings Settings, NoticeDefaults Defaults, bool Serves, IReadOnlyList<BusinessCalendar> Calendars, IReadOnlyList<MutedTicket> Muted)
{
    public IEnumerable<NoticeKind> Kinds => NoticeKind.All.Where(k => k.For(Serves));

    /// <summary>As it is for him now.</summary>
    public Timing Now(NoticeKind kind, NoticeChannel channel) =>
        Defaults.IsLocked(kind.Kind, channel) ? Defaults.Of(kind.Kind, channel) : Settings.Choices.Of(kind.Kind, channel) ?? Defaults.Of(kind.Kind, channel);
}
