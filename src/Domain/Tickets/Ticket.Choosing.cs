namespace FirstContact.Tickets;

/// <summary>Who the desk, or whoever asked for the next one, found for it, and why; or why nobody could be found.</summary>
public sealed partial record Ticket
{
    /// <summary>Why its owner was chosen; null when somebody simply gave or took it.</summary>
    public ChosenWhy? Chosen { get; init; }

    /// <summary>Why it is left with its team; null when nobody was looked for, or somebody was found.</summary>
    public LeftWhy? Left { get; init; }

    /// <summary>New work, or work taken up again: what waits needs nobody now, and what is being handed over stays with whoever had it.</summary>
    public bool WantsSomebody => (Status is TicketStatus.New or TicketStatus.InProgress) && Hands.Pending is null;

    public Decision GiveTo(Named<PersonId>? from, Named<PersonId> to, ChosenWhy why) => this switch
    {
        { WantsSomebody: false } => Decision.Nothing,
        _ when to.Id == Assignee => Decision.Nothing,
        _ => (Event[])[new TicketAssigned(from, to), new AssigneeChosen(to, why)],
    };

    /// <summary>Told once, and again only when the reason is another.</summary>
    public Decision LeaveWithTeam(LeftWhy why) => !WantsSomebody || Assignee is not null || why == Left ? Decision.Nothing : new LeftWithTeam(why);

    private Ticket? Choosing(Event happened) => happened switch
    {
        TicketAssigned e => this with { Assignee = e.To?.Id, Chosen = null, Left = null },
        TicketMoved e => this with { Team = e.To.Id, Assignee = null, Chosen = null, Left = null },
        AssigneeChosen e => this with { Chosen = e.Why },
        LeftWithTeam e => this with { Left = e.Why },
        _ => null,
    };
}

/// <summary>How the tickets of a team find somebody: given and taken by hand, asked for one by one, or given by the desk.</summary>
public enum AssignWay { ByHand, PullNext, RoundRobin, Balanced }

/// <summary>The figures of a choice as they were when it was made.</summary>
/// <param name="Of">How many it was among: people who were there and had room; for whoever asked, tickets that suited.</param>
/// <param name="All">How many there are in all: members of the team; for whoever asked, tickets that nobody had.</param>
public sealed record ChosenWhy(AssignWay Way, int Of, int All)
{
    /// <summary>What the ticket asks for.</summary>
    public string? Skill { get; init; }

    /// <summary>Whether who was chosen has it.</summary>
    public bool Skilled { get; init; }

    /// <summary>How many tickets the chosen one had, and how many he takes at most.</summary>
    public int Tickets { get; init; }

    public int? Most { get; init; }
}

public enum LeftBecause { NobodyThere, NobodyTakes, NobodyAtWork, NobodySkilled, AllFull, NobodyElse }

/// <param name="Until">When somebody is there again; null when that cannot be said.</param>
public sealed record LeftWhy(Named<TeamId> Team, LeftBecause Because, Instant? Until = null, string? Skill = null);

/// <summary>Stands behind the assignment that it explains; for agents alone.</summary>
public sealed record AssigneeChosen(Named<PersonId> To, ChosenWhy Why) : Event;

/// <summary>The desk looked for somebody and found nobody.</summary>
public sealed record LeftWithTeam(LeftWhy Why) : Event;
