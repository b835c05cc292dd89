using System.Data.Common;

namespace FirstContact.Deskside;

/// <summary>The only SQL that writes walk-ups.</summary>
public sealed class WalkUpStore(Work work) : Store<WalkUp>(work)
{
    internal const string Select = "select w.id, w.version, w.ticket, w.recorded_at, w.remind_at, w.seen_at, w.details from walk_up w";

    protected override string Table => "walk_up";
    protected override Error NotFound => DesksideErrors.NotFound;

    protected override WalkUp Blank(long id) => new() { Id = new(id) };

    protected override Task<WalkUp?> Find(long id) => Work.Read.One($"{Select} where w.id = @id", Fill, ("@id", id));

    protected override (string, object?)[] Row(WalkUp w) =>
    [
        ("ticket", w.Ticket), ("customer", w.Details.Customer?.Id), ("person", w.Details.By.Id), ("team", w.Details.Asked?.Id), ("redirected", w.Details.Redirected ? 1 : 0), ("at_desk", w.Details.AtDesk ? 1 : 0),
        ("recorded_at", w.RecordedAt), ("remind_at", w.RemindAt), ("seen_at", w.SeenAt), ("details", DeskJson.Write(w.Details)),
    ];

    internal static WalkUp Fill(DbDataReader r) => new()
    {
        Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Ticket = new(r.GetInt64(2)), RecordedAt = r.Instant(3), RemindAt = r.InstantOrNull(4), SeenAt = r.InstantOrNull(5),
        Details = DeskJson.Read<WalkUpDetails>(r.GetString(6)),
    };
}
