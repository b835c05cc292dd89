using System.Globalization;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Writing;

/// <summary>Takes a reply back before it leaves. What it said stands in the composer of whoever takes it back.</summary>
public sealed record TakeBackReply(ReplyId Reply) : Command<Reply>
{
    public override Permission Needs => WritingPermissions.Write;

    protected override Store<Reply> StoreOf(Work work) => work.Replies;

    public override async Task<Result<Reply>> Do(Work work)
    {
        var taken = await work.Replies.Change(Reply.Value, reply => reply.TakeBack());
        if (!taken.Is(out var reply, out _)) return taken;
        var words = new Draft("reply",
        [
            new("reply", reply.Words.Body),
            .. reply.Words.Promise is { } promise ? (DraftField[])[new(Draft.Promise, InstantPattern.ExtendedIso.Format(promise))] : [],
            .. reply.Words.Files.Count == 0 ? [] : (DraftField[])[new(Draft.Files, string.Join(',', reply.Words.Files.Select(f => f.Id.ToString(CultureInfo.InvariantCulture))))],
        ]);
        await Drafts.Keep(work, reply.Ticket, work.By.Person, (await Drafts.Find(work.Read, reply.Ticket, work.By.Person) ?? Draft.Empty).With(words));
        return reply;
    }
}
