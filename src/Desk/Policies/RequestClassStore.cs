namespace FirstContact.Policies;

/// <summary>The only SQL that writes classes.</summary>
public sealed class RequestClassStore(Work work) : Store<RequestClass>(work)
{
    protected override string Table => "request_class";
    protected override Error NotFound => PolicyErrors.ClassNotFound;

    protected override RequestClass Blank(long id) => new() { Id = new(id) };

    protected override async Task<RequestClass?> Find(long id) => await Work.Read.One($"{ClassRow.Select} where id = @id", ClassRow.From, ("@id", id)) is { } row
        ? new() { Id = row.Id, Version = row.Version, Details = row.Details, Active = row.Active }
        : null;

    protected override (string, object?)[] Row(RequestClass c) =>
    [
        ("name", c.Name), ("purpose", c.Details.Purpose), ("approval", c.Details.Approval), ("longest_minutes", c.Details.LongestMinutes),
        ("baseline_after_days", c.Details.BaselineAfterDays), ("at_once", c.Details.AtOnce ? 1 : 0), ("charged", c.Details.Charged ? 1 : 0), ("active", c.Active ? 1 : 0),
    ];
}
