using FirstContact.People;

namespace FirstContact.Majors;

/// <param name="Owner">By e-mail address or id.</param>
public sealed record FollowUpSaid(string? What, string? Owner, LocalDate? Due, bool Done = false);

/// <summary>Looks back at it when it is over: what happened, why, what went well, what is to become better.</summary>
public sealed record ReviewMajor(MajorId Id, string? Happened, string? Causes, string? Well, Seq<FollowUpSaid> FollowUps) : Command<MajorIncident>
{
    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override async Task<Result<MajorIncident>> Do(Work work)
    {
        var followUps = new List<FollowUp>();
        foreach (var said in FollowUps.Where(f => !f.What.IsBlank || !f.Owner.IsBlank))
            followUps.Add(new(said.What ?? "", said.Owner.IsBlank ? default : await FindPerson.Active(work.Read, said.Owner!.Trim()) ?? default, said.Due, said.Done));
        return await work.Majors.Change(Id.Value, m => m.LookBack(new(Happened ?? "", Causes ?? "", Well ?? "", [.. followUps])));
    }
}
