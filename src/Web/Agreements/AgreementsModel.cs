namespace FirstContact.Agreements;

public sealed record AgreementLine(Agreement Agreement, Stage Stage, Want? Want);

/// <param name="Kind">Null for all.</param>
/// <param name="Ended">With those that have ended.</param>
/// <param name="MayStart">Whether whoever looks may begin one.</param>
/// <param name="Served">Whether it is somebody who is served: he stays in the portal.</param>
public sealed record AgreementsModel(IReadOnlyList<AgreementLine> Lines, AgreementKind? Kind, bool Ended, bool MayStart, bool Served)
{
    public string Address(AgreementKind? kind, bool ended, string path = AgreementsPages.List) =>
        string.Join('&', new[] { kind is { } k ? $"kind={AgreementsPages.Code(k)}" : null, ended ? "ended=yes" : null }.OfType<string>()) is { Length: > 0 } asked ? $"{path}?{asked}" : path;
}

/// <param name="Part">The form that was refused: start, sign or comment; null for none of them.</param>
public sealed record AgreementModel(AgreementView View, Want? Want, PersonId Me, string? Part = null, Form? Typed = null, Error? Error = null)
{
    /// <summary>What was kept; null where nothing was signed yet.</summary>
    public Clocks.Attainment? Attainment { get; init; }

    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <param name="Clause">Its key.</param>
/// <param name="Side">For which side whoever looks may answer; null when for none.</param>
/// <param name="Typed">What stands in the form for something else.</param>
/// <param name="Part">The form that was refused: other, declines or comment.</param>
public sealed record ClauseModel(AgreementView View, string Clause, Side? Side, TermsBook Book, Form Typed, string? Part = null, Form? Form = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Form?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <param name="Habits">How it is done today, and not the draft.</param>
public sealed record TermsModel(AgreementView View, bool Habits, TermsBook Book, Form Typed, int? Version, Error? Error = null);

/// <param name="Provider">What stands in the field: a team's or supplier's number.</param>
public sealed record StartModel(AgreementKind Kind, IReadOnlyList<(string Value, string Word)> Providers, IReadOnlyList<(string Value, string Word)> Receivers, TermsBook Book, Form Typed, Error? Error = null);

public sealed record PartiesModel(AgreementView View, Form Typed, int? Version, Error? Error = null);

/// <param name="Do">begin, back, drop, end or review.</param>
public sealed record AgreementWordModel(AgreementView View, string Do, Form Typed, Error? Error = null);

/// <param name="From">The older of the two.</param>
/// <param name="Choices">Every version by the word that the address has for it.</param>
public sealed record RedlineModel(Agreement Agreement, RedlineSide From, RedlineSide To, IReadOnlyList<RedlineSide> Choices);

/// <param name="Key">1, 2, draft or habits, as the address has it.</param>
public sealed record RedlineSide(string Key, string Name, Terms Terms);
