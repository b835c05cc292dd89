using FirstContact.Policies;

namespace FirstContact.Demo;

/// <summary>People who go round the desk: many at first, fewer since they are led there kindly and find that it helps.</summary>
internal static class WalkUpStory
{
    private const int FirstNumber = 4200;
    private const double Day = 24 * 60;

    private static readonly (string Asked, string Who, string Words, string Category, string Done)[] Talks =
    [
        ("ines", "tom", "The scanner at line 1 beeps twice and reads nothing", "Terminal or scanner", "Took the tape off the window of the scanner."),
        ("jonas", "lucy", "The second screen stays dark after lunch", "Screen or dock", "Put the cable into the other socket of the dock."),
        ("owen", "erik", "Wi-Fi is slow in the workshop", "Wi-Fi", "Joined the workshop's own access point anew."),
        ("tomas", "oliver", "An order is locked and nobody knows by whom", "Program, fault", "Found who had it open and had it closed."),
        ("ines", "elsa", "The terminal at packing shows yesterday's orders", "Terminal or scanner", "Signed the terminal out and in again."),
        ("jonas", "grace", "The board room's camera looks at the ceiling", "Meeting room", "Turned it by hand and stored the position."),
        ("ines", "helen", "Labels come out pale since the new roll", "Label printing, printer", "Turned the roll round: the coated side is outside."),
        ("owen", "joan", "A badge opens gate 2 and not gate 3", "Badge or door", "Added gate 3, as for the rest of her team."),
        ("aiko", "robert", "The morning's figures lack the night shift", "Report or figures", "Ran the report again after the shift had been closed."),
        ("jonas", "amara", "The desk phone rings at the neighbour's", "Desk phone or mobile", "Took the neighbour's forwarding away."),
    ];

    /// <summary>How many days ago each was, in the order in which they came.</summary>
    private static readonly int[] Came = [164, 137, 111, 88, 87, 84, 83, 81, 78, 76, 74, 71, 69, 66, 63, 58, 55, 50, 46, 42, 36, 31, 27, 20, 13, 6];

    public static void Tell(Script script)
    {
        foreach (var (i, days) in Came.Index())
        {
            var (asked, who, words, category, done) = Talks[i * 3 % Talks.Length];
            var story = new Story(script, FirstNumber + i).At(script.Now - Duration.FromDays(days) + Duration.FromMinutes(i * 37 % 200));
            // Who was stopped helps less and less often himself: the desk knows these by now.
            if (i % (days > 60 ? 2 : 4) != 0) Led(story, asked, who, words, category, done, i);
            else story.CameBy(asked, who, words, called: i % 5 == 0, solved: done, category: category, tried: true);
        }

        // Today: one whom Ines led to the desk this morning, and looks after now; one that came by a moment ago.
        new Story(script, FirstNumber + Came.Length).Ago(4.4 * 60).CameBy("ines", "elsa", "The printer at packing wants a new ribbon, and the cupboard is empty", said: "The desk orders ribbons, and Kofi knows which. I told him, so you need not. I look in at packing this afternoon.")
            .Later(21).By("kofi").Greets("by phone").Classifies("Label printing, printer").Replies("Two ribbons go up with the noon post, Elsa, and the cupboard is filled tomorrow.");
        new Story(script, FirstNumber + Came.Length + 1).Ago(26).CameBy("jonas", "lucy", "The drawing program asks for a licence", called: true);
    }

    private static void Led(Story story, string asked, string who, string words, string category, string done, int i) => story
        .CameBy(asked, who, words, called: i % 3 == 0)
        .Later(6 + i * 7 % 20).By(i % 3 == 0 ? "kofi" : "maya").Greets("by phone").Classifies(category).States($"{words}.").Skips(CareStep.Reproduction, "Seen together while we spoke.")
        .Proposes(done).Selects(1, "It was that the last time.").Later(5).Executes(done).Checks("Tried it together.").Resolves(done)
        .Later(i % 4 == 1 ? 5.2 * Day : 50 + i * 17 % 300).EndsAs(i % 4 == 1);

    private static void EndsAs(this Story story, bool silence) => _ = silence ? story.ClosesBySilence() : story.CustomerSaysItWorks(null);
}
