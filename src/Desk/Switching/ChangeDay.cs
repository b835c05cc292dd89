namespace FirstContact.Switching;

/// <summary>Says anew what is offered; whoever has booked is told.</summary>
public sealed record ChangeDay(SwitchDayId Id, DaySaid Said) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if (!(await Keeping.Load(work, Id)).Is(out var day, out var no)) return no;
        var moved = day.Details with { Date = Said.Date ?? default, Part = Said.Part };
        var others = new List<Standing>();
        if (moved != day.Details) foreach (var guest in day.Guests) others.Add(await work.Read.Standing(guest.Person.Id, moved, Id));
        var decision = await OfferDay.Sound(work, Said, Id, (d, host) => day.Change(d, work.Today, host, others));
        return await work.SwitchDays.Change(Id.Value, _ => decision);
    }
}
