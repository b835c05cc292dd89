using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>Some of the tickets, counted.</summary>
internal sealed class Part
{
    public int Tickets, Resolved, FirstContact, Handovers, Bounces, Overridden, ToP1;

    public void Add(MeasuredTicket ticket, bool atFirst, int bounces)
    {
        Tickets++;
        Handovers += ticket.Handovers;
        Bounces += bounces;
        if (ticket.Resolved) Resolved++;
        if (atFirst) FirstContact++;
        if (ticket.Overridden > 0) Overridden++;
        if (ticket.Overridden == Priority.Highest) ToP1++;
    }

    public Part With(Part other) => new()
    {
        Tickets = Tickets + other.Tickets, Resolved = Resolved + other.Resolved, FirstContact = FirstContact + other.FirstContact, Handovers = Handovers + other.Handovers,
        Bounces = Bounces + other.Bounces, Overridden = Overridden + other.Overridden, ToP1 = ToP1 + other.ToP1,
    };
}

/// <summary>The tickets that a team had.</summary>
internal sealed class Shares
{
    public readonly List<double> Hours = [];
    public int Tickets, Works, Silent, Waived, Again;

    public void Add(MeasuredTicket ticket)
    {
        Tickets++;
        if (ticket.Ending == Ending.Works) Works++;
        if (ticket.Ending == Ending.Silent) Silent++;
        if (ticket.Ending == Ending.Waived) Waived++;
        if (ticket.TakenUpAgain) Again++;
    }
}

/// <summary>The way from one team to another.</summary>
internal sealed class Flow
{
    public readonly int[] Ended = new int[Enum.GetValues<PassingEnd>().Length];
    public double Waited;
    public int Bounces, BouncesWorked, Judged, Complete, Helps;

    public PairFlow Made(Named<TeamId> from, Named<TeamId> to)
    {
        var (accepted, returned, moved) = (Ended[(int)PassingEnd.Accepted], Ended[(int)PassingEnd.Returned], Ended[(int)PassingEnd.Moved]);
        return new(from, to, Ended.Sum() - moved, accepted, returned, Ended[(int)PassingEnd.Withdrawn], Ended[(int)PassingEnd.Pending], moved,
            accepted + returned == 0 ? null : Waited / MeasuredTicket.Hour / (accepted + returned), Bounces, BouncesWorked)
        {
            Judged = Judged, Complete = Complete, Helps = Helps,
        };
    }
}
