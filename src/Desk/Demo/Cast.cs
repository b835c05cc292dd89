using FirstContact.People;

namespace FirstContact.Demo;

/// <summary>Everybody at Harrow &amp; Lind who appears in the stories, by the first part of his or her address.</summary>
internal static class Cast
{
    public const string TheDesk = "";

    private const string Domain = "harrow-lind.example";

    /// <summary>Business units with their segments.</summary>
    public static readonly (string Name, string Segment, string? Zone)[] Units =
    [
        ("Northgate", "Plants", null), ("Eastmoor", "Plants", null), ("Lindholm", "Plants", "Europe/Stockholm"), ("Harbour House", "Head office", null), ("Sales", "Sales", null), ("IT Services", "Services", null),
    ];

    /// <summary>Teams beside First Contact, whom every desk has. Peers: they differ by what they know.</summary>
    public static readonly (string Name, string Purpose, string[] Skills)[] Teams =
    [
        ("Workplace", "Computers, screens, phones and meeting rooms.", ["laptops", "desk phones", "video meetings"]),
        ("Network and Access", "Cables, Wi-Fi, remote access, doors and badges.", ["wi-fi", "vpn", "door controllers"]),
        ("Identity", "Accounts, sign-in and who may see what.", ["single sign-on", "second factor"]),
        ("Plant Systems", "Whatever stands on the plant floor and has a screen: terminals, printers, scanners.", ["label templates", "floor terminals", "scanners"]),
        ("ERP Applications", "Meridian ERP, order data and the month's end.", ["meridian", "edi"]),
        ("Data and Reports", "Reports and the data behind them.", ["shift calendar", "reports"]),
    ];

    /// <summary>Who serves.</summary>
    public static readonly Player[] Agents =
    [
        new("maya", "Maya Lindqvist", "Service desk agent", "IT Services", ["First Contact"], [Role.Agent]),
        new("kofi", "Kofi Baidoo", "Service desk agent", "IT Services", ["First Contact"], [Role.Agent, Role.KnowledgeManager]),
        new("ruth", "Ruth Adeyemi", "Head of the service desk", "IT Services", ["First Contact"], [Role.Agent, Role.TeamLead, Role.ServiceCoordinator, Role.Administrator]),
        new("jonas", "Jonas Weber", "Workplace engineer", "IT Services", ["Workplace"], [Role.Agent, Role.TeamLead]),
        new("owen", "Owen Pryce", "Network engineer", "IT Services", ["Network and Access"], [Role.Agent, Role.TeamLead]),
        new("priya", "Priya Raman", "Identity engineer", "IT Services", ["Identity"], [Role.Agent, Role.TeamLead]),
        new("ines", "Ines Carvalho", "Plant systems engineer", "IT Services", ["Plant Systems"], [Role.Agent, Role.TeamLead, Role.ApplicationOwner]),
        new("tomas", "Tomas Brandt", "ERP analyst", "IT Services", ["ERP Applications"], [Role.Agent, Role.ApplicationOwner]),
        new("aiko", "Aiko Tanaka", "Data analyst", "IT Services", ["Data and Reports"], [Role.Agent]),
    ];

    /// <summary>Who is served.</summary>
    public static readonly Player[] Customers =
    [
        new("helen", "Helen Marsh", "Shift lead, line 3", "Northgate", Phone: "+44 20 7946 0173"),
        new("nadia", "Nadia Petrova", "Production planner", "Northgate", Phone: "+44 20 7946 0118"),
        new("tom", "Tom Reilly", "Shift lead, line 1", "Northgate"),
        new("erik", "Erik Nyström", "Maintenance lead", "Eastmoor", Phone: "+44 20 7946 0152"),
        new("sofia", "Sofia Reyes", "Head of quality", "Eastmoor", Phone: "+44 20 7946 0159", Roles: [Role.CommitteeMember]),
        new("robert", "Robert Haines", "Head of Eastmoor", "Eastmoor", Roles: [Role.CommitteeMember]),
        new("priti", "Priti Desai", "Quality engineer", "Eastmoor"),
        new("marek", "Marek Dvořák", "Warehouse lead", "Lindholm", Phone: "+44 20 7946 0144"),
        new("joan", "Joan Whitlock", "Site services", "Lindholm", Phone: "+44 20 7946 0131"),
        new("gareth", "Gareth Marsh", "Assembly planner", "Lindholm"),
        new("elsa", "Elsa Holm", "Shift lead, packing", "Lindholm"),
        new("daniel", "Daniel Okafor", "Payroll", "Harbour House", Phone: "+44 20 7946 0106"),
        new("grace", "Grace Holloway", "Assistant to the board", "Harbour House", Phone: "+44 20 7946 0101"),
        new("amara", "Amara Diallo", "Purchasing and safety", "Harbour House"),
        new("lucy", "Lucy Chen", "Design engineer", "Harbour House"),
        new("oliver", "Oliver Stone", "Financial controller", "Harbour House"),
        new("peter", "Peter Voss", "Sales, abroad", "Sales", Phone: "+44 20 7946 0188"),
        new("camille", "Camille Renard", "Account manager", "Sales"),
    ];

    public static IEnumerable<Player> Everybody => [.. Agents, .. Customers];

    private static readonly Dictionary<string, Player> ByName = Everybody.ToDictionary(p => p.Who);

    public static string Email(string who) => $"{Address(ByName[who].Name)}@{Domain}";

    // Maya Lindqvist -> maya.lindqvist, Marek Dvořák -> marek.dvorak
    private static string Address(string name) => new([.. name.ToLowerInvariant().Replace(' ', '.')
        .Normalize(System.Text.NormalizationForm.FormD).Where(c => char.IsAscii(c))]);
}

/// <param name="Who">What the stories call this person.</param>
internal sealed record Player(string Who, string Name, string Title, string Unit, string[]? Teams = null, Role[]? Roles = null, string? Phone = null);
