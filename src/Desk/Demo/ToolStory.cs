using FirstContact.Tools;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind supports with, what it keeps from First Contact and why, and what was opened on which device this month.</summary>
internal static class ToolStory
{
    private const long Asking = 4799;
    private const string Remote = "Quick look", Console = "Plant console", Alone = "Far hand";

    private static readonly ToolSaid[] Inventory =
    [
        new(Remote, ToolKind.Tool, "Remote control", "Windows", "The customer watches and can end it at any time.", "- Say what you do before you do it.\n- Never while a payroll screen is open.", "Minutes from the first word to the first look.", "ms-quick-assist:?device={device}", Cast.Email("jonas"), [], []),
        new(Alone, ToolKind.Tool, "Remote control", "Windows", "Nobody needs to sit there: for machines that stand alone.", "- Only where the statement names the machine.\n- Lock the screen when you leave.", "Sessions a week, and how many ended with 'it works'.", "rdp://{device}", Cast.Email("jonas"), ["Workplace", "Plant Systems", "First Contact"], []),
        new(Console, ToolKind.Tool, "Remote control", "Floor terminals and printers", "The shift lead stands beside the terminal.", "Ask on the floor before: a terminal may drive a line.", "Label stops mended without a walk.", "https://console.harrow-lind.example/terminals/{device}?for={ticket}", Cast.Email("ines"), ["Plant Systems", "First Contact"], []),
        new("Switch shell", ToolKind.Tool, "Remote shell", "Switches and access points", "Two people on one shell for anything that is not read-only.", "Write down each line that changes something.", "Changes undone.", "ssh://{device}", Cast.Email("owen"), ["Network and Access"], []),
        new("Account desk", ToolKind.Tool, "Passwords and second factors", "Meridian ID", "With the customer on the phone, after two questions that only he can answer.", "Never by mail.", "Calls that end with 'I am in'.", "https://id.harrow-lind.example/people?address={customer}", Cast.Email("priya"), [], []),
        new("Badge reader at the gate", ToolKind.Method, "Finding a badge", "Doors", "Somebody at the gate reads the number on the badge's back, and we look it up together.", "", "Doors opened within five minutes.", null, Cast.Email("owen"), [], []),
    ];

    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromDays(200), async stage =>
        {
            foreach (var tool in Inventory) await stage.Do("ruth", "page", new AddTool(tool));
            var at = await Ids(stage);
            var day = (script.Now - Duration.FromDays(200)).InZone(script.Zone).Date;
            await stage.Do("ruth", "page", new WithholdTool(at[Alone], "First Contact", day.PlusDays(-412), Cast.Email("jonas"), "Somebody restarted the wrong server in a night shift, and no list said which machines stand alone."));
            await stage.Do("ruth", "page", new WithholdTool(at[Console], "First Contact", day.PlusDays(-60), Cast.Email("ines"), "The training with the floor has not been held yet."));
            await stage.Do("ruth", "page", new WithholdTool(at["Account desk"], "Plant Systems", day.PlusDays(-90), Cast.Email("priya"), "Second factors are reset where identity is checked."));
            await stage.Do("jonas", "page", new WriteProcedure(at[Remote], Alone, "1. Ask whether you may go on without the customer watching.\n2. Write the device's name on the ticket.\n3. End the first session, then start the second from the ticket.\n4. Lock the screen at the end."));
            await stage.Do("ines", "page", new WriteProcedure(at[Console], "Badge reader at the gate", "Read the terminal's number aloud, have it read back, then go on by phone."));
            await stage.Do("ruth", "page", new MarkOverlap(new([Remote, Alone], "Remote control of Windows machines", "First Contact learns the second with Workplace, two half days. Then Quick look goes, and its licences with it.", Alone, day.PlusDays(260), Cast.Email("jonas"))));
        });
        Sessions(script, (44, "jonas", 4805, Alone, "EM-PACK-02"), (42, "ines", 4812, Console, "NG-LBL-04"), (30, "maya", 4812, Remote, "NG-L3-PC1"), (26, "maya", 4805, Remote, "EM-PACK-02"), (12, "ines", 4812, Console, "NG-LBL-04"));
        script.Add(script.Now - Duration.FromMinutes(40), async stage => await stage.Do("maya", "page",
            new AskForTool((await Ids(stage))[Console], "Line 3 waited for 20 minutes until somebody from Plant Systems could look at the printer's queue. I had Helen on the phone and could have looked with her.", "INC-4812") { Number = new(Asking) }));
    }

    private static void Sessions(Script script, params (int MinutesAgo, string Who, long Ticket, string Tool, string Device)[] sessions)
    {
        foreach (var (minutes, who, ticket, tool, device) in sessions)
            script.Add(script.Now - Duration.FromMinutes(minutes), stage => stage.Do(who, "page", new StartTool(new(ticket), tool, device)));
    }

    private static async Task<Dictionary<string, ToolId>> Ids(Stage stage) =>
        (await stage.Read(read => read.List("select id, name from tool", r => (Id: new ToolId(r.GetInt64(0)), Name: r.GetString(1))))).ToDictionary(t => t.Name, t => t.Id);
}
