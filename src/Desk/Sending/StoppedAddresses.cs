namespace FirstContact.Sending;

/// <summary>The only SQL that writes addresses that mail does not reach.</summary>
public sealed class StoppedAddresses(Work work) : Store<StoppedAddress>(work)
{
    internal const string Select = "select id, version, address, why, letter, stopped_at, stopped from stopped_address";

    protected override string Table => "stopped_address";
    protected override Error NotFound => SendingErrors.AddressNotStopped;

    protected override StoppedAddress Blank(long id) => new() { Id = new(id) };

    protected override Task<StoppedAddress?> Find(long id) => Work.Read.One($"{Select} where id = @id", Of, ("@id", id));

    public Task<StoppedAddress?> Find(string address) => Work.Read.One($"{Select} where address = @address", Of, ("@address", address.Trim().ToLowerInvariant()));

    protected override (string, object?)[] Row(StoppedAddress s) => [("address", s.Address), ("why", s.Why), ("letter", s.Letter), ("stopped_at", s.StoppedAt), ("stopped", s.Stopped ? 1 : 0)];

    internal static StoppedAddress Of(System.Data.Common.DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Address = r.GetString(2), Why = r.GetString(3), Letter = r.NumberOrNull(4), StoppedAt = r.Instant(5), Stopped = r.Flag(6),
    };
}
