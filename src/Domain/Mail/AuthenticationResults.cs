namespace FirstContact.Mail;

/// <summary>One check of a sender, as the server that made it tells it (RFC 8601 2.2): 'dkim', 'pass', of which domain or address.</summary>
public sealed record SenderCheck(string Method, string Result, string? About);

/// <summary>
/// What our own mail server found out about the sender (RFC 8601). Anybody can write such a field into his mail, so only those of a server that is trusted
/// by name count, and of those only what stands above the first Received field below them: what came with the message stands further down (RFC 8601 5).
/// </summary>
public sealed record AuthenticationResults(Seq<SenderCheck> Checks)
{
    private const int Most = 50;

    /// <summary>Of several trusted servers, the one that refutes the sender: that another one let him pass proves nothing. Null when none says anything.</summary>
    public static AuthenticationResults? OfAny(Message message, IEnumerable<string> trusted)
    {
        var said = trusted.Select(server => Of(message, server)).OfType<AuthenticationResults>().ToList();
        return said.FirstOrDefault(s => s.IsRefuted) ?? said.FirstOrDefault();
    }

    /// <summary>Null when the trusted server says nothing, which is not the same as 'wrong'.</summary>
    public static AuthenticationResults? Of(Message message, string trusted)
    {
        var (checks, begun) = (new List<SenderCheck>(), false);
        foreach (var field in message.Headers.Fields)
        {
            if (field.Is("Received") && begun) break;
            if (!field.Is("Authentication-Results") || Parse(field.Value) is not var (server, found) || !server.Equals(trusted, StringComparison.OrdinalIgnoreCase)) continue;
            begun = true;
            checks.AddRange(found.Take(Most));
        }
        return begun ? new([.. checks.Take(Most)]) : null;
    }

    /// <summary>The result of a method; the best when there are several, as of two signatures one may be good.</summary>
    public string? Result(string method) => Checks.Where(c => c.Method == method).Select(c => c.Result).OrderByDescending(r => r == "pass").FirstOrDefault();

    /// <summary>That the domain in From is the sender's was proved (DMARC, RFC 7489 3.1).</summary>
    public bool IsProved => Result("dmarc") == "pass";

    /// <summary>
    /// The domain's owner says that such mail is not from him: by his rule for the domain (DMARC), or, where no such rule proves the opposite, by the servers that he
    /// names (SPF), while no signature speaks for it. SPF alone also fails for honest mail that was passed on, whose signature is still good.
    /// </summary>
    public bool IsRefuted => Result("dmarc") is var dmarc && (dmarc == "fail" || (dmarc != "pass" && Result("spf") == "fail" && Result("dkim") != "pass"));

    private static (string Server, List<SenderCheck> Checks)? Parse(string value)
    {
        var checks = new List<SenderCheck>();
        var plain = WithoutComments(value).Split(';');
        // The name may have a version behind it; some write none at all, and then nobody is to be trusted.
        if (plain[0].Trim().Split(' ', '\t')[0] is not { Length: > 0 } server || server.Contains('=', StringComparison.Ordinal)) return null;
        foreach (var said in plain.Skip(1).Take(Most))
        {
            var words = said.Replace(" =", "=", StringComparison.Ordinal).Replace("= ", "=", StringComparison.Ordinal).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var first, .. var rest] || first.Split('=', 2) is not [{ Length: > 0 } method, { Length: > 0 } result]) continue;
            var about = rest.FirstOrDefault(w => w.StartsWith("header.", StringComparison.OrdinalIgnoreCase) || w.StartsWith("smtp.", StringComparison.OrdinalIgnoreCase));
            checks.Add(new(method.Split('/')[0].ToLowerInvariant(), result.ToLowerInvariant(), about?[(about.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"')));
        }
        return (server, checks);
    }

    private static string WithoutComments(string value)
    {
        var (plain, depth) = (new System.Text.StringBuilder(), 0);
        foreach (var sign in value)
        {
            if (sign == '(') depth++;
            else if (sign == ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0) plain.Append(sign);
        }
        return plain.ToString();
    }
}
