using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace FirstContact.Fields;

/// <summary>The words of the slice as people read them; each is a key for the localizer.</summary>
public static class FieldWords
{
    public static string Word(this FieldKind kind) => kind switch
    {
        FieldKind.Text => "Text", FieldKind.Number => "Number", FieldKind.Date => "Date", FieldKind.Choice => "Choice", FieldKind.Tree => "Tree", FieldKind.Person => "Person", _ => "Yes or no",
    };

    public static string Word(this FieldMoment moment) => moment switch
    {
        FieldMoment.Opening => "to open the ticket", FieldMoment.Waiting => "before it waits", _ => "before it is resolved",
    };

    /// <summary>A value as people read it.</summary>
    public static string Said(this IStringLocalizer words, Times times, FieldKind kind, FieldContent content) => kind switch
    {
        FieldKind.YesNo => content.Value == FieldReading.Yes ? words["yes"] : words["no"],
        FieldKind.Date when LocalDatePattern.Iso.Parse(content.Value).TryGetValue(default, out var day) => times.On(day),
        _ => content.Said,
    };
}
