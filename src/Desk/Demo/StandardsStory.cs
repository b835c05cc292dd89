using FirstContact.Agreements;
using FirstContact.Majors;
using FirstContact.Standards;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What the desk publishes about itself with what two say to it, and the morning six weeks ago on which nobody could sign in.</summary>
internal static class StandardsStory
{
    private const int Ticket = 4521;

    public static void Tell(Script script)
    {
        At(script, 84, async stage =>
        {
            var shown = await stage.Read(read => read.List("select id from agreement where kind = 'Service' order by id", r => new AgreementId(r.GetInt64(0))));
            await stage.Do("ruth", "page", new ChangeStandards(new(Openness.Everybody,
                "We are the people at Harrow & Lind who make computers get out of the way.\n\n- **One person stays with you** until it works, or says by name who does.\n- We say back to you what we understood **before** we begin.\n- Nothing is done until **you** say that it works.",
                "- Machines that were not bought by us.\n- Work that was agreed with a date of its own: a move, a new hall, a new plant.\n- The month's end, for anything that is not in the way of it.",
                "You hear within a working day why, from a person. What we missed most stands in our list of improvements, and we look at it together twice a year.", [.. shown])));
        });
        At(script, 60, async stage => await stage.Do("sofia", "page", new CommentOnStandards(Standards.Kept.Mostly, "By day I have nobody to complain about. In the night shift nobody called back for two hours, twice.")));
        At(script, 58, async stage =>
        {
            var said = await stage.Read(read => read.One("select id from standards_comment order by id limit 1", r => new StandardsCommentId(r.GetInt64(0))));
            await stage.Do("ruth", "page", new AnswerStandardsComment(said, "You are right. From the first of the month on the night shift has a number of its own, and somebody who knows the terminals."));
        });
        At(script, 20, async stage => await stage.Do("daniel", "page", new CommentOnStandards(Standards.Kept.AsPromised, "Payroll day, a dead screen, and it was back in half an hour.")));
        SignIn(script);
    }

    private static void SignIn(Script script)
    {
        var story = new Story(script, Ticket).Ago(42 * 1440).Opens(TicketKind.Incident, Channel.Phone, "helen", "Nobody on line 3 can sign in", "All terminals say that the password is wrong, and it is not.", Policies.Level.High, Policies.Level.High, "Sign-in", "Password or sign-in");
        script.Add(script.Now - Duration.FromMinutes(42 * 1440 - 6), async stage =>
            await stage.Do("priya", "page", new DeclareMajor(new(Ticket), new("Nobody can sign in with a password", "priya.raman@harrow-lind.example", "Room Harbour 2, or +44 20 7946 0199", ["Sign-in"], 20), "Who is signed in stays signed in: please do not sign out. We are at it.")));
        News(script, 18, (id, words) => new TellMajor(id, words), "The two servers that check passwords do not agree on the time. We set it right now.");
        News(script, 41, (id, words) => new EndMajor(id, words), "Everybody can sign in again. Whoever cannot calls 4357.");
        script.Add(script.Now - Duration.FromDays(40), async stage =>
        {
            var id = await Find(stage);
            await stage.Do("priya", "page", new ReviewMajor(id, "At 07:52 the clock of the second server jumped by six minutes. From then on every second sign-in failed. Found at 08:10, set right at 08:29.", "The time came from a device that was taken away the evening before. Nobody knew that the servers asked it.",
                "Who is signed in was told to stay so within six minutes: two lines never stopped.", [new("Servers take the time from two places", "priya.raman@harrow-lind.example", null, true), new("Say who asks a device before it is taken away", "owen.pryce@harrow-lind.example", (script.Now + Duration.FromDays(9)).InUtc().Date)]));
        });
        story.Later(1).By("maya").Greets("in person").Classifies("Password or sign-in", "Sign-in").States("No terminal of line 3 takes a password since 07:52.").Later(1).CustomerAgrees()
            .Later(2).By("priya").Reproduces("Sign in at any terminal").Proposes("Set the clock of the second server right").Selects(1, "The two differ by six minutes").Later(30).Executes("Set it right, and took the time from elsewhere").Later(2).Checks("Signed in at two terminals", "Sign in at any terminal")
            .Resolves("The clock of a server was wrong; it takes the time from elsewhere now.").Later(30).CustomerSaysItWorks("All three lines work.");
    }

    private static void News(Script script, int minutes, Func<MajorId, string, Command<MajorIncident>> command, string words) =>
        script.Add(script.Now - Duration.FromMinutes(42 * 1440 - minutes), async stage =>
        {
            var id = await Find(stage);
            await stage.Do("priya", "page", command(id, words));
            await stage.Do("priya", "major", new SayNews(id, new(Ticket)));
        });

    private static Task<MajorId> Find(Stage stage) => stage.Read(read => read.One("select id from major order by id desc limit 1", r => new MajorId(r.GetInt64(0))));

    private static void At(Script script, int daysAgo, Func<Stage, Task> play) => script.Add(script.Now - Duration.FromDays(daysAgo) + Duration.FromHours(1), play);
}
