using FirstContact.Tickets;

namespace FirstContact.Rules;

/// <summary>What a rule would do to a ticket in some state. The real commands decide; what they decide goes nowhere.</summary>
internal sealed record RuleTry(IReadOnlyList<RuleDid> Did)
{
    private static readonly Call Nobody = new(Caller.Desk, "trial");

    /// <summary>Whether anything would happen to the ticket.</summary>
    public bool Acts => Did.Any(d => d.Happened.Count > 0);

    /// <param name="at">When it is supposed to run.</param>
    public static async Task<RuleTry> Of(Question question, Named<RuleId> rule, int version, RuleDefinition definition, Ticket state, Instant at)
    {
        var work = new Work(question.Read, Nobody, at, question.Catalogue);
        work.Suppose(state);
        return new(await RuleCommands.Do(work, rule, version, definition, state.Id));
    }
}
