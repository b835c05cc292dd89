namespace FirstContact.Majors;

/// <summary>A follow-up is done, or is not after all.</summary>
public sealed record TickFollowUpOfMajor(MajorId Id, int No, bool Done) : Command<MajorIncident>
{
    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override Task<Result<MajorIncident>> Do(Work work) => work.Majors.Change(Id.Value, m => m.Tick(No, Done));
}
