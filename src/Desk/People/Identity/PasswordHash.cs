namespace FirstContact.People;

/// <summary>A password as it is kept. Commands carry this and never the password; no log can print it by mistake.</summary>
public readonly record struct PasswordHash(string Value)
{
    public override string ToString() => "…";
}
