namespace FirstContact.Measures;

public static class MeasureErrors
{
    public static readonly Error GreetInvalid = new(ErrorKind.Invalid, "measure.greet-invalid", "Give minutes for each priority, from 1 to 43200.", "greet");
    public static readonly Error LabelTooLong = new(ErrorKind.Invalid, "measure.label-too-long", "Keep a label within 40 characters, and a team within ten of them.", "labels");
    public static readonly Error TeamUnknown = new(ErrorKind.Invalid, "measure.team-unknown", "There is no such team.", "labels");
    public static readonly Error PeriodInvalid = new(ErrorKind.Invalid, "measure.period-invalid", "Give days like 2026-11-22, the first before the last.", "from");
    public static readonly Error SegmentUnknown = new(ErrorKind.Invalid, "measure.segment-unknown", "No business unit has this segment.", "segment");
    public static readonly Error ImpactUnknown = new(ErrorKind.Invalid, "measure.impact-unknown", "Impact is low, medium or high.", "impact");
    public static readonly Error MeasureUnknown = new(ErrorKind.Missing, "measure.unknown", "There is no such measure.", "measure");
    public static readonly Error MonthsUnknown = new(ErrorKind.Invalid, "measure.months-unknown", "Look at the last 3, 6 or 12 months.", "months");
    public static readonly Error OrderUnknown = new(ErrorKind.Invalid, "measure.order-unknown", "Sort by asked, described or solved.", "sort");
    public static readonly Error DepartmentUnknown = new(ErrorKind.Missing, "measure.department-unknown", "There is no such department.", "unit");
    public static readonly Error TooFewAsked = new(ErrorKind.Conflict, "measure.too-few-asked", "Fewer than three people of this department have asked: so few are not looked at one by one.", "person");
    public static readonly Error CursorUnknown = new(ErrorKind.Invalid, "measure.cursor-unknown", "Take the cursor from the list before.", "after");
}
