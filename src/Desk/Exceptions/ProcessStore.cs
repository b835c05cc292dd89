using System.Data.Common;

namespace FirstContact.Exceptions;

/// <summary>The only SQL that writes rules and processes.</summary>
public sealed class ProcessStore(Work work) : Store<Process>(work)
{
    private const string Select = "select c.id, c.version, c.name, c.why, c.owner, p.name, c.active, p.active from process c join person p on p.id = c.owner";

    protected override string Table => "process";
    protected override Error NotFound => ExceptionErrors.ProcessNotFound;

    protected override Process Blank(long id) => new() { Id = new(id) };

    protected override Task<Process?> Find(long id) => Work.Read.One($"{Select} where c.id = @id", Of, ("@id", id));

    internal static async Task<IReadOnlyList<OwnedProcess>> All(Reader read) => await read.List($"{Select} order by lower(c.name), c.id", r => new OwnedProcess(Of(r), r.Flag(7)));

    protected override (string, object?)[] Row(Process p) => [("name", p.Name), ("owner", p.Details.Owner.Id), ("why", p.Details.Why), ("active", p.Active ? 1 : 0)];

    private static Process Of(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Details = new(r.GetString(2), r.GetString(3), new(new(r.GetInt64(4)), r.GetString(5))), Active = r.Flag(6),
    };
}
