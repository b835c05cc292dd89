namespace FirstContact.Tickets;

/// <summary>Asks in whoever has this skill, himself or by his team: it shows up with all of them, and whoever answers first has helped.</summary>
public sealed record AskSkillIn(TicketId On, string? Skill, string? Question) : AgentCommand(On)
{
    public override async Task<Result<Ticket>> Do(Work work)
    {
        var skilled = Skill.IsBlank ? [] : await work.Read.WhoKnows(Skill!);
        return await Change(work, ticket => ticket.AskSkillIn(work.By, Skill, skilled, Question));
    }
}
