using FirstContact.Assignment;

namespace FirstContact.Switching;

/// <summary>What was seen, and what follows.</summary>
public sealed partial record SwitchDay
{
    /// <summary>Writes it down, or writes it anew.</summary>
    public Decision Write(DayRecord record, LocalDate today)
    {
        var to = record.Trimmed;
        if (State == DayState.Cancelled) return SwitchingErrors.Over;
        if (Details.Date > today) return SwitchingErrors.TooEarly;
        if (Guests.Count == 0) return SwitchingErrors.NobodyBooked;
        if (Error.Of(
            to.Came.Count == 0 || to.Came.Any(c => !Has(c.Id)) ? SwitchingErrors.CameInvalid : null,
            to.Seen.IsBlank ? SwitchingErrors.SeenMissing : to.Seen.IsLongerThan(LongestText) ? SwitchingErrors.TextTooLong.At("seen") : null,
            to.Surprised.IsLongerThan(LongestText) ? SwitchingErrors.TextTooLong.At("surprised") : null,
            to.Gained.Count > MostSkills || to.Gained.Any(g => g.Skill.IsLongerThan(Availability.LongestSkill)) ? SwitchingErrors.SkillsInvalid : null,
            to.Gained.Any(g => g.Person.Id != Details.Host.Id && to.Came.All(c => c.Id != g.Person.Id)) ? SwitchingErrors.SkillOfOther : null) is { } no) return no;
        return Record is null ? new DayDone(to) : to == Record ? Decision.Nothing : new RecordChanged(Record, to);
    }

    public Decision AddFollowUp(string? text, Named<PersonId>? owner, LocalDate? due, LocalDate today)
    {
        if (State != DayState.Done) return SwitchingErrors.NotWrittenDown;
        return Error.Of(
            FollowUps.Count >= MostFollowUps ? SwitchingErrors.TooManyFollowUps : null,
            text.IsBlank ? SwitchingErrors.FollowUpMissing : text.IsLongerThan(LongestLine) ? SwitchingErrors.LineTooLong.At("text") : null,
            owner is null ? SwitchingErrors.OwnerUnknown : null,
            due is null || due < today ? SwitchingErrors.DueInvalid : null) is { } no ? no : new FollowUpAdded(new(FollowUps.Count + 1, text!.Trim(), owner!.Value, due!.Value, false));
    }

    public Decision TickFollowUp(int no) => FollowUps.FirstOrDefault(f => f.No == no) is not { } one ? SwitchingErrors.FollowUpNotFound : one.Done ? Decision.Nothing : new FollowUpDone(no, one.Text);

    public Decision ReopenFollowUp(int no) => FollowUps.FirstOrDefault(f => f.No == no) is not { } one ? SwitchingErrors.FollowUpNotFound : one.Done ? new FollowUpReopened(no, one.Text) : Decision.Nothing;
}

/// <param name="Came">Who of those who had booked was there.</param>
/// <param name="Seen">Markdown.</param>
/// <param name="Surprised">What nobody had expected. Markdown.</param>
public sealed record DayRecord(Seq<Named<PersonId>> Came, string Seen, string? Surprised, Seq<Gained> Gained)
{
    internal DayRecord Trimmed => this with
    {
        Came = [.. Came.DistinctBy(c => c.Id)], Seen = Seen.Trim(), Surprised = Surprised.IsBlank ? null : Surprised!.Trim(),
        Gained = [.. Gained.Where(g => !g.Skill.IsBlank).Select(g => g with { Skill = g.Skill.Trim() }).DistinctBy(g => (g.Person.Id, g.Skill.ToUpperInvariant()))],
    };
}

/// <summary>What somebody can do since, whoever taught whom.</summary>
public sealed record Gained(Named<PersonId> Person, string Skill);

/// <summary>What follows from a day: something to be done, by somebody, until a day.</summary>
public sealed record FollowUp(int No, string Text, Named<PersonId> Owner, LocalDate Due, bool Done);
