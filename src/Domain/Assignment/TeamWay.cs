using FirstContact.Tickets;

namespace FirstContact.Assignment;

/// <summary>How the tickets of one team find somebody. Whoever has set nothing does it by hand.</summary>
public sealed record TeamWay : IAggregate<TeamWay>
{
    public static string Subject => "team-way";

    public TeamId Id { get; init; }
    public int Version { get; init; }
    public WayDetails Details { get; init; } = WayDetails.Usual;

    public long Key => Id.Value;

    /// <summary>Whether the desk gives tickets out by itself.</summary>
    public bool IsAutomatic => Details.Way is AssignWay.RoundRobin or AssignWay.Balanced;

    public Decision Change(WayDetails to)
    {
        if (to.Wrong is { } no) return no;
        return to == Details ? Decision.Nothing : new WayChanged(Details, to);
    }

    public TeamWay Apply(Event happened, By by) => happened switch
    {
        WayChanged e => this with { Details = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"A team's way knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>Whether a ticket that asks for a skill waits for somebody who has it, or goes to another when none is there.</summary>
public enum SkillDemand { Preferred, Required }

/// <param name="Most">How many tickets a member has at once before the desk gives no more; tickets that wait do not count.</param>
/// <param name="Members">Those to whom another number applies.</param>
public sealed record WayDetails(AssignWay Way, int Most, SkillDemand Skill, Seq<MemberMost> Members)
{
    public const int MostAtOnce = 500;

    public static readonly WayDetails Usual = new(AssignWay.ByHand, 10, SkillDemand.Preferred, []);

    public int MostOf(PersonId person) => Members.FirstOrDefault(m => m.Person == person)?.Most ?? Most;

    internal Error? Wrong => Error.Of(
    [
        Most is < 1 or > MostAtOnce ? AssignmentErrors.MostInvalid : null,
        .. Members.Index().Select(m => m.Item.Most is < 0 or > MostAtOnce || Members.Take(m.Index).Any(o => o.Person == m.Item.Person) ? AssignmentErrors.MemberMostInvalid.At(Field(m.Index)) : null),
    ]);

    /// <summary>Where an error about one member belongs.</summary>
    public static string Field(int member) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"members[{member}].most");
}

/// <param name="Most">Nought for who is given nothing by the desk.</param>
public sealed record MemberMost(PersonId Person, int Most);
