using FirstContact.Fields;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind wants to know besides: where in the plants it is, what stands on the device, and who pays.</summary>
internal static class FieldStory
{
    private static readonly FieldSaid[] Fields =
    [
        new("area", "Plant area", "As the signs at the doors say.", FieldKind.Tree,
        [
            "Northgate", "Northgate > Hall 1", "Northgate > Hall 2", "Northgate > Hall 2 > Line 1", "Northgate > Hall 2 > Line 2", "Northgate > Hall 2 > Line 3", "Northgate > Cold store",
            "Eastmoor", "Eastmoor > Laboratory", "Eastmoor > Packing", "Lindholm", "Lindholm > Foundry", "Lindholm > Gate 4", "Harbour House",
        ], [], [], [], true, 10),
        new("assetTag", "Asset tag", "HL and five digits, on the sticker at the back.", FieldKind.Text, [], [],
            ["Label printing, printer", "Label printing, template", "Terminal or scanner", "Computer, fault", "Screen or dock"], [], false, 20),
        new("costCentre", "Cost centre", "Whose budget pays for it. Whoever asked knows.", FieldKind.Choice,
            ["4100 Production", "4200 Warehouse", "4300 Quality", "5100 Finance", "5200 Sales"], ["Hardware", "Software"], [], [FieldMoment.Resolving], false, 30),
    ];

    private static readonly (long Ticket, double Ago, string Who, FieldTyped[] Said)[] Told =
    [
        (4812, 50, "maya", [new("area", "Northgate > Hall 2 > Line 3"), new("assetTag", "HL-20417")]),
        (4814, 46, "maya", [new("area", "Eastmoor > Packing")]),
        (4793, 130, "maya", [new("area", "Northgate > Hall 2 > Line 1"), new("assetTag", "HL-20388")]),
        (4805, 120, "maya", [new("area", "Eastmoor > Packing"), new("assetTag", "HL-31102")]),
        (4803, 118, "maya", [new("assetTag", "HL-11873")]),
        (2230, 110, "maya", [new("area", "Eastmoor > Laboratory"), new("costCentre", "4300 Quality")]),
        (2232, 100, "ines", [new("area", "Northgate > Hall 2 > Line 1"), new("costCentre", "4200 Warehouse")]),
    ];

    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromHours(5), async stage =>
        {
            foreach (var field in Fields) await stage.Do("ruth", "page", new AddField(field));
        });
        foreach (var (ticket, ago, who, said) in Told)
            script.Add(script.Now - Duration.FromMinutes(ago), stage => stage.Do(who, "page", new ChangeTicket(new(ticket)) { Fields = [.. said] }));
    }
}
