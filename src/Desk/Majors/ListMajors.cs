namespace FirstContact.Majors;

/// <summary>Those that run, and those that were; the newest first.</summary>
public sealed record ListMajors(string? After = null) : IQuery<MajorList>
{
    public const int Rows = 50;

    public Permission Needs => MajorPermissions.See;

    public async Task<Result<MajorList>> Ask(Question question)
    {
        long? before = null;
        if (!After.IsBlank)
        {
            if (!long.TryParse(After, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key)) return new Error(ErrorKind.Invalid, "major.cursor-invalid", "This does not come from a page of this list.", "after");
            before = key;
        }
        var rows = await question.Read.List($"{MajorStore.Select} where {(before is null ? "1 = 1" : "m.id < @before")} order by m.id desc limit {Rows + 1}", MajorStore.Of, before is { } b ? [("@before", b)] : []);
        return new MajorList(rows.Count > Rows ? rows[..Rows] : rows, rows.Count > Rows ? rows[Rows - 1].Key.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}

public sealed record MajorList(IReadOnlyList<MajorIncident> Rows, string? Next);
