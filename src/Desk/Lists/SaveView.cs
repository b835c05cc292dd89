using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>Keeps a list under a name: a new one, or one's own with new words.</summary>
/// <param name="Id">The view to change; null for a new one.</param>
/// <param name="Team">By name or id, when it is shared with one.</param>
/// <param name="Conditions">Filter and sort as in the queue's address.</param>
public sealed record SaveView(ViewId? Id, string? Name, Sharing Sharing, string? Team, Seq<Condition> Conditions, Seq<string> Columns, string? GroupBy) : Command<View>
{
    public override Permission Needs => TicketPermissions.SeeAll;

    protected override Store<View> StoreOf(Work work) => work.Views;

    public override async Task<Result<View>> Do(Work work)
    {
        var team = Team.IsBlank ? null : (await work.Read.Teams()).Named(Team);
        var owner = Id is { } known && (await work.Views.Load(known.Value)).Value is { } view ? view.Owner : work.By.Person;
        var taken = (await work.Read.Views()).Any(v => v.Owner == owner && v.Id != Id && string.Equals(v.Name, Name?.Trim(), StringComparison.OrdinalIgnoreCase));
        var fields = (await work.Read.Fields()).Select(f => FieldModule.Column(f.Name)).ToHashSet();
        Seq<Condition> conditions = [.. Conditions.Select(ListAddress.Plain)];
        if (Error.Of(
            taken ? ListErrors.NameTaken : null,
            Sharing == Sharing.Team && !Team.IsBlank && team is null ? ListErrors.TeamUnknown : null,
            conditions.Any(c => !ListAddress.Knows(c.Name)) ? ListErrors.ConditionUnknown : null,
            (await ListAddress.Filter(conditions).Where(work.Question)).Error,
            Columns.Any(c => !ListColumns.Names.Contains(c) && !fields.Contains(c)) ? ListErrors.ColumnUnknown : null,
            GroupBy is not null && !ListColumns.Groups.Contains(GroupBy) ? ListErrors.GroupUnknown : null) is { } no) return no;

        var details = new ViewDetails(Name ?? "", Sharing, team?.Named, conditions, Columns, GroupBy);
        return Id is { } id
            ? await work.Views.Change(id.Value, v => v.Change(work.By.Person, work.Caller.May(ListPermissions.Tidy), details))
            : await work.Views.Create(View.Save(work.By.Person, details));
    }
}
