namespace FirstContact.Majors;

/// <summary>News for those whom it concerns; the next are promised by the rhythm.</summary>
public sealed record TellMajor(MajorId Id, string? Words) : Command<MajorIncident>
{
    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override Task<Result<MajorIncident>> Do(Work work) => work.Majors.Change(Id.Value, m => m.Tell(work.By, Words));
}
