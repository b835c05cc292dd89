namespace FirstContact.Calendars;

public sealed record ListCalendars : IQuery<IReadOnlyList<BusinessCalendar>>
{
    public Permission Needs => CalendarPermissions.See;

    public async Task<Result<IReadOnlyList<BusinessCalendar>>> Ask(Question question) => new(await question.Read.Calendars(), null);
}
