namespace FirstContact.Mail;

/// <summary>Who else a message went to.</summary>
public static class Participants
{
    /// <summary>
    /// To and Cc without the desk itself. Where none of them is known as the desk's, an address of ours was passed on to one that is, and of all of them the
    /// first is most likely it.
    /// </summary>
    public static IReadOnlyList<MailAddress> Of(Message message, Func<MailAddress, bool> isOurs)
    {
        var all = message.To.Concat(message.Cc).Where(a => a.IsWhole).ToList();
        var others = all.Where(a => !isOurs(a)).ToList();
        return others.Count < all.Count ? others : [.. message.To.Skip(1).Concat(message.Cc).Where(a => a.IsWhole)];
    }
}
