using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>A test that needs the real messages beside the checkout; it is left out, and says so, where they are not.</summary>
public sealed class RealMailTheoryAttribute : TheoryAttribute
{
    public RealMailTheoryAttribute()
    {
        if (MailFiles.Folder is null) Skip = "The real messages are not beside the checkout";
    }
}

/// <summary>All the real messages are taken in; no bounce opens anything, and what only looks like one does.</summary>
public sealed class RealMailTests
{
    // The third is a postmaster's own words: somebody looks at it, and no program answers it.
    private static readonly string[] People = ["is-not-bounce-01", "is-not-bounce-02", "rb-issue-368-bug"];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [RealMailTheory, MemberData(nameof(Engines))]
    public async Task All_messages_are_taken_in_without_exception(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Take, [], true, 10_000, []), MailDesk.Administrator);
        var kept = new List<(string Name, KeptMail Mail)>();
        foreach (var (name, raw) in MailFiles.Messages.Where(m => m.Raw.Length > 0)) kept.Add((name, await desk.Keep(raw)));
        await desk.Runs();
        var lines = new List<(string Name, MailLine Line)>();
        foreach (var (name, mail) in kept) lines.Add((name, await desk.Line(mail.Id)));
        Assert.Empty(lines.Where(l => l.Line.State is MailState.Waiting or MailState.Failed).Select(l => $"{l.Name}: {l.Line.State} {l.Line.Reason}"));
        // What is not taken in has no sender, or a machine that opens nothing.
        Assert.All(lines.Where(l => l.Line.State is MailState.Held), l => Assert.Equal("Nobody can be told by its sender", l.Line.Reason));
        var taken = lines.Count(l => l.Line.State is MailState.Taken or MailState.Doubled);
        Assert.True(taken >= 85, $"{taken} taken: {string.Join("; ", lines.Where(l => l.Line.State is not (MailState.Taken or MailState.Doubled)).Select(l => $"{l.Name} {l.Line.State} {l.Line.Reason}"))}");
    }

    [RealMailTheory, MemberData(nameof(Engines))]
    public async Task Bounces_open_nothing(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var kept = new List<(string Name, KeptMail Mail)>();
        foreach (var (name, raw) in MailFiles.Bounces) kept.Add((name, await desk.Keep(raw)));
        await desk.Runs();
        foreach (var (name, mail) in kept)
        {
            var line = await desk.Line(mail.Id);
            if (People.Contains(name)) Assert.Equal((name, MailState.Taken), (name, line.State));
            else Assert.Equal((name, MailState.Refused, null), (name, line.State, line.Ticket));
        }
    }
}
