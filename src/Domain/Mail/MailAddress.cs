namespace FirstContact.Mail;

/// <summary>Who wrote or gets a message: a name, when one is given, and an address as it was written.</summary>
public sealed record MailAddress(string? Name, string Address)
{
    /// <summary>It has what an answer needs: something before and something behind an '@'.</summary>
    public bool IsWhole => Address.AsSpan().IndexOfAny(" <>") < 0 && Address.LastIndexOf('@') is > 0 and var at && at < Address.Length - 1;

    public string Local => Address.LastIndexOf('@') is >= 0 and var at ? Address[..at] : Address;

    public string Domain => Address.LastIndexOf('@') is >= 0 and var at ? Address[(at + 1)..].ToLowerInvariant() : "";

    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
