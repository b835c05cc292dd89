using Microsoft.Extensions.Localization;

namespace FirstContact.Exceptions;

/// <summary>Words of exceptions, as pages and programs say them.</summary>
internal static class ExceptionWords
{
    public static string Code(ExceptionOutcome outcome) => outcome == ExceptionOutcome.ProcessChanges ? "processChanges" : "reasonReinforced";

    extension(IStringLocalizer words)
    {
        public string Outcome(ExceptionOutcome outcome) => outcome == ExceptionOutcome.ProcessChanges ? words["The process changes"] : words["The reason holds"];

        public string State(CustomerException e) => e.State switch
        {
            ExceptionState.Waiting => words["waits for whoever answers for the rule"],
            ExceptionState.Asked => words["a question waits for its answer"],
            ExceptionState.Withdrawn => words["taken back"],
            _ => words.Outcome(e.Ending!.Outcome),
        };

        public string Bent(int times) => times switch { 0 => words["not bent within a year"], 1 => words["bent once within a year"], _ => words["bent {0} times within a year", times] };
    }
}
