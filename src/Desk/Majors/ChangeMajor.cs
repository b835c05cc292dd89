namespace FirstContact.Majors;

/// <summary>Another leads, they meet elsewhere, more services are concerned, or news come at another rhythm.</summary>
public sealed record ChangeMajor(MajorId Id, MajorSaid Said) : Command<MajorIncident>
{
    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override async Task<Result<MajorIncident>> Do(Work work)
    {
        if (!(await work.Majors.Load(Id.Value)).Is(out var before, out var missing)) return missing;
        var (details, wrong) = await DeclareMajor.Sound(work, Said);
        var decision = before.Change(details);
        if (Error.Of([.. wrong, .. (decision.Error?.All ?? []).Where(e => e.Field is null || wrong.All(w => w.Field != e.Field))]) is { } no) return no;
        if (!(await work.Majors.Change(Id.Value, m => m.Change(details))).Is(out var major, out var refused)) return refused;
        if (before.Details.Services != major.Details.Services) work.Write(DeclareMajor.Parts(major));
        return major;
    }
}
