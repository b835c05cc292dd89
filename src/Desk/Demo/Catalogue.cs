namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind asks its desk about.</summary>
internal static class Catalogue
{
    /// <summary>Services with the team that works on them and the person who answers for them.</summary>
    public static readonly (string Name, string Description, string? Team, string? Owner)[] Services =
    [
        ("Label printing", "Labels for pallets and parts, at every line.", null, "ines"),
        ("Plant floor terminals", "The terminals at the lines and on the forklifts.", "Plant Systems", "ines"),
        ("Warehouse scanners", "Handheld scanners and their chargers.", null, "ines"),
        ("Quality records", "Signing off batches, measurements and their history.", "Data and Reports", "sofia"),
        ("Video meetings", "Rooms and software for meeting at a distance.", null, "jonas"),
        ("Remote access", "The company network from a hotel, a train or home.", null, "owen"),
        ("Drafting workstations", "Drawings and models, and the machines that show them.", "Workplace", "jonas"),
        ("Laptops", "Computers, screens and what is plugged into them.", null, "jonas"),
        ("Phones", "Desk phones, mobile phones and numbers.", "Workplace", "jonas"),
        ("Payroll portal", "Payslips and bank details.", null, "daniel"),
        ("File shares", "Folders that several people work in.", null, "amara"),
        ("Mail and calendar", "Mailboxes, calendars and mailing lists.", null, "jonas"),
        ("Doors and badges", "Badges, readers and who may go where.", "Network and Access", "joan"),
        ("Reports", "What the figures say, every morning.", "Data and Reports", "robert"),
        ("Meridian ERP", "Orders, stock, purchasing and the month's end.", "ERP Applications", "tomas"),
        ("Sign-in", "Passwords, the second factor and new colleagues.", "Identity", null),
    ];

    public static readonly string[] Categories =
    [
        "Label printing, printer", "Label printing, template", "Terminal or scanner", "Wi-Fi", "Remote access", "Password or sign-in", "Access to a folder or program",
        "Computer, fault", "Computer, order", "Screen or dock", "Desk phone or mobile", "Meeting room", "Mail and calendar", "Badge or door", "Report or figures", "Program, fault", "Question",
    ];
}
