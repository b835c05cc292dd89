namespace FirstContact.Notices;

/// <summary>How people are told until they choose, and where they may not.</summary>
public sealed record ChangeNoticeDefaults(NoticeDefaultValues To) : Command<NoticeDefaults>
{
    public override Permission Needs => NoticePermissions.Manage;

    protected override Store<NoticeDefaults> StoreOf(Work work) => work.NoticeDefaults;

    public override Task<Result<NoticeDefaults>> Do(Work work) => work.NoticeDefaults.Change(d => d.Change(To, DateTimeZoneProviders.Tzdb));
}

public sealed record ShowNoticeDefaults : IQuery<NoticeDefaults>
{
    public Permission Needs => NoticePermissions.Manage;

    public async Task<Result<NoticeDefaults>> Ask(Question question) => await question.Read.NoticeDefaults();
}
