namespace FirstContact.People;

/// <summary>What would move if this record went into another one; what forbids it is said as the command would say it.</summary>
/// <param name="Into">Who would go on, by address or id.</param>
public sealed record PreviewPersonMerge(PersonId Id, string? Into) : IQuery<PersonMergePreview>
{
    public Permission Needs => PeoplePermissions.Manage;

    public async Task<Result<PersonMergePreview>> Ask(Question question)
    {
        var work = new Work(question.Read, new(question.Caller, "page"), question.Now, question.Catalogue);
        if (!(await MergePerson.Decide(work, Id, Into)).Is(out var merge, out var no)) return no;
        return (await question.Read.One($"""
            select (select count(*) from ticket where customer = @id), (select count(*) from ticket where customer = @id and status in ('New', 'InProgress', 'Waiting')),
              (select count(*) from ticket_person where person = @id and role = 'Watcher'), (select count(*) from session where person = @id and {Sessions.Live})
            """, r => new PersonMergePreview(merge.From, merge.Into, r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), ("@id", Id), ("@now", question.Now)))!;
    }
}

/// <param name="Open">Of the tickets, those that are open.</param>
/// <param name="Watched">Tickets of others on which it looks on.</param>
/// <param name="Sessions">Browsers and tokens that end.</param>
public sealed record PersonMergePreview(Person From, Person Into, long Tickets, long Open, long Watched, long Sessions)
{
    public string? Phone => Into.Phone is null ? From.Phone : null;
    public string? Title => Into.Title is null ? From.Title : null;
    public Named<UnitId>? Unit => Into.Unit is null ? From.Unit : null;
}
