using FirstContact.Tickets;

namespace FirstContact.Targets;

public enum TargetPeriod { Month, Quarter }

/// <summary>For whom a goal holds; what is not said does not narrow it.</summary>
/// <param name="Team">Tickets that this team has had; of handovers, those that it was asked.</param>
/// <param name="Segment">Of the customer's unit; blank for all.</param>
public sealed record TargetScope(Named<TeamId>? Team, string Segment, Channel? Channel, TicketKind? Kind, Named<ServiceId>? Service, Named<CategoryId>? Category)
{
    public static readonly TargetScope Everything = new(null, "", null, null, null, null);
}

/// <summary>A goal as it stands.</summary>
/// <param name="Within">For measures with a time, and only for them.</param>
/// <param name="Hours">By whose working hours the time runs; null for day and night.</param>
/// <param name="Percent">At least or at most, as the measure has it.</param>
/// <param name="Since">From when on it is judged.</param>
/// <param name="Why">Why this goal and no other.</param>
public sealed record TargetTerms(StandardMeasure Measure, TargetScope For, Duration? Within, Named<CalendarId>? Hours, int Percent, TargetPeriod Period, LocalDate Since, string Why);

/// <summary>What follows from the terms; not part of them, since they are stored as they are.</summary>
public static class TargetTermsRead
{
    extension(TargetTerms t)
    {
        public MeasureDefinition Definition => StandardMeasures.Of(t.Measure);

        /// <summary>The same for two goals that would say two things of one.</summary>
        public string Likeness => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{t.Measure}|{t.For.Team?.Id.Value}|{t.For.Segment.ToUpperInvariant()}|{t.For.Channel}|{t.For.Kind}|{t.For.Service?.Id.Value}|{t.For.Category?.Id.Value}|{t.Within?.BclCompatibleTicks}|{t.Hours?.Id.Value}");
    }
}

/// <summary>A goal as somebody says it, before it is looked at; what is missing is null.</summary>
public sealed record TargetDraft(StandardMeasure? Measure, TargetScope For, Duration? Within, Named<CalendarId>? Hours, int? Percent, TargetPeriod? Period, LocalDate? Since, string? Why)
{
    private static readonly LocalDate Earliest = new(2000, 1, 1);

    internal TargetTerms Terms => new(Measure!.Value, For with { Segment = For.Segment.Trim() }, Within, Hours, Percent!.Value, Period!.Value, Since!.Value, Why!.Trim());

    internal Error? Wrong(LocalDate today)
    {
        var measure = Measure is { } known ? StandardMeasures.Of(known) : null;
        return Error.Of(
            measure is null ? TargetErrors.MeasureMissing : null,
            WrongTime(measure, Within),
            measure is { Timed: false } && Hours is not null ? TargetErrors.NoHours : null,
            Percent is null || Percent > 100 || Percent < (measure is { MoreIsBetter: false } ? 0 : 1) ? TargetErrors.PercentWrong : null,
            Period is null ? TargetErrors.PeriodMissing : null,
            Since is null || Since < Earliest || Since > today.PlusYears(1) ? TargetErrors.SinceWrong : null,
            Why.IsBlank ? TargetErrors.WhyMissing : Why.IsLongerThan(Target.LongestWhy) ? TargetErrors.WhyTooLong : null);
    }

    internal static Error? WrongTime(MeasureDefinition? measure, Duration? within) => measure switch
    {
        null => null,
        { Timed: false } => within is null ? null : TargetErrors.NotTimed,
        _ => within is null ? TargetErrors.WithinMissing : within < Duration.FromMinutes(1) || within > Target.Longest ? TargetErrors.WithinWrong : null,
    };
}
