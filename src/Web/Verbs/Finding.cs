namespace FirstContact.Verbs;

/// <summary>One thing the doctor looked at: how it is, and what to do when it is not well.</summary>
public sealed record Finding(string About, string How, string? Do = null)
{
    public bool IsWell => Do is null;

    public override string ToString() => IsWell ? $"  ok    {About}: {How}" : $"  WRONG {About}: {How}{Environment.NewLine}        -> {Do}";
}
