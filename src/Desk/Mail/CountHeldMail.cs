namespace FirstContact.Mail;

/// <summary>How many messages wait for somebody to decide on them.</summary>
public sealed record CountHeldMail : IQuery<HeldMail>
{
    /// <summary>What rings when one more does, or one was decided on.</summary>
    public const string Topic = MailStore.HeldTopic;

    internal const string Counts = "select state, count(*) from mail where state in ('Held', 'Failed') group by state";

    public Permission Needs => MailPermissions.Manage;

    public async Task<Result<HeldMail>> Ask(Question question)
    {
        var counts = (await question.Read.List(Counts, r => (State: r.Word<MailState>(0), Count: r.GetInt32(1)))).ToDictionary(c => c.State, c => c.Count);
        return new HeldMail(counts.GetValueOrDefault(MailState.Held), counts.GetValueOrDefault(MailState.Failed));
    }
}

/// <param name="Held">The desk must not decide alone.</param>
/// <param name="Failed">It broke.</param>
public sealed record HeldMail(int Held, int Failed)
{
    public int All => Held + Failed;
}
