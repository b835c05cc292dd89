namespace FirstContact.Agreements;

/// <summary>Whether the desk promises something to whom it serves, two teams to each other, or a supplier to the desk.</summary>
public enum AgreementKind { Service, Operational, Underpinning }

/// <summary>Who may stand on a side. Everyone: all who are served, and all teams in an agreement between teams.</summary>
public enum PartyKind { Desk, Everyone, Segment, Unit, Team, Supplier }

/// <summary>Of the two who agree: who serves, and who is served.</summary>
public enum Side { Provider, Receiver }

/// <param name="Id">Of the unit, the team or the supplier; 0 for the others.</param>
/// <param name="Name">As it was when it was written down; a segment is known by nothing else.</param>
public sealed record Party(PartyKind Kind, long Id, string Name)
{
    public static readonly Party Desk = new(PartyKind.Desk, 0, ""), Everyone = new(PartyKind.Everyone, 0, "");

    public static Party Of(Named<UnitId> unit) => new(PartyKind.Unit, unit.Id.Value, unit.Name);

    public static Party Of(Named<TeamId> team) => new(PartyKind.Team, team.Id.Value, team.Name);

    public static Party Of(Named<SupplierId> supplier) => new(PartyKind.Supplier, supplier.Id.Value, supplier.Name);

    public static Party Segment(string name) => new(PartyKind.Segment, 0, name);

    /// <summary>The same one, whatever it is called by now.</summary>
    public bool Is(Party other) => Kind == other.Kind && (Kind == PartyKind.Segment ? string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) : Id == other.Id);
}
