namespace FirstContact.Mailboxes;

/// <summary>Something is not as it should be with a server of mail; the message says what, in words for an administrator.</summary>
/// <param name="refused">Whether the server said no to who we are: nothing changes that until somebody changes something.</param>
public sealed class ImapException(string message, bool refused = false, Exception? because = null) : Exception(message, because)
{
    public bool Refused => refused;

    /// <summary>A mailbox server said no to a command; the code is the one in its brackets.</summary>
    public string? Code { get; init; }

    /// <summary>What somebody else said, short and without what would break a line.</summary>
    internal static string Short(string said)
    {
        var one = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(c => !char.IsControl(c))])));
        return one.Length > 200 ? one[..200] + "…" : one.Length == 0 ? "nothing" : one;
    }
}
