using FirstContact.People;

namespace FirstContact.Exceptions;

/// <summary>What is said of a rule or process, as people name it.</summary>
/// <param name="Owner">By e-mail address.</param>
public sealed record ProcessSaid(string? Name, string? Why, string? Owner);

public sealed record AddProcess(ProcessSaid Said) : Command<Process>
{
    public override Permission Needs => ExceptionPermissions.Manage;

    protected override Store<Process> StoreOf(Work work) => work.Processes;

    public override async Task<Result<Process>> Do(Work work) =>
        (await Sound(work, Said, null, null, Process.Add)).Is(out var details, out var no) ? await work.Processes.Create(Process.Add(details)) : no;

    /// <param name="now">Who has owned it so far: whoever has left meanwhile hinders no other change.</param>
    internal static async Task<Result<ProcessDetails>> Sound(Work work, ProcessSaid said, ProcessId? self, Named<PersonId>? now, Func<ProcessDetails, Decision> verb)
    {
        var owner = await FindPerson.ByAny(work.Read, said.Owner) is { } found && (found.Id == now?.Id || await Serves(work.Read, found.Id)) ? found : (Named<PersonId>?)null;
        var details = new ProcessDetails(said.Name ?? "", said.Why ?? "", owner ?? default);
        return Error.Of(
        [
            .. verb(details).Error?.All ?? [],
            (await work.Read.Processes()).Any(p => p.Process.Id != self && string.Equals(p.Process.Name, details.Name.Trim(), StringComparison.OrdinalIgnoreCase)) ? ExceptionErrors.NameTaken : null,
            owner is null ? ExceptionErrors.OwnerUnknown : null,
        ]) is { } wrong ? wrong : details;
    }

    private static async Task<bool> Serves(Reader read, PersonId id) =>
        await FindPerson.ById(read, id) is not null && (await FindPerson.Roles(read, id)).Any(r => ExceptionPermissions.Granted.Contains((r, ExceptionPermissions.See)));
}
