namespace FirstContact.Majors;

/// <summary>It works again; those whom it concerned are told so.</summary>
public sealed record EndMajor(MajorId Id, string? Words) : Command<MajorIncident>
{
    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override Task<Result<MajorIncident>> Do(Work work) => work.Majors.Change(Id.Value, m => m.End(work.By, Words));
}
